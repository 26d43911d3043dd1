// More logins for the grid: variants of the one looked at, and others.

import { FromExamples } from "./FromExamples.js";
import { FromPaste } from "./FromPaste.js";
import { added, canVary, remove, toggle, VARIANTS, variants } from "./logins.js";

/** The controls below the grid. */
export function AddLogins() {
  return (
    <div class="add-logins">
      <Variants />
      {added.value.length > 0 && <AddedLogins />}
      <details>
        <summary>Add a login to compare</summary>
        <div class="ways">
          <FromExamples />
          <FromPaste />
        </div>
      </details>
    </div>
  );
}

function Variants() {
  return (
    <fieldset>
      <legend>What if this login had …</legend>
      {VARIANTS.map(({ variant, title }) => {
        const isOn = variants.value.includes(variant);
        const isPossible = canVary(variant);
        return (
          <button
            key={variant}
            type="button"
            class="toggle"
            aria-pressed={isOn}
            disabled={!isPossible && !isOn}
            title={isPossible ? undefined : "This login has nothing to change there"}
            onClick={() => toggle(variant)}
          >
            <span aria-hidden="true">{isOn ? "✓" : "+"}</span> {title}
          </button>
        );
      })}
    </fieldset>
  );
}

function AddedLogins() {
  return (
    <ul class="added" aria-label="Logins that were added">
      {added.value.map((login) => (
        <li key={login.name + login.text}>
          <span>{login.name}</span>
          <button
            type="button"
            class="quiet"
            aria-label={`Remove ${login.name}`}
            onClick={() => remove(login)}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}
