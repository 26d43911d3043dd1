import reference from "virtual:reference";
import { useId } from "preact/hooks";
import { chooseStrategy, strategy } from "../../app/strategy.js";
import { Choice } from "../parts/Choice.js";

const OPTIONS = reference.strategies.map(({ name, words }) => ({ value: name, words }));

/** The linking strategy, where the verdict is: the question that most people come with. */
export function Strategy() {
  const id = useId();
  const chosen = strategy.value;
  const words = OPTIONS.find(({ value }) => value === chosen)?.words;
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
        onChoose={chooseStrategy}
      />
      <span id={id} class="strategy-words">
        {words ?? unknown(chosen)}
      </span>
    </div>
  );
}

function unknown(chosen: string): string {
  if (chosen === "") return "The identity provider names no strategy.";
  return "No strategy that an administrator can choose has this name.";
}
