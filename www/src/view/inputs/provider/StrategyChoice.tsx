import reference from "virtual:reference";
import { useId } from "preact/hooks";
import { chooseStrategy } from "../../../app/strategy.js";
import type { JsonForm } from "../parts/json-form.js";
import { chosenStrategy } from "./strategy.js";

/** What happens to a person for whom no link exists: the setting that decides most. */
export function StrategyChoice({ provider }: { readonly provider: JsonForm }) {
  const name = useId();
  const chosen = chosenStrategy(provider);
  const isSet = provider.string(["linkingStrategy"]) !== "";
  return (
    <fieldset class="strategies">
      <legend>Linking strategy</legend>
      <p class="hint">
        What FusionAuth does with a person for whom no link exists yet.
        {!isSet && chosen !== "" && ` None is set, so this type's own counts: ${chosen}.`}
      </p>
      <div class="strategy-cards">
        {reference.strategies.map((strategy) => (
          <label key={strategy.name} class={strategy.name === chosen ? "chosen" : ""}>
            <input
              type="radio"
              name={name}
              checked={strategy.name === chosen}
              aria-labelledby={`${name}-${strategy.name}-name`}
              aria-describedby={`${name}-${strategy.name}`}
              onChange={() => chooseStrategy(strategy.name)}
            />
            <span class="strategy-name" id={`${name}-${strategy.name}-name`}>
              {strategy.name}
            </span>
            <span class="hint" id={`${name}-${strategy.name}`}>
              {strategy.words}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
