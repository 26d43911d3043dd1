// The differences that cannot be mended, and when one of them explains what was found.

import { readFileSync } from "node:fs";

/**
 * The listed differences. Each says in `when` what it covers: `pointer` is where, `quickjs` and `graaljs` are the values
 * as JSON text, `graaljsOutcome` is the whole, `lambda` is what the lambda's text has, `pair` is its source and name. All are regular expressions, and all
 * that are given have to match.
 * With `digits`, all that differs is what numbers have beyond so many digits; with `alike`, the parts of both values that
 * match it are the same. With `words`, both are texts of as many lines, and each two lines that differ end in one of
 * these pairs, before which they are the same.
 */
export function kept() {
  const text = readFileSync(new URL("differences.json", import.meta.url), "utf8");
  return JSON.parse(text).differences.map((one) => ({ ...one, when: one.when.map(condition) }));
}

/** What is a text as it stands; the others are values. */
const NAMES = ["pointer", "lambda", "pair", "graaljsOutcome"];

/** A condition with its expressions, which names at least where and in which lambdas. */
export function condition({ digits, alike, words, ...texts }) {
  if (!texts.pointer || texts.lambda === undefined)
    throw new Error("a difference names pointer and lambda");
  const expressions = Object.entries(texts).map(([name, text]) => [name, new RegExp(text, "s")]);
  const pairs = words?.map((pair) => pair.map((text) => new RegExp(text)));
  return { expressions, digits, alike: alike && new RegExp(alike, "g"), words: pairs };
}

/** Which listed differences explain all that differs in a pair; none where anything is left over. */
export function explain({ pair, differences, graaljs = "" }, listed) {
  const known = {
    lambda: pair.scenario.lambda?.body ?? "",
    pair: `${pair.source}/${pair.name}`,
    graaljsOutcome: graaljs,
  };
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

function covers({ expressions, digits, alike, words }, facts) {
  if (digits !== undefined && !isClose(facts, digits)) return false;
  if (alike && partsOf(facts.quickjs, alike) !== partsOf(facts.graaljs, alike)) return false;
  if (words && !differInWords(facts, words)) return false;
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

/** Whether two texts are the same but for ends of lines that are listed. */
function differInWords({ quickjs, graaljs }, words) {
  if (typeof quickjs !== "string" || typeof graaljs !== "string") return false;
  const [lines, others] = [quickjs, graaljs].map((text) => withoutExcerpts(text).split("\n"));
  return lines.length === others.length && lines.every((line, at) => isPair(line, others[at]));

  function isPair(line, other) {
    return (
      line === other ||
      words.some(([one, another]) => {
        const [first, second] = [one.exec(line), another.exec(other)];
        return first && second && line.slice(0, first.index) === other.slice(0, second.index);
      })
    );
  }
}

/** GraalJS shows the line that it could not read, and where in it. A trace goes on with the status. */
function withoutExcerpts(text) {
  const told = text.replace(/: status \d+, \w+$/, "");
  return told.replace(/(<(?:eval|function)>:\d+:\d+ [^\n]*)\n[^\n]*\n *\^/g, "$1");
}
