// Values that a lambda may leave in a field: such as belong there, such as nearly do, and any others.

import { MARGINS, UUID } from "./margins.mjs";

/** A value for a field that holds what `holds` says in words. */
export function valueFor(holds, dice) {
  const own = MARGINS[holds];
  if (own === undefined) throw new Error(`no values are known for a field that holds ${holds}`);
  const form = dice.below(10);
  if (form < 6) return own(dice);
  if (form < 7) return bent(own(dice), dice);
  return anything(dice, 2);
}

/** A text that is made slightly wrong; another value as it is. */
function bent(value, dice) {
  if (typeof value !== "string") return [value];
  const place = dice.below(value.length + 1);
  const [before, after] = [value.slice(0, place), value.slice(place)];
  return dice.pick([
    () => ` ${value}\t`,
    () => value.toUpperCase(),
    () => value.toLowerCase(),
    () => before + dice.pick([..."-_:+ 0aZ/%#[é\u00a0\u0001"]) + after,
    () => before + after.slice(1),
    () => `${value}\u00a0`,
  ])();
}

const SCALARS = [
  ...[null, true, false, 0, 1, 2, 5, -1, -0, 1.5, -0.5, 0.1, 1e-6, 1e-7, 1e20, 1e21, 1e30],
  ...[2 ** 31 - 1, 2 ** 31, 2 ** 53, 2 ** 53 + 1, 2 ** 63, -(2 ** 63), 2 ** 64, 1e300, 1.25e-9],
  ...["", " ", "\t", "\u00a0", "0", "1", "true", "FALSE", "null", "text", " text ", "Grüße", "İ"],
  ...["😀", "\u0000", "x".repeat(3000), "a\nb", "en", "UTC", "1990-01-01", "5", "1.5", UUID],
];

function anything(dice, depth) {
  const form = dice.below(depth > 0 ? 10 : 7);
  if (form < 7) return dice.pick(SCALARS);
  if (form < 8) return dice.several(3, () => anything(dice, depth - 1));
  const entries = dice.several(3, () => [
    dice.pick(["a", "b", "c", ""]),
    anything(dice, depth - 1),
  ]);
  return Object.fromEntries(entries);
}
