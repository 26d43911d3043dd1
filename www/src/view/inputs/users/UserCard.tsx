import { CheckField, TextField } from "../parts/fields.js";
import type { JsonForm } from "../parts/json-form.js";
import { linksTo, nameAt, removeRow } from "./people.js";
import { Registration } from "./Registration.js";

interface Props {
  readonly users: JsonForm;
  readonly index: number;
}

/** A user who exists before the login. */
export function UserCard({ users, index }: Props) {
  const name = nameAt(users, index);
  const links = linksTo(users.string([index, "id"])).length;
  const field = (key: string, label: string) => (
    <TextField form={users} path={[index, key]} label={label} />
  );
  return (
    <li class="entry">
      <fieldset>
        <legend>
          User {index + 1}
          <span class="said">: {name}</span>
          {links > 0 && (
            <span class="word decided">{links === 1 ? "linked" : `${links} links`}</span>
          )}
        </legend>
        <button
          type="button"
          class="quiet remove"
          aria-label={`Remove user ${index + 1}, ${name}`}
          onClick={() => removeRow("users", index)}
        >
          ✕
        </button>
        <div class="fields narrow">
          {field("email", "E-mail")}
          {field("username", "Username")}
          {users.node([index, "fullName"]) && field("fullName", "Full name")}
          {field("firstName", "First name")}
          {field("lastName", "Last name")}
          {field("id", "User id")}
          <div class="checks">
            <CheckField
              form={users}
              path={[index, "verified"]}
              label="E-mail verified"
              standard={false}
            />
            <CheckField form={users} path={[index, "active"]} label="Active" standard={true} />
          </div>
        </div>
        <Registration users={users} index={index} />
      </fieldset>
    </li>
  );
}
