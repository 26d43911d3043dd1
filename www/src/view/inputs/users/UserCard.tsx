import { CheckField, TextField } from "../parts/fields.js";
import type { JsonForm } from "../parts/json-form.js";
import { applicationId } from "../parts/sections.js";
import { linksTo, registrationIndex, roleNames } from "./people.js";

interface Props {
  readonly users: JsonForm;
  readonly index: number;
}

/** A user who exists before the login. */
export function UserCard({ users, index }: Props) {
  const text = (key: string) => users.string([index, key]);
  const name = text("email") || text("username") || text("id");
  const links = linksTo(text("id")).length;
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
          onClick={() => users.set([index], undefined)}
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

/** Whether the user is registered for the application, and with which roles. */
function Registration({ users, index }: Props) {
  const application = applicationId();
  if (application === "") {
    return <p class="hint">Name an application to register this user for it.</p>;
  }
  const at = registrationIndex(index);
  const list = [index, "registrations"];
  const value = at < 0 ? undefined : users.value([...list, at, "roles"]);
  const has: readonly unknown[] = Array.isArray(value) ? value : [];
  const all = [...new Set([...roleNames(), ...has.map(String)])];
  const toggle = (role: string, isOn: boolean) => {
    const others = has.filter((one) => one !== role);
    users.set([...list, at, "roles"], isOn ? [...has, role] : others);
  };
  return (
    <div class="registration">
      <label>
        <input
          type="checkbox"
          checked={at >= 0}
          onChange={({ currentTarget: { checked } }) => {
            if (checked) users.add(list, { applicationId: application, roles: [] });
            else users.set([...list, at], undefined);
          }}
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
                checked={has.includes(role)}
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
