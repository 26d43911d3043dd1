// What a lambda leaves in a field, as FusionAuth's class reads it beside ours.

import { explanation } from "./differences.mjs";
import { parseExactly } from "./exact.mjs";
import { read } from "./java.mjs";
import { found, requests } from "./values/compare.mjs";
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
    const differences = found(one, answers.slice(place, place + 2), blanks[one.class]);
    tally.count(
      one.holds,
      differences.map((difference) => explained(one, difference, listed)),
    );
  }
}

function explained({ class: name, value }, difference, listed) {
  const one = { part: "values", class: name, ...difference };
  return { ...one, place: `value ${JSON.stringify(value)}`, id: explanation(one, listed) };
}
