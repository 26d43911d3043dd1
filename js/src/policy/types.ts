// What a policy is run on, and how.

import type { PolicyResult } from "../types.js";

/** What a policy is run on: what FusionAuth passes to a reconcile lambda. What is missing, there is none of. */
export interface PolicyInput {
  /** The user so far. FusionAuth stamps a stored one with `insertInstant`. */
  user?: object | null | undefined;
  /** The registration so far. */
  registration?: object | null | undefined;
  /** The userinfo. */
  jwt?: object | null | undefined;
  /** The claims of the ID token, where it was verified. */
  id_token?: object | null | undefined;
}

/** How a policy is run. */
export interface PolicyOptions {
  /** Whether every gate and rule says how it ended, and every write names the claims that it was made of. */
  trace?: boolean | undefined;
}

/** How a policy takes a lambda's place. */
export interface ReconcileOptions extends PolicyOptions {
  /** Is told what the policy comes to, also of a refusal, before anything is changed: for logs. */
  onResult?: ((result: PolicyResult) => void) | undefined;
}

/** A function with the signature of FusionAuth's reconcile lambdas, which changes `user` and `registration`. */
export type PolicyReconcile = (
  user: object,
  registration: object | null | undefined,
  jwt: object | null | undefined,
  id_token?: object | null | undefined,
  tokens?: unknown,
  context?: unknown,
) => void;

/** What runs a policy. */
export interface PolicyRunner {
  run(given: PolicyInput, options?: PolicyOptions): PolicyResult;
}
