// How the command line tool ends.

import type { ReconcileKitError } from "../errors.js";

/** Exit codes. With several files the highest one counts. */
export const EXIT = {
  done: 0,
  /** A test failed, or `check` found an error. */
  failed: 1,
  /** Bad usage, or a file that cannot be read. */
  usage: 2,
  /** A document is invalid. */
  invalid: 3,
  /** A lambda does not load. */
  lambda: 4,
  /** A fault of the tool itself (EX_SOFTWARE of sysexits.h). */
  internal: 70,
} as const;

/** A call that cannot be carried out as it was written. */
export class UsageError extends Error {
  /** @param help What to write instead. */
  constructor(
    message: string,
    readonly help: string,
  ) {
    super(message);
  }
}

/** The exit code that tells of `error`. */
export function exitCodeOf(error: ReconcileKitError): number {
  if (error.code === "unreadable-file") return EXIT.usage;
  if (error.code === "internal") return EXIT.internal;
  return error.code.startsWith("lambda-") ? EXIT.lambda : EXIT.invalid;
}
