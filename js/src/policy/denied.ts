import { ReconcileKitError } from "../errors.js";
import type { PolicyDenial } from "../generated/policy-result.js";

/**
 * A policy that refuses a login. Its `message` is the one that the policy has for people.
 *
 * @example
 * ```ts
 * import { Policy, PolicyDeniedError } from "reconcile-kit";
 *
 * using policy = new Policy({ gates: [{ require: { verified: "email" }, message: "Please confirm." }] });
 * try {
 *   policy.reconcile(user, registration, { email_verified: "false" });
 * } catch (error) {
 *   if (!(error instanceof PolicyDeniedError)) throw error;
 *   error.rule; // "gate-1"
 *   error.message; // "Please confirm."
 * }
 * ```
 */
export class PolicyDeniedError extends ReconcileKitError {
  /** The name of the class. */
  override readonly name = "PolicyDeniedError";
  /** The gate or the rule that refuses. */
  readonly rule: string;
  /** The refusal: its code is for programs, its message for people. */
  readonly denial: PolicyDenial;

  /** An error that says what `denial` says. */
  constructor(denial: PolicyDenial) {
    const help = `the policy refuses this login on purpose: see \`${denial.rule}\` in it`;
    const { message } = denial;
    super({ code: "PolicyDenied", path: "", message, help, url: "docs/rules/policy-denied.md" });
    this.rule = denial.rule;
    this.denial = denial;
  }
}
