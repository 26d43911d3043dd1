/**
 * The small runtime for AWS Lambda, Cloudflare Workers and other hosts: policies only, on a module of their own.
 *
 * @example
 * ```ts
 * import { createReconcile } from "reconcile-kit/lambda";
 *
 * const reconcile = createReconcile({ map: { "user.firstName": "given_name" } });
 * const user: { firstName?: string } = {};
 * reconcile(user, {}, { given_name: "Jane" });
 * user; // { firstName: "Jane" }
 * ```
 *
 * @module reconcile-kit/lambda
 */

import { Policy } from "../policy/policy.js";
import { reconcileBy } from "../policy/reconcile-by.js";
import type { PolicyReconcile, ReconcileOptions } from "../policy/types.js";
import type { PolicyDocument } from "../types.js";

export { ReconcileKitError } from "../errors.js";
export { PolicyDeniedError } from "../policy/denied.js";
export { Policy } from "../policy/policy.js";
export type {
  PolicyInput,
  PolicyOptions,
  PolicyReconcile,
  ReconcileOptions,
} from "../policy/types.js";
export type {
  Diagnostic,
  PolicyCondition,
  PolicyDenial,
  PolicyDocument,
  PolicyGate,
  PolicyMap,
  PolicyResult,
  PolicyRule,
  PolicyRules,
  PolicySkip,
  PolicyStep,
  PolicyWrite,
  RuleTrace,
} from "../types.js";

/**
 * A function with the signature of FusionAuth's reconcile lambdas that does what `policy` says. Make it once, outside
 * of the handler: the policy is read and checked here.
 *
 * @throws {ReconcileKitError} when the policy is not valid, or the host lets no WebAssembly start.
 *
 * @example
 * ```ts
 * import { createReconcile } from "reconcile-kit/lambda";
 *
 * const reconcile = createReconcile(policy, {
 *   onResult: ({ allowed, writes }) => console.log(allowed, writes.length),
 * });
 * reconcile(user, registration, jwt, id_token);
 * user.firstName; // "Jane"
 * ```
 */
export function createReconcile(
  policy: PolicyDocument | object | string,
  options?: ReconcileOptions,
): PolicyReconcile {
  return reconcileBy(new Policy(policy), options);
}
