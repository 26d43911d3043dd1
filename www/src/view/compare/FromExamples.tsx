import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Added, add, loginsOf } from "./logins.js";

/** Adds a login of an example. */
export function FromExamples() {
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
