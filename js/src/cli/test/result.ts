// What came of a test run.

import type { Mismatch, Outcome } from "../../types.js";
import type { Position } from "../position.js";
import type { FileFinding } from "../print/sarif.js";

/** A place where the outcome is not what the scenario expects, and where the scenario says so. */
export interface PlacedMismatch extends Mismatch {
  readonly line?: number;
  readonly column?: number;
}

/** What became of a scenario: `invalid` is one that cannot be simulated. */
export type Verdict = "passed" | "failed" | "invalid" | "skipped";

/** What came of one scenario. */
export interface Result {
  readonly file: string;
  /** What the scenario says it shows. */
  readonly name: string | null;
  readonly verdict: Verdict;
  readonly mismatches: readonly PlacedMismatch[];
  /** Why it is invalid. */
  readonly findings: readonly FileFinding[];
  /** What went wrong in the logins of a failed one, such as what its lambda threw. */
  readonly reasons: readonly FileFinding[];
  /** What was written into its `expect`. */
  readonly updates: readonly Update[];
  /** What it led to, as far as it could be simulated. */
  readonly outcomes: readonly Outcome[];
  readonly milliseconds: number;
  readonly exitCode: number;
}

/** A part of `expect` that was written anew. */
export interface Update extends Mismatch {
  /** What `expect` says there now. */
  readonly written: unknown;
}

/** How many there are of each verdict, and how many failed in whatever way. */
export function count(results: readonly Result[]): Readonly<Record<Verdict | "bad", number>> {
  const of = (verdict: Verdict) => results.filter((result) => result.verdict === verdict).length;
  const [passed, failed, invalid] = [of("passed"), of("failed"), of("invalid")];
  return { passed, failed, invalid, skipped: of("skipped"), bad: failed + invalid };
}

/** Where a scenario's failure is best shown: at the first difference, or the first finding. */
export function placeOf({ mismatches, findings }: Result): Partial<Position> {
  const { line, column } = mismatches[0] ?? findings[0] ?? {};
  return line == null ? {} : { line, column: column ?? 1 };
}
