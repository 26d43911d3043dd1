// `reconcile-kit test`: scenarios with `expect` as tests.

import { verifyText } from "../index.js";
import type { Mismatch, Verification } from "../types.js";
import type { Command } from "./command.js";
import { EXIT, UsageError } from "./exit.js";
import { findScenarios } from "./find-scenarios.js";
import { parseExact } from "./json-text.js";
import { type Style, styleFor } from "./print/style.js";
import { inline, visible } from "./print/text.js";
import { eachDocument, nameOf, printJson } from "./report.js";

const HELP = `Simulates scenarios and compares the outcomes with what they expect.

Usage: reconcile-kit test [GLOB...] [--json]

A scenario is a test when it has \`expect\`: a part of the outcome, of which
only what is named is compared. GLOB is a file, a directory or a pattern;
without one, every JSON and YAML file below this directory that has \`expect\`
is run, except in node_modules, dist, target and hidden directories.

Options:
  --json   print the results as JSON
  --help   print this

Exit codes: 0 all passed, 1 a test failed, 2 bad usage, no scenario found or an
unreadable file, 3 a scenario is invalid, 4 a lambda does not load.
`;

/** Longest value that a difference shows, in characters. */
const ROOM = 300;

/** What came of one scenario. */
interface Result {
  readonly file: string;
  readonly name: string | null;
  readonly passed: boolean;
  readonly mismatches: readonly Mismatch[];
}

/** The command `test`. */
export const test: Command = {
  summary: "Run scenarios that say what they expect",
  help: HELP,
  options: { json: "boolean" },
  async run({ operands, switches }) {
    const { files, named } = await findScenarios(operands);
    const withoutExpectation: string[] = [];
    const report = await eachDocument(files, ({ file, text }) => {
      const { mismatches, hasExpectation } = parseExact(verifyText(text)) as Verification;
      if (!hasExpectation) withoutExpectation.push(file);
      return { file, name: nameOf(text), passed: mismatches.length === 0, mismatches };
    });
    const results = [...report.answers.values()].filter(
      ({ file }) => !withoutExpectation.includes(file),
    );
    if (results.length === 0 && report.findings.length === 0)
      throw nothingToRun(withoutExpectation);
    if (switches.has("json")) printJson(JSON.stringify(summary(results, report.findings), null, 2));
    else printResults(results, named ? withoutExpectation : []);
    const failed = results.some(({ passed }) => !passed);
    return Math.max(report.exitCode, failed ? EXIT.failed : EXIT.done);
  },
};

function nothingToRun(without: readonly string[]): UsageError {
  const [first] = without;
  if (first === undefined) {
    return new UsageError(
      "no scenario with `expect` was found",
      'add `expect` to a scenario, such as {"status": 200}, or write one with `reconcile-kit init`',
    );
  }
  return new UsageError(`\`${first}\` has no \`expect\``, 'add one, such as {"status": 200}');
}

function summary(results: readonly Result[], findings: readonly unknown[]): object {
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed, results, invalid: findings };
}

function printResults(results: readonly Result[], withoutExpectation: readonly string[]): void {
  const style = styleFor(process.stdout);
  const lines = results.flatMap((result) => linesOf(result, style));
  for (const file of withoutExpectation) {
    lines.push(
      `${style.warning("skipped")} ${visible(file)}  ${style.faint("it has no `expect`")}`,
    );
  }
  const passed = results.filter((result) => result.passed).length;
  lines.push("", `${passed} passed, ${results.length - passed} failed`);
  process.stdout.write(`${lines.join("\n")}\n`);
}

function linesOf({ file, name, passed, mismatches }: Result, style: Style): string[] {
  const verdict = passed ? style.good("passed ") : style.bad("failed ");
  const head = `${verdict} ${visible(file)}${name ? `  ${style.faint(visible(name))}` : ""}`;
  return [
    head,
    ...mismatches.flatMap(({ path, expected, found }) => [
      `        ${style.strong(visible(path) || "(the whole outcome)")}`,
      `          ${style.faint("expected")}  ${style.good(inline(expected, ROOM))}`,
      `          ${style.faint("found")}     ${style.bad(found === undefined ? "nothing" : inline(found, ROOM))}`,
    ]),
  ];
}
