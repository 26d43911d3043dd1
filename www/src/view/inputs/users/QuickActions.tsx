import { useId, useState } from "preact/hooks";
import { outcome } from "../../../app/store.js";
import { addPerson, hasUserLike, linkPerson, userOptions } from "./people.js";

/** What people try out first: the person is a user already, or is linked already. */
export function QuickActions() {
  const id = useId();
  const [chosen, setChosen] = useState("");
  const identity = outcome.value?.identity;
  const options = userOptions();
  const user = options.find(({ value }) => value === chosen) ?? options[0];
  if (!identity) {
    return (
      <p class="nothing">Once the login can be simulated, the person can be made a user here.</p>
    );
  }
  const name = identity.email.value ?? identity.username.value ?? identity.uniqueId.value;
  const isThere = hasUserLike(identity);
  return (
    <div class="quick-actions">
      <p>
        The person of this login is <strong>{name ?? "somebody without a name"}</strong>. Try out:
      </p>
      <div class="buttons">
        <button type="button" disabled={isThere} onClick={() => addPerson(identity)}>
          Make this person a user
        </button>
        {isThere && <span class="aside">There is a user with this e-mail or username.</span>}
      </div>
      {user && (
        <div class="buttons">
          <label for={id}>Link this person to</label>
          <select
            id={id}
            value={user.value}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          >
            {options.map(({ value, words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
          <button
            type="button"
            disabled={identity.uniqueId.value === null}
            onClick={() => linkPerson(identity, user.value)}
          >
            Link
          </button>
        </div>
      )}
    </div>
  );
}
