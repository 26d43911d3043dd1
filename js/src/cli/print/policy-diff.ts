// The answer of `diff`: each difference with claims that show it.

import type { Difference, FieldResult, PolicyDiff } from "../../generated/policy-diff.js";
import { claimLines } from "./claim-set.js";
import type { Style } from "./style.js";
import { inline, visible, wrap } from "./text.js";

/** The names of the two files. */
interface Files {
  readonly before: string;
  readonly after: string;
}

/** Where the policies differ, without a line end. */
export function diffText(diff: PolicyDiff, files: Files, style: Style): string {
  const { same, differences, undecided } = diff;
  if (same) return "no differences: every login comes to the same under both policies";
  const parts = differences.map((difference) => differenceText(difference, files, style));
  if (undecided.length > 0) {
    const lines = undecided.map((words) => wrap(words, "  "));
    parts.push([style.warning("not decided"), ...lines].join("\n"));
  }
  const count = differences.length === 1 ? "1 difference" : `${differences.length} differences`;
  return [
    ...parts,
    undecided.length > 0 ? `${count}, ${undecided.length} not decided` : count,
  ].join("\n\n");
}

function differenceText(difference: Difference, { before, after }: Files, style: Style): string {
  const { what, claims, newUser, stored } = difference;
  const width = Math.max(before.length, after.length);
  const side = (file: string, says: string, result: FieldResult) =>
    [
      wrap(says, `  ${file.padEnd(width)}  `),
      wrap(`→ ${resultText(what, result)}`, `  ${"".padEnd(width)}  `),
    ].join("\n");
  const lines = [
    style.strong(visible(what)),
    side(visible(before), difference.old, difference.oldResult),
    side(visible(after), difference.new, difference.newResult),
    `  ${style.faint("for example")}`,
    ...claimLines(claims, newUser).map((line) => `    ${line}`),
  ];
  if (stored != null) lines.push(`    where the field held ${inline(stored, 60)}`);
  return lines.join("\n");
}

function resultText(what: string, { denied, value }: FieldResult): string {
  if (denied) return `refused: ${denied.message}`;
  if (what === GATES) return "the login goes on";
  return value == null ? "the field is empty" : inline(value, 60);
}

/** What a difference is about when it is about no field. */
const GATES = "gates";
