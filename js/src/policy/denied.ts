import { ReconcileKitError } from "../errors.js";
import type { PolicyDenial } from "../generated/policy-result.js";

/**
 * A policy that refuses a login. Its `message` is the one that the policy has for people.
 *
 * ```js
 * try {
 *   policy.reconcile(user, registration, jwt, id_token);
 * } catch (error) {
 *   if (error instanceof PolicyDeniedError) return { status: 403, code: error.denial.code };
 *   throw error;
 * }
 * ```
 */
export class PolicyDeniedError extends ReconcileKitError {
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
