import { Writer } from "./apply-writes.js";
import { PolicyDeniedError } from "./denied.js";
import type { PolicyReconcile, PolicyRunner, ReconcileOptions } from "./types.js";

/** The function that does to `user` and `registration` what `policy` says. */
export function reconcileBy(policy: PolicyRunner, options: ReconcileOptions = {}): PolicyReconcile {
  const writer = new Writer();
  return (user, registration, jwt, id_token) => {
    const result = policy.run({ user, registration, jwt, id_token }, options);
    options.onResult?.(result);
    if (result.denied) throw new PolicyDeniedError(result.denied);
    writer.apply(result.writes, user, registration);
  };
}
