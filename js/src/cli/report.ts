// Goes through the files of a call, and says of each that cannot be used why.

import { ReconcileKitError } from "../errors.js";
import type { Diagnostic } from "../types.js";
import { EXIT, exitCodeOf } from "./exit.js";
import { findingText } from "./print/findings.js";
import type { FileFinding } from "./print/sarif.js";
import { styleFor } from "./print/style.js";
import { besideOf, readDocument, type SourceDocument } from "./read-document.js";

/** What came of the files. */
export interface Report<T> {
  /** The answers, by file, in the order of the call. */
  readonly answers: ReadonlyMap<string, T>;
  /** What was found in files that could not be used. */
  readonly findings: readonly FileFinding[];
  readonly exitCode: number;
}

/** Reads each file and works on it; prints on standard error why one cannot be used. */
export async function eachDocument<T>(
  files: readonly string[],
  work: (document: SourceDocument) => T | Promise<T>,
): Promise<Report<T>> {
  const answers = new Map<string, T>();
  const findings: FileFinding[] = [];
  let exitCode: number = EXIT.done;
  for (const file of files) {
    let document: SourceDocument | undefined;
    try {
      document = await readDocument(file);
      answers.set(file, await work(document));
    } catch (error) {
      if (!(error instanceof ReconcileKitError)) throw error;
      exitCode = Math.max(exitCode, exitCodeOf(error));
      findings.push(...inFile(file, error.diagnostics, document));
    }
  }
  printFindings(findings);
  return { answers, findings, exitCode };
}

/** Findings with their file: the lambda's and the policy's as a path from here; in YAML their lines are those of the YAML. */
export function inFile(
  file: string,
  findings: readonly Diagnostic[],
  document?: SourceDocument,
): FileFinding[] {
  return findings.map((finding) => {
    if (!finding.file) return { ...finding, file, ...document?.placeOf?.(finding) };
    const { policy } = document ?? {};
    if (policy && finding.path.startsWith(POLICY)) return inPolicy(finding, policy);
    return { ...finding, file: besideOf(file, finding.file) };
  });
}

/** Where a scenario has the policy that was read from a file. */
const POLICY = "/policy/document";

/** A finding about the policy, where it stands in the policy's own file. */
function inPolicy(finding: Diagnostic, policy: SourceDocument): FileFinding {
  const path = finding.path.slice(POLICY.length);
  return { ...finding, file: policy.file, path, ...policy.positionOf(path) };
}

/** Prints findings on standard error. */
export function printFindings(findings: readonly FileFinding[]): void {
  const style = styleFor(process.stderr);
  for (const finding of findings) {
    process.stderr.write(`${findingText(finding.file, finding, style)}\n\n`);
  }
}

/** Prints `text`, which is JSON, as the one value on standard output. */
export function printJson(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What a valid scenario says it shows. */
export function nameOf(scenario: string): string | null {
  const { name } = JSON.parse(scenario) as { name?: unknown };
  return typeof name === "string" ? name : null;
}
