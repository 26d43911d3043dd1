import type { JsonForm } from "../parts/json-form.js";
import { applicationId } from "../parts/sections.js";
import { registrationOf, roleNames, setRegistered } from "./people.js";

interface Props {
  readonly users: JsonForm;
  readonly index: number;
}

/** Whether the user is registered for the application, and with which roles. */
export function Registration({ users, index }: Props) {
  if (applicationId() === "") {
    return <p class="hint">Name an application to register this user for it.</p>;
  }
  const { at, roles } = registrationOf(index);
  const all = [...new Set([...roleNames(), ...roles.map(String)])];
  const toggle = (role: string, isOn: boolean) => {
    const others = roles.filter((one) => one !== role);
    users.set([index, "registrations", at, "roles"], isOn ? [...roles, role] : others);
  };
  return (
    <div class="registration">
      <label>
        <input
          type="checkbox"
          checked={at >= 0}
          onChange={({ currentTarget: { checked } }) => setRegistered(index, checked)}
        />
        Registered for the application
      </label>
      {at >= 0 && all.length > 0 && (
        <fieldset class="roles">
          <legend>Roles</legend>
          {all.map((role) => (
            <label key={role}>
              <input
                type="checkbox"
                checked={roles.includes(role)}
                onChange={({ currentTarget: { checked } }) => toggle(role, checked)}
              />
              {role}
            </label>
          ))}
        </fieldset>
      )}
      {at >= 0 && all.length === 0 && <p class="hint">The application lists no roles.</p>}
    </div>
  );
}
