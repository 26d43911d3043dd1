// What a lambda leaves in a field, as FusionAuth's class reads it beside ours.

import { explanation } from "./differences.mjs";
import { parseExactly } from "./exact.mjs";
import { read } from "./java.mjs";
import { difference, requests } from "./values/compare.mjs";
import { tries } from "./values/tries.mjs";

/** Compares at least `count` values, and counts in `tally` by what the fields hold. */
export async function compareValues(tally, listed, { count, seed }) {
  const tried = tries({ count, seed });
  const names = ["User", "UserRegistration"];
  const answers = await read([
    ...names.map((name) => ({ class: name, json: "{}" })),
    ...tried.flatMap(requests),
  ]);
  const blanks = Object.fromEntries(
    names.map((name, index) => [name, parseExactly(answers[index].printed)]),
  );
  for (const [index, one] of tried.entries()) {
    const place = names.length + 2 * index;
    const found = difference(one, answers.slice(place, place + 2), blanks[one.class]);
    tally.count(one.holds, found === undefined ? [] : [explained(one, found, listed)]);
  }
}

function explained({ class: name, name: field, value }, found, listed) {
  const one = { part: "values", class: name, pointer: `/${field}`, value, ...found };
  return { ...one, place: `seeded value ${JSON.stringify(value)}`, id: explanation(one, listed) };
}
