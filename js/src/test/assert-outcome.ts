import type { AnyField } from "../any-field.js";
import { mismatches as mismatchesOf } from "../index.js";
import type { Preview } from "../types.js";
import { mismatchError } from "./mismatch-error.js";

/** A part of a value. `null` expects that there is nothing. */
export type Expected<T> = 0 extends 1 & T
  ? AnyField
  : T extends readonly (infer Item)[]
    ? readonly Expected<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]?: Expected<T[Key]> | null }
      : T | null;

/**
 * Asserts that an outcome is as expected, compared as `expect` of a scenario is: keys that are missing are not
 * compared, lists have to be of the same length, and `null` expects nothing.
 *
 * @throws {AssertionError} that says what was expected and found, and why it came out so; `expected` and `actual`
 * are set, so that test runners show the difference.
 *
 * @example
 * ```ts
 * import { assertOutcome, fixtures, lambdaFixture } from "reconcile-kit/test";
 *
 * const lambda = lambdaFixture("reconcile.js");
 * const outcome = await lambda.login(fixtures.nativeUser());
 * assertOutcome(outcome, { status: 200, user: { firstName: "Jane" }, error: null });
 * assertOutcome(outcome, { status: 401 }); // AssertionError
 * ```
 */
export function assertOutcome<O extends Preview>(outcome: O, expected: Expected<O>): void {
  const mismatches = mismatchesOf(expected as object, outcome);
  if (mismatches.length === 0) return;
  const caller = assertOutcome;
  throw mismatchError({ outcome, expected: expected as object, mismatches, caller });
}
