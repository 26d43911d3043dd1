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
  /** The policy. */
  policy: PolicyDocument;
  /** What was left out, and why. */
  findings: Diagnostic[];
}

/** A policy: the document, or its JSON text. */
export type PolicySource = PolicyDocument | object | string;

/**
 * The policy in a form that FusionAuth runs or reads.
 *
 * @throws {ReconcileKitError} when the policy is not valid, or for a form that there is not.
 *
 * @example
 * ```ts
 * import { exportPolicy } from "reconcile-kit";
 *
 * const { text } = exportPolicy({ map: { "user.firstName": "given_name" } }, "attribute-mappings");
 * JSON.parse(text).attributeMappings; // { "user.firstName": "jwt.given_name" }
 * ```
 */
export function exportPolicy(policy: PolicySource, form: PolicyForm): ExportedPolicy {
  const text = textOf(policy);
  return JSON.parse(call((core) => core.exportPolicy(text, form)));
}

/**
 * The policy that does what the `attributeMappings` or the `claimMap` of an identity provider do.
 *
 * @throws {ReconcileKitError} when it has neither.
 *
 * @example
 * ```ts
 * import { importPolicy } from "reconcile-kit";
 *
 * const { policy } = importPolicy({ attributeMappings: { "user.firstName": "jwt.given_name" } });
 * policy.map; // { "user.firstName": "jwt.given_name" }
 * ```
 */
export function importPolicy(identityProvider: object | string): ImportedPolicy {
  const text = textOf(identityProvider);
  return JSON.parse(call((core) => core.importPolicy(text)));
}

/**
 * Which claims lead to a field, or to a value in it: `why(policy, "registration.roles=admin")`.
 *
 * @throws {ReconcileKitError} when the policy is not valid, or there is no such field.
 *
 * @example
 * ```ts
 * import { why } from "reconcile-kit";
 *
 * const { ways } = why({ map: { "user.firstName": "given_name" } }, "user.firstName=Jane");
 * ways[0]?.claims?.jwt; // { given_name: "Jane" }
 * ```
 */
export function why(policy: PolicySource, question: string): Why {
  const text = textOf(policy);
  return JSON.parse(call((core) => core.whyPolicy(text, question)));
}

/**
 * Where two policies differ, each place with claims that show it.
 *
 * @throws {ReconcileKitError} when one of them is not valid.
 *
 * @example
 * ```ts
 * import { diffPolicies } from "reconcile-kit";
 *
 * const before = { map: { "user.firstName": "given_name" } };
 * const { differences } = diffPolicies(before, { map: { "user.firstName": "nickname" } });
 * differences.map(({ what }) => what); // ["user.firstName"]
 * ```
 */
export function diffPolicies(before: PolicySource, after: PolicySource): PolicyDiff {
  const [one, other] = [textOf(before), textOf(after)];
  return JSON.parse(call((core) => core.diffPolicies(one, other)));
}
