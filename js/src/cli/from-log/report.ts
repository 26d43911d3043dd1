// What a person is told of scenarios that were made from a log.

import { visible, wrap } from "../print/text.js";
import type { Note } from "./notes.js";
import type { Unread } from "./read-log.js";
import type { LogFile } from "./read-log-file.js";
import type { WrittenScenario } from "./write-scenario.js";

/** The whole report, with a line end. */
export function writtenText(
  scenarios: readonly WrittenScenario[],
  { unread, tokens }: LogFile,
  log: string,
): string {
  const notes = scenarios.map((scenario) => scenario.notes);
  const doubts = inRuns(unread).map(({ line, last, text, reason }) => {
    const range = last === line ? "" : ` (up to line ${last})`;
    return { line, text: `\`${tokens.shown(text)}\`: ${reason}${range}` };
  });
  const sections: [title: string, lines: string[]][] = [
    ["Written", scenarios.map(writtenLine)],
    ["Concluded", notes.flatMap(({ concluded }) => concluded.map(noteLine))],
    ["Not read", doubts.map(noteLine)],
    ["Not in the scenario", notes.flatMap(({ leftOut }) => leftOut.map(noteLine))],
    ["Not in the log", unique(notes.flatMap(({ missing }) => missing)).map(item)],
    ["What to try next", scenarios.map(({ file }) => callFor(file, log))],
  ];
  const shown = sections.filter(([, lines]) => lines.length > 0);
  const texts = shown.map(([title, lines]) => `${title}\n${lines.join("\n")}`);
  return `${tokens.out(texts.join("\n\n"))}\n\nTokens and secrets of the log are in none of the files.\n`;
}

/** Lines one after another that are unread for the same reason, such as the end of JSON, are one remark. */
function inRuns(unread: readonly Unread[]): (Unread & { last: number })[] {
  const runs: (Unread & { last: number })[] = [];
  for (const one of unread) {
    const run = runs.at(-1);
    if (run && run.reason === one.reason && one.line - run.last <= 1) run.last = one.line;
    else runs.push({ ...one, last: one.line });
  }
  return runs;
}

function writtenLine({ file, logins }: WrittenScenario): string {
  return `  ${visible(file)} (${logins === 1 ? "one login" : `${logins} logins`})`;
}

function noteLine({ line, text }: Note): string {
  return wrap(text, line === undefined ? "  " : `  line ${String(line).padEnd(5)}`);
}

function item(text: string): string {
  return wrap(text, "  ");
}

function callFor(file: string, log: string): string {
  return `  npx reconcile-kit preview ${visible(file)} --log ${visible(log)}`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
