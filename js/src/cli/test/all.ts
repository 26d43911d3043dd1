// Runs all scenarios of a call, once.

import { UsageError } from "../exit.js";
import { findScenarios } from "../find-scenarios.js";
import type { SourceDocument } from "../read-document.js";
import { printFindings } from "../report.js";
import { type Simulator, withSimulator } from "../simulate.js";
import type { Coverage } from "./coverage.js";
import type { Result } from "./result.js";
import { runScenario } from "./run.js";
import type { Settings } from "./settings.js";

/** What came of a call. */
export interface TestRun {
  readonly results: readonly Result[];
  readonly coverage?: Coverage;
}

/**
 * Runs every scenario that the call names.
 *
 * @throws {UsageError} when there is none to run.
 */
export async function runAll(settings: Settings): Promise<TestRun> {
  const { files, named } = await findScenarios(settings.operands);
  const run = await withSimulator(settings.engine, (simulator) =>
    runFiles(files, settings, simulator),
  );
  const results = run.results.filter(({ verdict }) => named || verdict !== "skipped");
  if (results.every(({ verdict }) => verdict === "skipped")) throw nothingToRun(run.results);
  return { ...run, results };
}

async function runFiles(
  files: readonly string[],
  { update, coverage: wish }: Settings,
  simulator: Simulator,
): Promise<TestRun> {
  // What measures coverage reads JavaScript, which nothing else here does.
  const measurement = wish && new (await import("./coverage.js")).Measurement(simulator);
  const results: Result[] = [];
  for (const file of files) {
    const observe = measurement && ((document: SourceDocument) => measurement.add(document));
    results.push(await runScenario(file, { simulator, update, ...(observe && { observe }) }));
  }
  const coverage = wish && measurement?.coverage(wish);
  return { results, ...(coverage && { coverage }) };
}

/** Why there is nothing to run. */
export function nothingToRun(results: readonly Result[]): UsageError {
  const [first] = results;
  if (first === undefined) {
    return new UsageError(
      "no scenario with `expect` was found",
      'add `expect` to a scenario, such as {"status": 200}, or write one with `reconcile-kit init`',
    );
  }
  return new UsageError(`\`${first.file}\` has no \`expect\``, 'add one, such as {"status": 200}');
}

/** Prints on standard error why scenarios are invalid, as every command does. */
export function printInvalid(results: readonly Result[]): void {
  printFindings(results.flatMap(({ findings }) => findings));
}
