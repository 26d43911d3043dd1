// The differences that cannot be mended, and when one of them explains what was found.

import { readFileSync } from "node:fs";

/**
 * The listed differences. Each says in `when` what it covers: `pointer` is where, `quickjs` and `graaljs` are the values
 * as JSON text, `lambda` is what the lambda's text has, `pair` is its source and name. All are regular expressions, and all
 * that are given have to match.
 * With `digits`, all that differs is what numbers have beyond so many digits; with `alike`, the parts of both values that
 * match it are the same.
 */
export function kept() {
  const text = readFileSync(new URL("differences.json", import.meta.url), "utf8");
  return JSON.parse(text).differences.map((one) => ({ ...one, when: one.when.map(condition) }));
}

/** What is a text as it stands; the others are values. */
const NAMES = ["pointer", "lambda", "pair"];

/** A condition with its expressions, which names at least where and in which lambdas. */
export function condition({ digits, alike, ...texts }) {
  if (!texts.pointer || !texts.lambda) throw new Error("a difference names pointer and lambda");
  const expressions = Object.entries(texts).map(([name, text]) => [name, new RegExp(text, "s")]);
  return { expressions, digits, alike: alike && new RegExp(alike, "g") };
}

/** Which listed differences explain all that differs in a pair; none where anything is left over. */
export function explain({ pair, differences }, listed) {
  const known = { lambda: pair.scenario.lambda?.body ?? "", pair: `${pair.source}/${pair.name}` };
  const used = new Set();
  for (const difference of differences) {
    const id = listed.find(({ when }) =>
      when.some((one) => covers(one, { ...difference, ...known })),
    )?.id;
    if (id === undefined) return [];
    used.add(id);
  }
  return [...used];
}

function covers({ expressions, digits, alike }, facts) {
  if (digits !== undefined && !isClose(facts, digits)) return false;
  if (alike && partsOf(facts.quickjs, alike) !== partsOf(facts.graaljs, alike)) return false;
  return expressions.every(([name, expression]) => {
    if (NAMES.includes(name)) return expression.test(facts[name]);
    return name in facts && expression.test(JSON.stringify(facts[name]) ?? "undefined");
  });
}

/** Whether both values are the same when their numbers, even those in texts, have so many digits. */
function isClose({ quickjs, graaljs }, digits) {
  const [one, other] = [quickjs, graaljs].map((value) =>
    JSON.stringify(value)?.replace(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g, (number) =>
      Number(number).toPrecision(digits),
    ),
  );
  return one !== undefined && one === other;
}

function partsOf(value, expression) {
  return (JSON.stringify(value)?.match(expression) ?? []).join(" ");
}
