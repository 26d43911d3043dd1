// The words in which outcomes are told: one table for each thing that the core writes as a code.

import type { BasisKind, Decision, Severity, WriterKind } from "reconcile-kit";

const STATUSES: Readonly<Record<number, string>> = {
  200: "logged in",
  202: "logged in, not registered",
  232: "waits for an account",
  400: "refused",
  401: "refused",
  404: "nobody is linked",
  409: "prevented",
  410: "account expired",
  512: "lambda failed",
};

/** A status in a few words. */
export function statusWords(status: number): string {
  return STATUSES[status] ?? "refused";
}

/** What became of the person, in a few words. */
export const DECISIONS: Readonly<Record<Decision, string>> = {
  linked: "known by a link",
  "link-existing": "linked to an existing user",
  create: "a user is created",
  "create-anonymous": "a user is created from the unique id alone",
  pending: "a pending link",
  "not-linked": "linked to nobody",
  reject: "turned away",
};

/** Who writes fields. */
export const WRITERS: Readonly<Record<WriterKind, string>> = {
  linking: "linking strategy",
  lambda: "lambda",
  policy: "policy",
  "attribute-mapping": "attribute mapping",
  "default-role": "default roles",
  login: "FusionAuth",
};

/** How well a step is founded, and what that means. */
export const BASES: Readonly<Record<BasisKind, string>> = {
  documented: "FusionAuth's documentation says so",
  source: "the source of a client says so",
  issue: "an issue reports it",
  inferred: "follows from what is documented",
  assumed: "documented nowhere; simulated as assumed",
};

/** How much a finding matters. */
export const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "Error",
  warning: "Warning",
  info: "Note",
};

/** `3 steps`, `1 step`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
