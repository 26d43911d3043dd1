import { chosenLogin, draft } from "../../../app/store.js";
import { addLogin, moveLogin, removeLogin, shownLogin } from "./logins.js";

/** Makes two logins of one. */
export function AddSecondLogin() {
  if (draft.value.logins.length > 1) return null;
  return (
    <button type="button" class="quiet" onClick={addLogin}>
      + Add a second login
    </button>
  );
}

/** Which of several logins is edited, and their order. */
export function LoginList() {
  const { logins } = draft.value;
  const shown = shownLogin();
  if (logins.length === 1) return null;
  return (
    <div class="login-list">
      <fieldset class="login-choice">
        <legend class="said">Login to edit</legend>
        {logins.map((_, index) => (
          <label key={`login ${index + 1}`}>
            <input
              type="radio"
              name="shown-login"
              checked={index === shown}
              onChange={() => {
                chosenLogin.value = index;
              }}
            />
            <span>Login {index + 1}</span>
          </label>
        ))}
      </fieldset>
      <button type="button" class="quiet" onClick={addLogin}>
        + Add a login
      </button>
      <span class="login-moves">
        <Move index={shown} by={-1} label="Earlier" isPossible={shown > 0} />
        <Move index={shown} by={1} label="Later" isPossible={shown < logins.length - 1} />
        <button
          type="button"
          class="quiet"
          aria-label={`Remove login ${shown + 1}`}
          onClick={() => removeLogin(shown)}
        >
          Remove
        </button>
      </span>
    </div>
  );
}

interface MoveProps {
  readonly index: number;
  readonly by: -1 | 1;
  readonly label: string;
  readonly isPossible: boolean;
}

function Move({ index, by, label, isPossible }: MoveProps) {
  return (
    <button
      type="button"
      class="quiet"
      disabled={!isPossible}
      aria-label={`Move login ${index + 1} ${label.toLowerCase()}`}
      onClick={() => moveLogin(index, by)}
    >
      {by < 0 ? "←" : "→"} {label}
    </button>
  );
}
