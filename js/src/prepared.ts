/// <reference lib="esnext.disposable" preserve="true" />

import type * as glue from "../../pkg/reconcile_kit.js";
import { call } from "./core.js";
import { failure, ReconcileKitError } from "./errors.js";
import { textOf } from "./text-of.js";
import type { Login, Outcome, Preview, Scenario, SimulateOptions } from "./types.js";

/**
 * A scenario that is read and validated once, and then simulated for many logins.
 *
 * It lives in the module's memory until `free()` is called; `using` does that at the end of a block.
 *
 * @example
 * ```ts
 * import { prepare } from "reconcile-kit";
 *
 * using prepared = prepare(scenario);
 * const people = [{ sub: "1", email: "a@example.com", email_verified: true }, { sub: "2" }];
 * people.map((userinfo) => prepared.simulate({ userinfo }).decision); // ["create", "reject"]
 * ```
 */
export class PreparedScenario {
  #handle: glue.PreparedScenario | undefined;

  /** @throws {ReconcileKitError} when the scenario is not valid. */
  constructor(scenario: Scenario | string) {
    const text = textOf(scenario);
    this.#handle = call((core) => new core.PreparedScenario(text));
  }

  /** The outcome of `login`, or of the scenario's own login, with everything else as prepared. */
  simulate(login: Login | string, options?: SimulateOptions): Outcome;
  simulate(login?: undefined, options?: SimulateOptions): Preview;
  simulate(login?: Login | string, options?: SimulateOptions): Preview {
    return JSON.parse(this.simulateText(login, options));
  }

  /** The same as JSON text, in which numbers beyond 2^53 keep their digits. */
  simulateText(login?: Login | string, options?: SimulateOptions): string {
    const handle = this.#handle;
    if (!handle) {
      const help = "prepare the scenario again, or free it later";
      throw new ReconcileKitError(failure("freed-scenario", "", "this scenario was freed", help));
    }
    const text = login === undefined ? undefined : textOf(login);
    return call(() => handle.simulate(text, options));
  }

  /** Gives its memory back. A second call does nothing. */
  free(): void {
    this.#handle?.free();
    this.#handle = undefined;
  }

  /** The same as {@link free}, for `using`. */
  [Symbol.dispose](): void {
    this.free();
  }
}
