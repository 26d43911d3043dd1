// `reconcile-kit init --from-log`: writes the scenarios that a debug log shows.

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { failure, ReconcileKitError } from "../../errors.js";
import { prepare } from "../../index.js";
import { UsageError } from "../exit.js";
import { schemaFrom, unwritable } from "../init/files.js";
import { writeExact } from "../json-text.js";
import { readLogFile } from "./read-log-file.js";
import { writtenText } from "./report.js";
import { type LogScenario, scenariosFrom } from "./scenario-from-log.js";

/** A scenario that was written. */
export interface WrittenScenario extends LogScenario {
  readonly file: string;
}

/**
 * Writes a scenario for each identity provider in the debug log `file` into `directory`. The answer is what
 * to tell the person: the files, what was concluded, what could not be read, and what is not known.
 *
 * @throws {ReconcileKitError} when the file is not a log, or shows nobody.
 * @throws {UsageError} when a file is there already, or cannot be written.
 */
export function writeScenarioFromLog(file: string, directory: string): string {
  const log = readLogFile(file);
  const scenarios = scenariosFrom(log, basename(file));
  const stem = log.tokens.out(basename(file, extname(file)));
  const written = scenarios.map((scenario, index) => ({
    ...scenario,
    file: join(directory, `${stem}${index > 0 ? `-${index + 1}` : ""}.scenario.json`),
  }));
  write(written, directory);
  return writtenText(written, log, file);
}

/** Says what is wrong before anything is written, such as a type of provider that is not simulated. */
function tryOut(scenario: string, line: number): void {
  try {
    prepare(scenario).free();
  } catch (error) {
    if (!(error instanceof ReconcileKitError)) throw error;
    const { code, path, help, found, expected } = error;
    const message = `what the log shows cannot be simulated: ${error.message}`;
    const finding = { ...failure(code, path, message, help), line, column: 1 };
    throw new ReconcileKitError(
      { ...finding, ...(found ? { found } : {}), ...(expected ? { expected } : {}) },
      { cause: error },
    );
  }
}

function write(scenarios: readonly WrittenScenario[], directory: string): void {
  const texts = scenarios.map(({ scenario, line, file }) => {
    const text = writeExact({ $schema: schemaFrom(directory), ...scenario }, 2);
    tryOut(text, line);
    return { file, text: `${text}\n` };
  });
  const present = texts.find(({ file }) => existsSync(file));
  if (present) {
    throw new UsageError(
      `\`${present.file}\` is there already, and nothing was written`,
      "remove it, or name another directory: `reconcile-kit init --from-log FILE DIR`",
    );
  }
  try {
    mkdirSync(directory, { recursive: true });
    // `wx` refuses to overwrite even if somebody else was faster.
    for (const { file, text } of texts) writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    throw unwritable(directory, error);
  }
}
