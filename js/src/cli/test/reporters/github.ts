// Results for GitHub Actions: annotations beside the lines, and a table on the run's page.

import { appendFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { difference } from "../../print/difference.js";
import type { FileFinding } from "../../print/sarif.js";
import { visible } from "../../print/text.js";
import { placeOf, type Result } from "../result.js";
import { pretty, totals } from "./pretty.js";
import { forPeople, headlineOf, shownOf } from "./reporter.js";

/** The results for people, between marks that keep a scenario's text from being read as a command; annotations. */
export const github = forPeople((results, coverage) => {
  const end = crypto.randomUUID();
  const told = `::stop-commands::${end}\n${pretty(results, coverage)}::${end}::\n`;
  const bad = results.filter(({ verdict }) => verdict === "failed" || verdict === "invalid");
  return told + bad.flatMap(annotationsOf).join("");
});

function annotationsOf(result: Result): string[] {
  const title = result.name ?? "reconcile-kit";
  if (result.verdict === "invalid") return result.findings.map(annotationOf);
  const { shown, left } = shownOf(result.mismatches);
  const differences = shown.map((mismatch) => {
    const { expected, found } = difference(mismatch);
    const { line, column, path } = mismatch;
    const text = `${path || "the outcome"}\nexpected  ${expected}\nfound     ${found}`;
    return command({ file: result.file, line, column, title }, text);
  });
  const more =
    left > 0 ? [command({ file: result.file, title }, `and ${left} more differences`)] : [];
  return [...differences, ...more, ...result.reasons.map(annotationOf)];
}

function annotationOf({ file, line, column, code, message, help }: FileFinding): string {
  return command({ file, line, column, title: code }, `${message}\nhelp: ${help}`);
}

interface Place {
  readonly file: string;
  readonly line?: number | null | undefined;
  readonly column?: number | null | undefined;
  readonly title: string;
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function command({ file, line, column, title }: Place, message: string): string {
  const properties = { file: inRepository(file), line, col: column, title: visible(title) };
  const written = Object.entries(properties)
    .filter(([, value]) => value != null)
    .map(([name, value]) => `${name}=${property(String(value))}`);
  return `::error ${written.join(",")}::${data(visible(message, true))}\n`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** GitHub knows files by their path in the repository. */
function inRepository(file: string): string {
  const { GITHUB_WORKSPACE } = process.env;
  return GITHUB_WORKSPACE ? relative(GITHUB_WORKSPACE, resolve(file)).split(sep).join("/") : file;
}

/** Adds a table of what failed to the page of the run, where there is one. */
export function writeStepSummary(results: readonly Result[]): void {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file) appendFileSync(file, stepSummary(results));
}

/** The most that the table has: GitHub takes a megabyte. */
const MOST_ROWS = 500;

function stepSummary(results: readonly Result[]): string {
  const bad = results.filter(({ verdict }) => verdict === "failed" || verdict === "invalid");
  const lines = [`### reconcile-kit: ${totals(results)}`, ""];
  if (bad.length > 0) {
    lines.push("| scenario | place | what is wrong |", "| --- | --- | --- |");
    lines.push(...bad.slice(0, MOST_ROWS).map(rowOf), "");
  }
  if (bad.length > MOST_ROWS) lines.push(`and ${bad.length - MOST_ROWS} more`, "");
  return `${lines.join("\n")}\n`;
}

function rowOf(result: Result): string {
  const { line } = placeOf(result);
  const place = line === undefined ? result.file : `${result.file}:${line}`;
  const [first] = result.mismatches;
  const detail = first ? difference(first) : undefined;
  const wrong = detail
    ? `${headlineOf(result)}: ${detail.expected} -> ${detail.found}`
    : headlineOf(result);
  return `| ${[result.name ?? result.file, place, wrong].map(cell).join(" | ")} |`;
}

/** Text that is neither Markdown nor HTML. */
function cell(text: string): string {
  const safe = visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
  return safe.replaceAll(/[\\`*_{}[\]()#+\-.!|~@:]/g, "\\$&");
}
