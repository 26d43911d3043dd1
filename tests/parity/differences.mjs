// The differences that cannot be mended, and when one of them explains what was found.

import { readFileSync } from "node:fs";

/**
 * The listed differences. Each says in `when` what it covers: `pointer` is where, `quickjs` and `graaljs` are the values
 * as JSON text, `lambda` is what the lambda's text has. All are regular expressions, and all that are given have to match.
 */
export function kept() {
  const { differences } = JSON.parse(
    readFileSync(new URL("differences.json", import.meta.url), "utf8"),
  );
  return differences.map((one) => ({ ...one, when: one.when.map(expressions) }));
}

function expressions(condition) {
  if (!condition.pointer || !condition.lambda)
    throw new Error("a difference names pointer and lambda");
  return Object.entries(condition).map(([name, text]) => [name, new RegExp(text, "s")]);
}

/** Which listed differences explain all that differs in a pair; none where anything is left over. */
export function explain({ pair, differences }, listed) {
  const body = pair.scenario.lambda?.body ?? "";
  const used = new Set();
  for (const difference of differences) {
    const id = listed.find(({ when }) => when.some((one) => covers(one, difference, body)))?.id;
    if (id === undefined) return [];
    used.add(id);
  }
  return [...used];
}

function covers(expressions, difference, body) {
  return expressions.every(([name, expression]) => {
    if (name === "pointer") return expression.test(difference.pointer);
    if (name === "lambda") return expression.test(body);
    return name in difference && expression.test(JSON.stringify(difference[name]) ?? "undefined");
  });
}
