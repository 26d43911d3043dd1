import reference from "virtual:reference";
import { useId } from "preact/hooks";
import { canChooseStrategy, chooseStrategy, strategy } from "../../app/strategy.js";
import { Choice } from "../parts/Choice.js";

const OPTIONS = reference.strategies.map(({ name, words }) => ({ value: name, words }));

/** The linking strategy, where the verdict is: the question that most people come with. */
export function Strategy() {
  const id = useId();
  const chosen = strategy.value;
  const known = OPTIONS.find(({ value }) => value === chosen);
  const words = canChooseStrategy.value ? known?.words : undefined;
  return (
    <div class="strategy">
      <span class="strategy-label" aria-hidden="true">
        Linking strategy
      </span>
      <Choice
        label="Linking strategy"
        options={OPTIONS}
        value={chosen || "Not set"}
        describedBy={id}
        isDisabled={!canChooseStrategy.value}
        onChoose={chooseStrategy}
      />
      <span id={id} class="strategy-words">
        {words ?? unknown(chosen)}
      </span>
    </div>
  );
}

function unknown(chosen: string): string {
  if (!canChooseStrategy.value)
    return "It can be changed once the identity provider is valid JSON.";
  if (chosen === "") return "The identity provider names none, so what its type does counts.";
  return "No strategy that an administrator can choose has this name.";
}
