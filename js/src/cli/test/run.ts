// Runs one scenario as a test.

import { ReconcileKitError } from "../../errors.js";
import type { Outcome, Verification } from "../../types.js";
import { EXIT, exitCodeOf } from "../exit.js";
import { parseExact } from "../json-text.js";
import type { FileFinding } from "../print/sarif.js";
import { documentOf, readText, type SourceDocument, UnreadNamedFile } from "../read-document.js";
import { inFile, nameOf } from "../report.js";
import { exitCodeOfOutcomes, outcomesOf, type Simulator } from "../simulate.js";
import type { PlacedMismatch, Result } from "./result.js";
import { renewalOf, write } from "./update/index.js";

/** What a run has beside the scenario. */
export interface Context {
  readonly simulator: Simulator;
  /** Whether `expect` is written anew where it does not hold. */
  readonly update: boolean;
  /** Is shown every scenario that could be simulated. */
  readonly observe?: (document: SourceDocument) => Promise<void>;
}

/** What came of a scenario, and the text of each file that it was made of; `undefined` for an unreadable one. */
export interface Ran extends Result {
  readonly inputs: ReadonlyMap<string, string | undefined>;
}

/** Simulates the scenario in `file` and compares the outcome with what it expects. */
export async function runScenario(file: string, context: Context): Promise<Ran> {
  const started = performance.now();
  const inputs = new Map<string, string | undefined>([[file, undefined]]);
  let document: SourceDocument | undefined;
  const finish = (came: Partial<Result>): Ran => ({
    ...NOTHING,
    ...came,
    file,
    milliseconds: performance.now() - started,
    inputs,
  });
  try {
    const source = readText(file);
    inputs.set(file, source);
    document = await documentOf(file, source);
    for (const named of [document.lambda, document.policy]) {
      if (named) inputs.set(named.file, named.source);
    }
    const came = await verified(document, context);
    if (came.updates.length > 0) inputs.set(file, readText(file));
    return finish(came);
  } catch (error) {
    if (!(error instanceof ReconcileKitError)) throw error;
    if (error instanceof UnreadNamedFile) inputs.set(error.namedFile, undefined);
    const findings = inFile(file, error.diagnostics, document);
    return finish({ verdict: "invalid", findings, exitCode: exitCodeOf(error) });
  }
}

const NOTHING = {
  name: null,
  verdict: "passed",
  mismatches: [],
  findings: [],
  reasons: [],
  updates: [],
  outcomes: [],
  exitCode: EXIT.done,
} as const;

type Came = Omit<Result, "file" | "milliseconds">;

async function verified(document: SourceDocument, context: Context): Promise<Came> {
  const answer = await context.simulator.verify(document.text);
  await context.observe?.(document);
  const came = cameOf(document, parseExact(answer) as Verification);
  // What a broken lambda leads to is nothing to expect from now on.
  if (!context.update || isBroken(came.outcomes)) return came;
  const renewal = await renewalOf(document, answer);
  if (!renewal || came.verdict === "skipped") return came;
  const renewed = await documentOf(document.file, renewal.source);
  const after = await context.simulator.verify(renewed.text);
  const passed = cameOf(renewed, parseExact(after) as Verification);
  if (passed.verdict !== "passed") return came;
  write(document, renewal.source);
  return { ...passed, updates: renewal.updates };
}

function isBroken(outcomes: readonly Outcome[]): boolean {
  const codes = outcomes.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
  return codes.includes("lambda-does-not-load") || codes.includes("lambda-stopped");
}

function cameOf(document: SourceDocument, verification: Verification): Came {
  const outcomes = outcomesOf(verification.outcome);
  const mismatches = placed(document, verification);
  const failed = mismatches.length > 0;
  const verdict = failed ? "failed" : verification.hasExpectation ? "passed" : "skipped";
  return {
    ...NOTHING,
    name: nameOf(document.text),
    verdict,
    mismatches,
    reasons: failed ? reasonsOf(document, outcomes) : [],
    outcomes,
    exitCode: exitCode(failed, outcomes),
  };
}

/** What went wrong in the logins. A line in the lambda's text inside a scenario is said in words. */
function reasonsOf(document: SourceDocument, outcomes: readonly Outcome[]): FileFinding[] {
  const errors = outcomes.flatMap(({ diagnostics }) =>
    diagnostics.filter(({ severity }) => severity === "error"),
  );
  const inLambda = errors.map((error) => {
    if (error.file || error.line == null) return error;
    const { line, column: _, ...rest } = error;
    const message = `in line ${line} of the lambda: ${error.message}`;
    return { ...rest, message, ...document.positionOf(error.path) };
  });
  return inFile(document.file, inLambda);
}

function placed(document: SourceDocument, { mismatches }: Verification): PlacedMismatch[] {
  return mismatches.map((mismatch) => ({
    ...mismatch,
    ...document.positionOf(`/expect${mismatch.path}`),
  }));
}

/** A scenario may expect that its lambda does not load; where it does not, that is why it failed. */
function exitCode(failed: boolean, outcomes: readonly Outcome[]): number {
  return failed ? Math.max(EXIT.failed, exitCodeOfOutcomes(outcomes)) : EXIT.done;
}
