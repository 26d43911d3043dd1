/// <reference lib="esnext.disposable" preserve="true" />

import type * as glue from "../../../pkg/reconcile_kit.js";
import { call } from "../core.js";
import { failure, ReconcileKitError } from "../errors.js";
import { textOf } from "../text-of.js";
import type { PolicyDocument, PolicyResult } from "../types.js";
import { GivenText } from "./given-text.js";
import { reconcileBy } from "./reconcile-by.js";
import type { PolicyInput, PolicyOptions, PolicyReconcile } from "./types.js";

/**
 * A policy that is read once, and then run for many logins.
 *
 * It lives in the module's memory until `free()` is called; `using` does that at the end of a block.
 *
 * @example
 * ```ts
 * import { Policy } from "reconcile-kit";
 *
 * using policy = new Policy({ map: { "user.firstName": "given_name" } });
 * const { writes } = policy.run({ jwt: { given_name: "Jane" } });
 * writes.map(({ path, value }) => [path, value]); // [["/user/firstName", "Jane"]]
 * ```
 */
export class Policy {
  #handle: glue.CompiledPolicy | undefined;
  readonly #givenText: GivenText;

  /** @throws {ReconcileKitError} when the policy is not valid. */
  constructor(document: PolicyDocument | object | string) {
    const text = textOf(document);
    this.#handle = call((core) => new core.CompiledPolicy(text));
    this.#givenText = new GivenText(call(() => this.#compiled().wanted()));
  }

  /**
   * What the policy comes to: whether the login goes on, and which fields change. Nothing is changed here.
   *
   * @throws {ReconcileKitError} when it cannot be run on `given`.
   */
  run(given: PolicyInput, options?: PolicyOptions): PolicyResult {
    return JSON.parse(this.runText(this.#givenText.of(given), options));
  }

  /**
   * The same as {@link run}, from and to JSON text, in which numbers beyond 2^53 keep their digits.
   *
   * @throws {ReconcileKitError} when it cannot be run on `given`.
   */
  runText(given: string, options?: PolicyOptions): string {
    const handle = this.#compiled();
    return call(() => handle.run(given, options?.trace === true));
  }

  /**
   * Changes `user` and `registration` as the policy says. It may be passed on as it is:
   * `simulate(scenario, { reconcile: policy.reconcile })`.
   *
   * @throws {PolicyDeniedError} when the policy refuses the login; nothing was changed then.
   * @throws {ReconcileKitError} when it cannot be run on this.
   */
  readonly reconcile: PolicyReconcile = reconcileBy(this);

  /** Gives its memory back. A second call does nothing. */
  free(): void {
    this.#handle?.free();
    this.#handle = undefined;
  }

  /** The same as {@link free}, for `using`. */
  [Symbol.dispose](): void {
    this.free();
  }

  #compiled(): glue.CompiledPolicy {
    if (this.#handle) return this.#handle;
    const help = "make the policy again, or free it later";
    throw new ReconcileKitError(failure("freed-policy", "", "this policy was freed", help));
  }
}
