import { ownStrategy, STRATEGIES } from "./provider.js";
import { outcomeOf, rows } from "./rows.js";
import { lockedOut, shapeOf } from "./verdict.js";

/** Who is locked out, in words: under the scenario's own strategy, and under which nobody is. */
export function Summary() {
  const all = STRATEGIES.map(({ name }) => ({
    name,
    outcomes: rows.value.flatMap((row) => outcomeOf(row, name) ?? []),
  }));
  if (rows.value.length === 0 || all.some(({ outcomes }) => outcomes.length < rows.value.length)) {
    return null;
  }
  const isOne = rows.value.length === 1;
  const own = all.find(({ name }) => name === ownStrategy.value);
  const open = all.filter(({ outcomes }) => outcomes.every((one) => shapeOf(one) === "in"));
  return (
    <p class="summary">
      {own && (
        <>
          Under {own.name}, which this scenario has, <strong>{lockedOut(own.outcomes)}</strong>.{" "}
        </>
      )}
      {open.length === 0
        ? `No strategy lets ${isOne ? "this login" : "everybody"} in.`
        : `${isOne ? "This login" : "Everybody"} gets in under ${listed(open.map(({ name }) => name))}.`}
    </p>
  );
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
