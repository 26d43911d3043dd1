import { chosenLogin, outcomes } from "../../../app/store.js";
import { toneOf } from "../../../app/tone.js";
import { Mark } from "../parts/Mark.js";
import { chooseLogin } from "./choose-login.js";

/** Chooses which of several logins is looked at. */
export function LoginChooser() {
  const all = outcomes.value;
  if (all.length < 2) return null;
  const chosen = Math.min(chosenLogin.value, all.length - 1);
  return (
    <nav class="logins" aria-label="Logins, in order">
      {all.map(({ status, decision }, index) => (
        <button
          key={index}
          type="button"
          aria-current={index === chosen ? "true" : undefined}
          onClick={() => chooseLogin(index)}
        >
          <Mark shape={toneOf(status)} /> Login {index + 1}: {status} {decision}
        </button>
      ))}
    </nav>
  );
}
