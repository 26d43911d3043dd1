// What a rule is, and what it finds.

import type { Lambda } from "./lambda.js";
import type { Span } from "./source.js";

/** How much a finding matters. */
export type Severity = "error" | "warning" | "info";

/** Something that a rule found. */
export interface Finding {
  readonly severity: Severity;
  /** Where it begins, and what is shown of the text. */
  readonly at: Span;
  /** What is shown instead. */
  readonly shown?: Span;
  /** What is the matter, in one lower-case sentence. */
  readonly message: string;
  /** What to write instead. */
  readonly help: string;
  /** What belongs there. */
  readonly expected?: string | undefined;
}

/** A rule about lambdas. */
export interface Rule {
  /** Its name and that of its page, in kebab case. */
  readonly id: string;
  /** What it cannot speak without. */
  readonly needs?: "scenario" | "kickstart";
  /** What it finds. */
  find(lambda: Lambda): Iterable<Finding>;
}
