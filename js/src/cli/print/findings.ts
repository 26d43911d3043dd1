// Findings about a document, each with its place and what to do.

import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../types.js";
import type { Style } from "./style.js";
import { visible, wrap } from "./text.js";

const SEVERITIES = { error: "bad", warning: "warning", info: "strong" } as const;

/** One finding in a few lines, without a line end. */
export function findingText(file: string, finding: Diagnostic, style: Style): string {
  const paint = style[SEVERITIES[finding.severity]];
  const lines = [
    `${paint(finding.severity)} ${style.strong(finding.code)}  ${place(file, finding)}`,
    wrap(finding.message, "  "),
  ];
  if (finding.path) lines.push(`  ${style.faint("at")}        ${visible(finding.path)}`);
  if (finding.found) lines.push(labelled("found", finding.found, style));
  if (finding.expected) lines.push(labelled("expected", finding.expected, style));
  if (finding.help) lines.push(labelled("help", finding.help, style));
  const page = pageOf(finding.url);
  if (page) lines.push(`  ${style.faint("more")}      ${page}`);
  return lines.join("\n");
}

/** `file:line:column`, which editors and terminals turn into a link. */
function place(file: string, { line, column }: Diagnostic): string {
  return line === undefined ? file : `${file}:${line}:${column ?? 1}`;
}

/** `label     text`, wrapped beside the label. */
export function labelled(label: string, text: string, style: Style): string {
  const first = `  ${label.padEnd(10)}`;
  return wrap(text, first).replace(label, style.faint(label));
}

/** The rule's page as a path that can be opened from here. */
function pageOf(url: string): string | undefined {
  if (existsSync(url)) return url;
  // A bundler would take `new URL` of something that only shows when it runs for a wish to have every file.
  const packaged = join(dirname(fileURLToPath(import.meta.url)), "..", url);
  return existsSync(packaged) ? relative(process.cwd(), packaged) : undefined;
}
