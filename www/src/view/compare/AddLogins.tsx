// More logins for the grid: variants of the one looked at, those of examples, and what somebody pastes.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { KitRefusal } from "../../kit/client.js";
import {
  type Added,
  add,
  added,
  canVary,
  loginsOf,
  remove,
  toggle,
  VARIANTS,
  variants,
} from "./logins.js";
import { loginFrom } from "./paste.js";

/** The controls below the grid. */
export function AddLogins() {
  return (
    <div class="add-logins">
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
      {added.value.length > 0 && (
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
      )}
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

function FromExamples() {
  const offered = useSignal<readonly Added[]>([]);
  const chosen = useSignal("");
  useEffect(() => {
    void import("virtual:examples").then((module) => {
      offered.value = module.default.flatMap(loginsOf);
    });
  }, []);
  const addChosen = () => {
    const login = offered.value.find(({ name }) => name === chosen.value);
    if (login) add([login]);
  };
  const groups = [...new Set(offered.value.map(({ name }) => name.split("/")[0] ?? ""))];
  return (
    <div class="way">
      <label>
        From an example
        <select
          value={chosen.value}
          onChange={(event) => {
            chosen.value = event.currentTarget.value;
          }}
        >
          <option value="">Choose a login</option>
          {groups.map((group) => (
            <optgroup key={group} label={group}>
              {offered.value
                .filter(({ name }) => name.startsWith(`${group}/`))
                .map(({ name }) => (
                  <option key={name} value={name}>
                    {name.slice(group.length + 1)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button type="button" disabled={chosen.value === ""} onClick={addChosen}>
        Add the example's login
      </button>
    </div>
  );
}

function FromPaste() {
  const text = useSignal("");
  const name = useSignal("");
  const problem = useSignal("");
  const addPasted = async () => {
    try {
      const login = await loginFrom(text.value);
      const number = added.value.filter((one) => one.name.startsWith("pasted ")).length + 1;
      add([{ name: name.value.trim() || `pasted ${number}`, text: login }]);
      text.value = "";
      name.value = "";
      problem.value = "";
    } catch (error) {
      problem.value =
        error instanceof KitRefusal
          ? `${error.message}; ${error.refusal.help}`
          : "this is no login";
    }
  };
  return (
    <form
      class="way"
      onSubmit={(event) => {
        event.preventDefault();
        void addPasted();
      }}
    >
      <label>
        Or a token, a Cognito payload or a login's JSON
        <textarea
          rows={4}
          spellcheck={false}
          value={text.value}
          aria-describedby="compare-paste-problem"
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
      </label>
      <label>
        Called
        <input
          value={name.value}
          placeholder="pasted 1"
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      </label>
      <button type="submit" disabled={text.value.trim() === ""}>
        Add what is pasted
      </button>
      <p class="problem" id="compare-paste-problem" role="alert">
        {problem.value}
      </p>
      <p class="about">Kept in this browser only, until you remove it.</p>
    </form>
  );
}
