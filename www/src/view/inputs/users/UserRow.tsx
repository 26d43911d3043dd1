import type { ButtonHTMLAttributes } from "preact";
import { useId } from "preact/hooks";
import { Icon } from "../../parts/Icon.js";
import type { JsonForm } from "../parts/json-form.js";
import { applicationId } from "../parts/sections.js";
import { CheckInput, RemoveButton, TextInput } from "./cells.js";
import { linksTo, nameAt, registrationOf, setRegistered } from "./people.js";
import { UserMore } from "./UserMore.js";

interface Props {
  readonly users: JsonForm;
  readonly index: number;
  readonly isOpen: boolean;
  toggle(): void;
  remove(): void;
}

/** A user who exists before the login, as a row. */
export function UserRow({ users, index, isOpen, toggle, remove }: Props) {
  const id = useId();
  const who = `user ${index + 1}`;
  const name = nameAt(users, index);
  const text = (key: string, words: string) => (
    <TextInput form={users} path={[index, key]} cell={key} label={`${words} of ${who}`} />
  );
  const check = (key: string, label: string, standard: boolean) => (
    <CheckInput form={users} path={[index, key]} cell={key} {...{ label, standard }} />
  );
  const folds = { "aria-expanded": isOpen, "aria-controls": id, onClick: toggle };
  return (
    <tbody>
      <tr data-row={index}>
        <th scope="row" class="which">
          <button
            type="button"
            class="quiet fold"
            aria-label={`More of ${who}, ${name}`}
            {...folds}
          >
            <Icon sign={isOpen ? "down" : "right"} size={12} />
            {index + 1}
          </button>
        </th>
        <td class="email">
          {text("email", "E-mail")}
          <Linked count={linksTo(users.string([index, "id"])).length} />
        </td>
        <td class="username">{text("username", "Username")}</td>
        <td class="name">
          <Name users={users} index={index} who={who} />
        </td>
        <td class="verified">{check("verified", `E-mail of ${who} is verified`, false)}</td>
        <td class="active">{check("active", `User ${index + 1} is active`, true)}</td>
        <td class="registered">
          <Registered index={index} who={who} folds={folds} />
        </td>
        <td class="away">
          <RemoveButton label={`Remove ${who}, ${name}`} remove={remove} />
        </td>
      </tr>
      <tr class="more" id={id} hidden={!isOpen}>
        <td colSpan={8}>{isOpen && <UserMore users={users} index={index} />}</td>
      </tr>
    </tbody>
  );
}

function Linked({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return <span class="word decided">{count === 1 ? "linked" : `${count} links`}</span>;
}

/** The full name, where the user has one; first and last name otherwise. */
function Name({ users, index, who }: Pick<Props, "users" | "index"> & { readonly who: string }) {
  const input = (key: string, words: string, placeholder: string) => (
    <TextInput
      form={users}
      path={[index, key]}
      cell={key}
      label={`${words} of ${who}`}
      placeholder={placeholder}
      isFleeting={key === "fullName"}
    />
  );
  if (users.node([index, "fullName"])) return input("fullName", "Full name", "Full");
  return (
    <div class="names">
      {input("firstName", "First name", "First")}
      {input("lastName", "Last name", "Last")}
    </div>
  );
}

interface RegisteredProps {
  readonly index: number;
  readonly who: string;
  readonly folds: ButtonHTMLAttributes;
}

/** Whether the user is registered, and the roles, which are chosen in the row's fold. */
function Registered({ index, who, folds }: RegisteredProps) {
  const { at, roles } = registrationOf(index);
  const isNamed = applicationId() !== "";
  const words = roles.join(", ") || "none";
  const why = isNamed ? "not registered" : "the scenario names no application";
  return (
    <div class="roles-cell">
      <label class="tick">
        <input
          type="checkbox"
          data-cell="registered"
          aria-label={`User ${index + 1} is registered`}
          disabled={!isNamed}
          checked={at >= 0}
          onChange={({ currentTarget: { checked } }) => setRegistered(index, checked)}
        />
      </label>
      <button
        type="button"
        class="quiet roles-fold"
        aria-label={`Roles of ${who}: ${words}${at < 0 ? `, ${why}` : ""}`}
        {...folds}
      >
        {words}
      </button>
    </div>
  );
}
