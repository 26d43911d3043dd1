import { Group } from "../parts/fields.js";
import type { JsonForm } from "../parts/json-form.js";

/** The roles that the application knows. */
export function Roles({ application }: { readonly application: JsonForm }) {
  const count = application.length(["roles"]);
  return (
    <Group title="Roles">
      <p class="hint">
        A new registration gets the default roles, unless a lambda, a policy or a mapping gives it
        others. Without any role here, every role is taken as known.
      </p>
      {count > 0 && (
        <table class="roles-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Default</th>
              <th scope="col">Super</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: count }, (_, index) => (
              <Role key={index} application={application} index={index} />
            ))}
          </tbody>
        </table>
      )}
      <button type="button" onClick={() => application.add(["roles"], { name: "" })}>
        + Add a role
      </button>
    </Group>
  );
}

interface Props {
  readonly application: JsonForm;
  readonly index: number;
}

function Role({ application, index }: Props) {
  const path = ["roles", index];
  const name = application.string([...path, "name"]);
  const said = name === "" ? `role ${index + 1}` : name;
  return (
    <tr>
      <td>
        <input
          aria-label={`Name of role ${index + 1}`}
          spellcheck={false}
          autocomplete="off"
          value={name}
          onInput={({ currentTarget }) => application.set([...path, "name"], currentTarget.value)}
        />
      </td>
      {(["isDefault", "isSuperRole"] as const).map((key) => (
        <td key={key}>
          <input
            type="checkbox"
            aria-label={`${said} is ${key === "isDefault" ? "a default" : "a super"} role`}
            checked={application.value([...path, key]) === true}
            onChange={({ currentTarget: { checked } }) =>
              application.set([...path, key], checked ? true : undefined)
            }
          />
        </td>
      ))}
      <td>
        <button
          type="button"
          class="quiet remove"
          aria-label={`Remove ${said}`}
          onClick={() => application.set(path, undefined)}
        >
          ✕
        </button>
      </td>
    </tr>
  );
}
