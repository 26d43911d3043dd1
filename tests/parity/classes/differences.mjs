// The differences that stay, and which of them explains what was found.

import { readFileSync } from "node:fs";

/**
 * The listed differences, each with an `id`, the `reason` why it stays, and in `when` what it covers: `part` (`objects` or
 * `values`), `class`, and regular expressions for `pointer`, and for `ours` and `its` as JSON text. All that are given have to match.
 */
export function listed() {
  const { differences } = JSON.parse(
    readFileSync(new URL("differences.json", import.meta.url), "utf8"),
  );
  return differences.map(({ when: { part, class: name, ...texts }, ...one }) => {
    const expressions = Object.entries(texts).map(([key, text]) => [key, new RegExp(text, "su")]);
    return { ...one, part, class: name, expressions };
  });
}

/** The id of the listed difference that explains what was `found`; `undefined` where none does. */
export function explanation(found, differences) {
  const covers = ({ part, class: name, expressions }) =>
    part === found.part &&
    (name === undefined || name === found.class) &&
    expressions.every(([key, expression]) => expression.test(textOf(key, found[key])));
  return differences.find(covers)?.id;
}

function textOf(key, value) {
  return key === "pointer" ? value : (JSON.stringify(value) ?? "nothing");
}
