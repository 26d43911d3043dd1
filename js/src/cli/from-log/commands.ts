// What `init` and `preview` do with a debug log.

import { ReconcileKitError } from "../../errors.js";
import type { Preview } from "../../types.js";
import { EXIT, exitCodeOf } from "../exit.js";
import { logComparisonText } from "../print/log-comparison.js";
import { styleFor } from "../print/style.js";
import { inFile, printFindings } from "../report.js";
import { compareWithLog } from "./compare-lines.js";
import { readLogFile } from "./read-log-file.js";
import { writeScenarioFromLog } from "./write-scenario.js";

/** `init --from-log`: writes what the log shows and says so. The answer is the exit code. */
export function initFromLog(log: string, directory: string): number {
  const fileOf = () => log;
  return saying(fileOf, () => {
    process.stdout.write(writeScenarioFromLog(log, directory));
    return EXIT.done;
  });
}

/** `preview --log`: prints the log beside what the preview of `scenario` says. The answer is the exit code. */
export function printLogComparison(log: string, scenario: string, preview: Preview): number {
  const fileOf = (error: ReconcileKitError) => (error.code === "no-debug-log" ? scenario : log);
  return saying(fileOf, () => {
    const read = readLogFile(log);
    const comparison = compareWithLog(read, preview);
    const mask = (text: string) => read.tokens.out(text);
    const text = logComparisonText(comparison, mask, styleFor(process.stdout));
    process.stdout.write(`\n\n${text}\n`);
    return comparison.isSame ? EXIT.done : EXIT.failed;
  });
}

/** Carries `work` out, and says what is wrong with which file where something is. */
function saying(fileOf: (error: ReconcileKitError) => string, work: () => number): number {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ReconcileKitError)) throw error;
    printFindings(inFile(fileOf(error), error.diagnostics));
    return exitCodeOf(error);
  }
}
