import { outcome } from "../../../app/store.js";
import { TextField } from "../parts/fields.js";
import type { JsonForm } from "../parts/json-form.js";
import { linkPerson } from "./people.js";
import { Registration } from "./Registration.js";

interface Props {
  readonly users: JsonForm;
  readonly index: number;
}

/** What a user has besides the columns of the table. */
export function UserMore({ users, index }: Props) {
  const id = users.string([index, "id"]);
  const identity = outcome.value?.identity;
  const canLink = id !== "" && typeof identity?.uniqueId.value === "string";
  const field = (key: string, label: string) => (
    <TextField form={users} path={[index, key]} label={label} />
  );
  return (
    <fieldset>
      <legend class="said">More of user {index + 1}</legend>
      <Registration users={users} index={index} />
      {users.node([index, "fullName"]) && (
        <div class="fields">
          {field("firstName", "First name")}
          {field("lastName", "Last name")}
        </div>
      )}
      <div class="id-line">
        {field("id", "User id")}
        <button
          type="button"
          disabled={!canLink}
          onClick={() => identity && linkPerson(identity, id)}
        >
          Link this person to user {index + 1}
        </button>
      </div>
    </fieldset>
  );
}
