// Results for people.

import { difference } from "../../print/difference.js";
import { type Style, styleFor } from "../../print/style.js";
import { inline, visible, wrap } from "../../print/text.js";
import { count, placeOf, type Result } from "../result.js";
import { duration, forPeople, headlineOf, placeText, shownOf } from "./reporter.js";

/** A line a scenario, with what is wrong below it. */
export const pretty = forPeople((results, coverage) => {
  const style = styleFor(process.stdout);
  const lines = results.flatMap((result) => linesOf(result, style));
  return `${[...lines, "", totals(results)].join("\n")}\n${coverage}`;
});

/** `3 passed, 1 failed`, which is the last line. */
export function totals(results: readonly Result[]): string {
  const { passed, bad } = count(results);
  const updated = results.filter(({ updates }) => updates.length > 0).length;
  return `${passed} passed, ${bad} failed${updated > 0 ? `, ${updated} updated` : ""}`;
}

const WORDS = {
  passed: ["good", "passed "],
  failed: ["bad", "failed "],
  invalid: ["bad", "failed "],
  skipped: ["warning", "skipped"],
} as const;

/** What is told of one scenario. */
export function linesOf(result: Result, style: Style): string[] {
  const [paint, word] = result.updates.length > 0 ? UPDATED : WORDS[result.verdict];
  const { line, column } = placeOf(result);
  const place = line === undefined ? "" : `:${line}:${column}`;
  const note = result.verdict === "skipped" ? "it has no `expect`" : visible(result.name ?? "");
  const head = [`${style[paint](word)} ${visible(result.file)}${place}`, style.faint(note)];
  const time = style.faint(`(${duration(result.milliseconds)})`);
  const parts = result.verdict === "skipped" ? head : [...head, time];
  return [parts.filter((part) => part !== "").join("  "), ...detailsOf(result, style)];
}

const UPDATED = ["warning", "updated"] as const;

function detailsOf(result: Result, style: Style): string[] {
  if (result.verdict === "invalid") return [`        ${style.bad(visible(headlineOf(result)))}`];
  const { shown, left } = shownOf(result.mismatches);
  const differences = shown.flatMap((mismatch) => {
    const { expected, found } = difference(mismatch);
    return [
      `        ${style.strong(visible(mismatch.path) || "(the whole outcome)")}`,
      `          ${style.faint("expected")}  ${style.good(expected)}`,
      `          ${style.faint("found")}     ${style.bad(found)}`,
    ];
  });
  const more = left > 0 ? [`        … and ${left} more`] : [];
  return [...differences, ...more, ...reasonsOf(result, style), ...updatesOf(result, style)];
}

function reasonsOf({ reasons }: Result, style: Style): string[] {
  return reasons.flatMap((reason) => [
    `        ${style.strong(reason.code)}  ${visible(placeText(reason))}`,
    wrap(reason.message, "          "),
  ]);
}

function updatesOf({ updates }: Result, style: Style): string[] {
  const { shown, left } = shownOf(updates);
  const lines = shown.flatMap(({ path, expected, written }) => {
    const shortened = difference({ expected, found: written });
    return [
      `        ${style.strong(visible(`/expect${path}`))}`,
      `          ${style.bad(`- ${shortened.expected}`)}`,
      `          ${style.good(`+ ${written === null ? inline(null) : shortened.found}`)}`,
    ];
  });
  return left > 0 ? [...lines, `        … and ${left} more`] : lines;
}
