import reference from "virtual:reference";
import { useId } from "preact/hooks";
import { inputTab } from "../../../app/layout.js";
import { sectionForm } from "../parts/sections.js";
import { canSetStrategy, chosenStrategy, setStrategy } from "./strategy.js";

/** The linking strategy in one line, for the tab where one begins. */
export function StrategySelect() {
  const id = useId();
  if (!canSetStrategy()) return null;
  const chosen = chosenStrategy(sectionForm("identityProvider"));
  const known = reference.strategies.find(({ name }) => name === chosen);
  return (
    <div class="strategy-line">
      <label for={id}>Linking strategy</label>
      <select
        id={id}
        aria-describedby={`${id}-words`}
        value={chosen}
        onChange={({ currentTarget }) => setStrategy(currentTarget.value)}
      >
        {!known && <option value={chosen}>{chosen === "" ? "none" : chosen}</option>}
        {reference.strategies.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <span class="help" id={`${id}-words`}>
        {known?.words ?? "This is no strategy that FusionAuth knows."}{" "}
        <button
          type="button"
          class="link"
          onClick={() => {
            inputTab.value = "provider";
          }}
        >
          All settings of the identity provider
        </button>
      </span>
    </div>
  );
}
