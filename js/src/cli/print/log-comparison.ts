// A debug log beside the one that a preview writes.

import type { ComparedLine, Fate, LogComparison } from "../from-log/compare-lines.js";
import type { Style } from "./style.js";
import { wrap } from "./text.js";

const LABELS: Readonly<Record<Fate, string>> = {
  same: "same",
  differs: "differs",
  "only-in-log": "only in the log",
  "only-in-preview": "only in the preview",
  "not-compared": "not compared",
};

const PAINTS = {
  same: "good",
  differs: "bad",
  "only-in-log": "bad",
  "only-in-preview": "bad",
  "not-compared": "faint",
} as const;

/** Columns of the label and of the line's number. */
const [LABEL, NUMBER] = [21, 5];

/** Each known line with what became of it, and a sum; `mask` takes tokens out of a line. */
export function logComparisonText(
  { logins, unread, isSame }: LogComparison,
  mask: (text: string) => string,
  style: Style,
): string {
  const blocks = logins.map((lines, index) => {
    const title = logins.length > 1 ? `Log, login ${index + 1} of ${logins.length}` : "Log";
    const texts = lines.map((line) => lineText(line, mask, style));
    return `${style.strong(title)}\n${texts.join("\n")}`;
  });
  return [...blocks, sumText(logins.flat(), unread, isSame, style)].join("\n\n");
}

function lineText(line: ComparedLine, mask: (text: string) => string, style: Style): string {
  const { fate, inLog, inPreview, members } = line;
  const label = LABELS[fate];
  const number = line.line === undefined ? "" : String(line.line);
  const start = `  ${label.padEnd(LABEL)}${number.padStart(NUMBER)}  `;
  const text = wrap(mask(inLog ?? inPreview ?? ""), start);
  const painted = text.replace(label, style[PAINTS[fate]](label));
  const rest = " ".repeat(start.length);
  const beside = fate === "differs" && inPreview !== inLog && inPreview !== undefined;
  return [
    painted,
    ...(beside
      ? [wrap(mask(inPreview), `${" ".repeat(LABEL - 3)}preview: `.padEnd(rest.length))]
      : []),
    ...(members.length > 0 ? [wrap(`members: ${members.join(", ")}`, rest)] : []),
  ].join("\n");
}

function sumText(
  lines: readonly ComparedLine[],
  unread: number,
  isSame: boolean,
  style: Style,
): string {
  const counts = Object.keys(LABELS).map((fate) => {
    const count = lines.filter((line) => line.fate === fate).length;
    return count === 0 ? [] : `${count} ${LABELS[fate as Fate]}`;
  });
  const unknown = unread === 0 ? [] : [`${unread} of unknown wording`];
  const verdict = isSame
    ? style.good("The preview says what the log says.")
    : style.bad("The preview does not say what the log says.");
  return `${verdict}\n${wrap(`Lines: ${[...counts.flat(), ...unknown].join(", ")}.`)}`;
}
