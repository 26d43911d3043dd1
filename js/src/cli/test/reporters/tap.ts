// Results as TAP 14, https://testanything.org/tap-version-14-specification.html.

import { difference } from "../../print/difference.js";
import { visible } from "../../print/text.js";
import { count, placeOf, type Result } from "../result.js";
import { forPrograms, headlineOf, placeText, shownOf } from "./reporter.js";

/** A test point a scenario, with a YAML block that says what is wrong. */
export const tap = forPrograms((results) => {
  const points = results.map((result, index) => pointOf(result, index + 1));
  const { passed, bad, skipped } = count(results);
  const totals = `# ${passed} passed, ${bad} failed, ${skipped} skipped`;
  return `${["TAP version 14", `1..${results.length}`, ...points, totals].join("\n")}\n`;
});

function pointOf(result: Result, number: number): string {
  const { verdict, file, name } = result;
  const description = escaped(name ? `${file}: ${name}` : file);
  const isGood = verdict === "passed" || verdict === "skipped";
  const directive = verdict === "skipped" ? " # SKIP it has no `expect`" : "";
  const point = `${isGood ? "ok" : "not ok"} ${number} - ${description}${directive}`;
  return [point, ...blockOf(result)].join("\n");
}

/** A `#` would begin a directive, and a backslash escapes. */
function escaped(description: string): string {
  return visible(description).replaceAll(/[\\#]/g, "\\$&");
}

/** JSON's texts are YAML's double-quoted ones, and cannot end the block. */
const quoted = (text: string) => JSON.stringify(visible(text, true));

function blockOf(result: Result): string[] {
  if (result.verdict === "skipped") return [];
  const { line, column } = placeOf(result);
  const lines = [`duration_ms: ${result.milliseconds.toFixed(3)}`];
  if (result.verdict !== "passed") {
    lines.push(`message: ${quoted(headlineOf(result))}`, "severity: fail", "at:");
    lines.push(`  file: ${quoted(result.file)}`);
    if (line !== undefined) lines.push(`  line: ${line}`, `  column: ${column}`);
  }
  const told = [...differencesOf(result), ...findingsOf(result)];
  return ["---", ...lines, ...told, "..."].map((text) => `  ${text}`);
}

function differencesOf({ mismatches }: Result): string[] {
  if (mismatches.length === 0) return [];
  const { shown, left } = shownOf(mismatches);
  const lines = shown.flatMap((mismatch) => {
    const { expected, found } = difference(mismatch);
    return [
      `  - path: ${quoted(mismatch.path)}`,
      `    expected: ${quoted(expected)}`,
      `    found: ${quoted(found)}`,
    ];
  });
  return ["differences:", ...lines, ...(left > 0 ? [`more: ${left}`] : [])];
}

function findingsOf({ findings, reasons }: Result): string[] {
  const all = [...findings, ...reasons];
  if (all.length === 0) return [];
  const lines = all.flatMap((finding) => [
    `  - code: ${quoted(finding.code)}`,
    `    at: ${quoted(placeText(finding))}`,
    `    path: ${quoted(finding.path)}`,
    `    message: ${quoted(finding.message)}`,
    `    help: ${quoted(finding.help)}`,
  ]);
  return ["findings:", ...lines];
}
