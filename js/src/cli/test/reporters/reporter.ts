// What a reporter is.

import type { FileFinding } from "../../print/sarif.js";
import type { Result } from "../result.js";

/** Longest list of differences that is shown of one scenario. */
export const MOST_DIFFERENCES = 20;

/** Tells what came of a test run. */
export interface Reporter {
  /** The text for standard output; `coverage` is what is said of that. */
  (results: readonly Result[], coverage: string): string;
  /** Whether people read it, so that `coverage` stands in it; else that goes to standard error. */
  readonly isForPeople: boolean;
}

/** A reporter whose text programs read. */
export function forPrograms(text: (results: readonly Result[]) => string): Reporter {
  return Object.assign((results: readonly Result[]) => text(results), { isForPeople: false });
}

/** A reporter whose text people read. */
export function forPeople(
  text: (results: readonly Result[], coverage: string) => string,
): Reporter {
  return Object.assign((results: readonly Result[], coverage: string) => text(results, coverage), {
    isForPeople: true,
  });
}

/** What a failed scenario is about, in a few words. */
export function headlineOf({ mismatches, findings }: Result): string {
  const [mismatch, ...others] = mismatches;
  if (!mismatch) return findings[0] ? `${findings[0].code}: ${findings[0].message}` : "";
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return `${mismatch.path || "the outcome"} is not as expected${more}`;
}

/** `file:line:column` of a finding, as far as it is known. */
export function placeText({ file, line, column }: FileFinding): string {
  return line == null ? file : `${file}:${line}:${column ?? 1}`;
}

/** The differences to show, and how many are left out. */
export function shownOf<T>(list: readonly T[]): {
  readonly shown: readonly T[];
  readonly left: number;
} {
  return {
    shown: list.slice(0, MOST_DIFFERENCES),
    left: Math.max(0, list.length - MOST_DIFFERENCES),
  };
}

/** A duration for people. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}
