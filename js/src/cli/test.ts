// `reconcile-kit test`: scenarios with `expect` as tests.

import type { Command } from "./command.js";
import { ENGINE_HELP } from "./engine-choice.js";
import { EXIT } from "./exit.js";
import { writeExact } from "./json-text.js";
import { printJson } from "./report.js";
import { printInvalid, runAll, type TestRun } from "./test/all.js";
import { github, writeStepSummary } from "./test/reporters/github.js";
import { count, placeOf } from "./test/result.js";
import { type Settings, settingsOf } from "./test/settings.js";

const HELP = `Simulates scenarios and compares the outcomes with what they expect.

Usage: reconcile-kit test [GLOB...] [--watch | --update] [--reporter NAME]
                          [--engine NAME] [--coverage[=DIR]] [--min N] [--json]

A scenario is a test when it has \`expect\`: a part of the outcome, of which
only what is named is compared. GLOB is a file, a directory or a pattern;
without one, every JSON and YAML file below this directory that has \`expect\`
is run, except in node_modules, dist, target and hidden directories.

Options:
  --watch            run again what changed, until q is pressed or standard
                     input ends
  --update           write what came out into \`expect\`, as far as that names
                     it; an empty \`expect\` is filled
  --reporter NAME    pretty, tap, junit or github (default: pretty)
${ENGINE_HELP.replace("NAME    ", "NAME      ").replaceAll("\n ", "\n   ")}
  --coverage[=DIR]   measure which lines and branches of the lambdas are
                     reached; writes lcov.info to DIR (default: coverage)
  --min N            fail when less than N per cent of the lines or of the
                     branches are reached
  --json             print the results as JSON
  --help             print this

Exit codes: 0 all passed, 1 a test failed or too little is covered, 2 bad usage,
no scenario found, an unreadable file or an engine that cannot be used, 3 a
scenario is invalid, 4 a lambda does not load and its scenario does not expect
that.
`;

/** The command `test`. */
export const test: Command = {
  summary: "Run scenarios that say what they expect",
  help: HELP,
  options: {
    watch: "boolean",
    update: "boolean",
    reporter: "string",
    engine: "string",
    coverage: "optional",
    min: "string",
    json: "boolean",
  },
  async run(call) {
    const settings = settingsOf(call);
    if (settings.watch) {
      const { watch } = await import("./test/watch.js");
      await watch(settings.operands, undefined, settings.engine);
      return EXIT.done;
    }
    const run = await runAll(settings);
    await print(run, settings);
    const lacks = (run.coverage?.lacks.length ?? 0) > 0 ? EXIT.failed : EXIT.done;
    return Math.max(lacks, ...run.results.map(({ exitCode }) => exitCode));
  },
};

async function print(run: TestRun, settings: Settings): Promise<void> {
  const { reporter, json } = settings;
  const coverage = await coverageOf(run, settings);
  // GitHub reads commands from both streams, so there everything goes between the reporter's marks.
  if (reporter !== github) printInvalid(run.results);
  if (json) printJson(await jsonOf(run));
  else process.stdout.write(reporter(run.results, coverage));
  if (reporter === github) writeStepSummary(run.results);
  if (json || !reporter.isForPeople) process.stderr.write(coverage);
}

/** What is said of the coverage, once it is written. */
async function coverageOf({ coverage }: TestRun, settings: Settings): Promise<string> {
  if (!coverage || !settings.coverage) return "";
  const { coverageText, writeLcov } = await import("./test/coverage.js");
  writeLcov(settings.coverage, coverage);
  return coverageText(coverage);
}

async function jsonOf({ results, coverage }: TestRun): Promise<string> {
  const { passed, bad } = count(results);
  const told = results.filter(({ verdict }) => verdict !== "skipped");
  const measured = coverage && (await import("./test/coverage.js")).coverageJson(coverage);
  const summary = {
    passed,
    failed: bad,
    results: told.map((result) => ({
      file: result.file,
      ...placeOf(result),
      name: result.name,
      passed: result.verdict === "passed",
      mismatches: result.mismatches.map(({ line: _, column: __, ...mismatch }) => mismatch),
      findings: [...result.findings, ...result.reasons],
      updates: result.updates,
      milliseconds: result.milliseconds,
    })),
    skipped: results.filter(({ verdict }) => verdict === "skipped").map(({ file }) => file),
    invalid: results.flatMap(({ findings }) => findings),
    ...(measured && { coverage: measured }),
  };
  return writeExact(summary, 2);
}
