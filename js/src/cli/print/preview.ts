// An outcome for people: the verdict first, then who, what changed, and what to watch out for.

import type { Outcome, Preview } from "../../types.js";
import { changeLines } from "./changes.js";
import { labelled } from "./findings.js";
import type { Style } from "./style.js";
import { inline, visible, WIDTH, wrap } from "./text.js";
import { traceLines } from "./trace.js";
import { warningLines } from "./warnings.js";
import { whoLines } from "./who.js";

/** How much is shown. */
export interface Detail {
  readonly trace: boolean;
  /** The lambda's file, as a path from here. */
  readonly lambdaFile?: string | undefined;
}

/** A whole preview: one login, or several in order. */
export function previewText(preview: Preview, detail: Detail, style: Style): string {
  if (!("logins" in preview)) return outcomeText(preview, detail, style);
  const { logins } = preview;
  return logins
    .map((outcome, index) => {
      const head = style.faint(`Login ${index + 1} of ${logins.length}`);
      return `${head}\n${outcomeText(outcome, detail, style)}`;
    })
    .join("\n\n");
}

function outcomeText(outcome: Outcome, detail: Detail, style: Style): string {
  const sections: [title: string, lines: string[]][] = [
    ["Who", whoLines(outcome, style)],
    ["Changes", changeLines(outcome.changes, detail.lambdaFile, style)],
    ["Written without effect", ignoredLines(outcome, style)],
    [
      "Event log",
      outcome.eventLog.map(({ type, message }) => wrap(message, `  ${type.padEnd(13)}`)),
    ],
    ["Watch out", warningLines(outcome.diagnostics, detail.lambdaFile, style)],
    ["Why", detail.trace ? traceLines(outcome.trace, style) : []],
  ];
  const shown = sections.filter(([, lines]) => lines.length > 0);
  const texts = shown.map(([title, lines]) => `${style.strong(title)}\n${lines.join("\n")}`);
  return [verdictText(outcome, style), ...texts].join("\n\n");
}

/** FusionAuth's status, the decision, and what becomes of the person. */
function verdictText(outcome: Outcome, style: Style): string {
  const answer = style.strong(`${outcome.status} ${outcome.decision}`);
  const sentence = `The person ${outcome.verdict}`.replace(/\.?$/, ".");
  return `${paintOf(outcome, style)(answer)}\n${wrap(sentence)}`;
}

/** Green for a login, yellow for one that waits for something, red for a refusal. */
export function paintOf({ status }: { status: number }, style: Style): (text: string) => string {
  if (status === 200) return style.good;
  return status < 300 ? style.warning : style.bad;
}

function ignoredLines({ ignoredWrites }: Outcome, style: Style): string[] {
  return ignoredWrites.flatMap(({ path, value, reason }) => [
    `  ${visible(path)}  ${inline(value, WIDTH - path.length - 4)}`,
    labelled("because", reason, style),
  ]);
}
