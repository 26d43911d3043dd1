// A test for each scenario.

import { resolve } from "node:path";
import { findingText } from "../cli/print/findings.js";
import { styleFor } from "../cli/print/style.js";
import { documentOf, readText, type SourceDocument } from "../cli/read-document.js";
import { inFile } from "../cli/report.js";
import { ReconcileKitError } from "../errors.js";
import { type Found, scenariosIn } from "./find.js";
import { mismatchError } from "./mismatch-error.js";
import { directoryFrom, type Origin } from "./origin.js";
import { type Engine, verify } from "./simulate.js";

/** `test` or `it` of vitest, jest or node:test. */
export type TestFunction = (name: string, run: () => Promise<void>) => unknown;

/** How scenarios become tests. */
export interface ScenarioTestOptions {
  /** What registers a test: `test` or `it` of vitest, jest or node:test. */
  test: TestFunction;
  /** What files, directories and patterns are relative to. */
  from?: Origin;
  /** What runs lambdas; `quickjs` where absent. */
  engine?: Engine;
}

/**
 * Registers a test for every scenario with `expect`, in JSON or YAML, that `where` names: a file, a directory or a
 * pattern, or several of them. The test simulates it, with its lambda, and fails where the outcome is not as
 * expected.
 *
 * @param where Relative to `from`; without that, to the current directory.
 * @throws {Error} when a name matches no scenario with `expect`, so that a misspelt one is noticed.
 *
 * @example
 * ```ts
 * import { test } from "node:test";
 * import { scenarioTests } from "reconcile-kit/test";
 *
 * scenarioTests("scenarios", { test, from: import.meta.url });
 * ```
 */
export function scenarioTests(
  where: string | readonly string[],
  options: ScenarioTestOptions,
): void {
  const directory = directoryFrom(options.from);
  const names = typeof where === "string" ? [where] : where;
  const found = new Map<string, Found>();
  for (const name of names) {
    for (const scenario of scenariosIn(resolve(directory, name), name)) {
      found.set(scenario.file, scenario);
    }
  }
  for (const { title, file } of found.values()) {
    options.test(title, () => hold(file, options.engine));
  }
}

/** Fails unless the scenario in `file` leads to what it expects. */
async function hold(file: string, engine: Engine): Promise<void> {
  let document: SourceDocument | undefined;
  try {
    document = await documentOf(file, readText(file));
    const { outcome, mismatches } = await verify(document.text, engine);
    if (mismatches.length === 0) return;
    const { expect } = JSON.parse(document.text) as { expect: object };
    throw mismatchError({ outcome, mismatches, expected: expect });
  } catch (error) {
    throw error instanceof ReconcileKitError ? unusable(file, error, document) : error;
  }
}

/** Why a scenario cannot be simulated, with places. */
function unusable(file: string, error: ReconcileKitError, document?: SourceDocument): Error {
  const plain = styleFor({}, {});
  const texts = inFile(file, error.diagnostics, document).map((finding) =>
    findingText(finding.file, finding, plain),
  );
  return new Error(`the scenario cannot be simulated\n\n${texts.join("\n\n")}`, { cause: error });
}
