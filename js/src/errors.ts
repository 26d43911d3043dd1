import type { Diagnostic } from "./generated/outcome.js";

/** What a failure carries beside its message: the first finding, and all of them. */
export interface Failure extends Omit<Diagnostic, "severity"> {
  /** All findings; only this one where absent. */
  readonly diagnostics?: readonly Diagnostic[];
}

/**
 * A document or an option that cannot be used.
 *
 * `message` says what is the matter; `code` names the rule, `path` the place as a JSON Pointer, `help`
 * what to do, and `url` the rule's page inside the package. `diagnostics` has everything that was found,
 * this finding first.
 *
 * @example
 * ```ts
 * import { ReconcileKitError, simulate } from "reconcile-kit";
 *
 * try {
 *   simulate("{}");
 * } catch (error) {
 *   if (!(error instanceof ReconcileKitError)) throw error;
 *   error.code; // "missing-key"
 *   error.diagnostics.length; // 2
 * }
 * ```
 */
export class ReconcileKitError extends Error {
  /** The name of the class. */
  override readonly name: string = "ReconcileKitError";
  /** The rule that speaks, in kebab case. */
  readonly code: string;
  /** Where: a JSON Pointer into the document; empty for the whole of it. */
  readonly path: string;
  /** What to do about it. */
  readonly help: string;
  /** The rule's page, relative to the package. */
  readonly url: string;
  /** Line in the document's text, from 1, where there is one. */
  readonly line: number | undefined;
  /** Column in that line, in characters, from 1. */
  readonly column: number | undefined;
  /** What the document says there, shortened. */
  readonly found: string | undefined;
  /** What it may say there. */
  readonly expected: string | undefined;
  /** Everything that was found in the document. */
  readonly diagnostics: readonly Diagnostic[];

  /** An error that says what `failure` says. */
  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.code = failure.code;
    this.path = failure.path;
    this.help = failure.help;
    this.url = failure.url;
    this.line = failure.line ?? undefined;
    this.column = failure.column ?? undefined;
    this.found = failure.found ?? undefined;
    this.expected = failure.expected ?? undefined;
    const { diagnostics, ...finding } = failure;
    this.diagnostics = diagnostics ?? [{ severity: "error", ...finding }];
  }
}

/** A finding of the package itself, about a value that never reached the core. */
export function failure(code: string, path: string, message: string, help: string): Failure {
  return { code, path, message, help, url: `docs/rules/${code}.md` };
}

/** What the core threw, as an error. */
export function toError(thrown: unknown): ReconcileKitError {
  if (thrown instanceof ReconcileKitError) return thrown;
  if (isFailure(thrown)) return new ReconcileKitError(thrown);
  const reason = reasonOf(thrown);
  const help =
    "this is a fault of reconcile-kit: please report it with the document that led to it";
  return new ReconcileKitError(failure("internal", "", `the core stopped: ${reason}`, help), {
    cause: thrown,
  });
}

function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "help" in thrown;
}

/** What was thrown, in words. A getter may throw anything, even what has no text. */
export function reasonOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? String(thrown.message) : String(thrown);
  } catch {
    return "an object that has no text";
  }
}
