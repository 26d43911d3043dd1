// The values that are tried, each in a field.

import { Dice } from "./dice.mjs";
import { valueFor } from "./generate.mjs";
import { fields, Ours } from "./ours.mjs";

/** At least `count` values with what our core makes of them: `{class, name, holds, value, ours}`. */
export function tries({ count, seed }) {
  const [all, dice, ours] = [fields(), new Dice(seed), new Ours()];
  const tried = [];
  for (let login = 0; tried.length < count; login++) {
    // Without one of the two nobody could log in, so they are tried in turn.
    const without = login % 2 === 0 ? "username" : "email";
    const values = all
      .filter((field) => field.class !== "User" || field.name !== without)
      .map((field) => ({ ...field, value: asJson(valueFor(field.holds, dice)) }));
    const found = ours.try(values);
    tried.push(...values.map((value, index) => ({ ...value, ours: found[index] })));
  }
  return tried;
}

/** A lambda's value as it leaves the engine: `-0` is `0`, and half a character is a replacement for one. */
function asJson(value) {
  return JSON.parse(JSON.stringify(value).replace(/\\ud[89a-f][0-9a-f]{2}/gi, "\ufffd"));
}
