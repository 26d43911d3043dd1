// What can be asked about a policy beside running it: its other forms, why a field gets a value, what a change does.

import { call } from "../core.js";
import type { PolicyDiff } from "../generated/policy-diff.js";
import type { Why } from "../generated/policy-why.js";
import { textOf } from "../text-of.js";
import type { Diagnostic, PolicyDocument } from "../types.js";

/** The forms of FusionAuth's own in which a policy can be written. */
export type PolicyForm = "lambda" | "attribute-mappings" | "login-validation" | "kickstart";

/** A policy in another form. */
export interface ExportedPolicy {
  /** The text of the file; empty where the policy cannot be written in this form. */
  text: string;
  /** What is lost or differs, and why. */
  findings: Diagnostic[];
}

/** A policy that was made of what an identity provider maps by itself. */
export interface ImportedPolicy {
  policy: PolicyDocument;
  /** What was left out, and why. */
  findings: Diagnostic[];
}

/** A policy: the document, or its JSON text. */
export type PolicySource = PolicyDocument | object | string;

/**
 * The policy in a form that FusionAuth runs or reads.
 *
 * ```js
 * await writeFile("reconcile.js", exportPolicy(policy, "lambda").text);
 * ```
 *
 * @throws {ReconcileKitError} when the policy is not valid, or for a form that there is not.
 */
export function exportPolicy(policy: PolicySource, form: PolicyForm): ExportedPolicy {
  const text = textOf(policy);
  return JSON.parse(call((core) => core.exportPolicy(text, form)));
}

/**
 * The policy that does what the `attributeMappings` or the `claimMap` of an identity provider do.
 *
 * @throws {ReconcileKitError} when it has neither.
 */
export function importPolicy(identityProvider: object | string): ImportedPolicy {
  const text = textOf(identityProvider);
  return JSON.parse(call((core) => core.importPolicy(text)));
}

/**
 * Which claims lead to a field, or to a value in it: `why(policy, "registration.roles=admin")`.
 *
 * @throws {ReconcileKitError} when the policy is not valid, or there is no such field.
 */
export function why(policy: PolicySource, question: string): Why {
  const text = textOf(policy);
  return JSON.parse(call((core) => core.whyPolicy(text, question)));
}

/**
 * Where two policies differ, each place with claims that show it.
 *
 * @throws {ReconcileKitError} when one of them is not valid.
 */
export function diffPolicies(before: PolicySource, after: PolicySource): PolicyDiff {
  const [one, other] = [textOf(before), textOf(after)];
  return JSON.parse(call((core) => core.diffPolicies(one, other)));
}
