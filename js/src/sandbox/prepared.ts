/// <reference lib="esnext.disposable" preserve="true" />

import { failure, ReconcileKitError } from "../errors.js";
import { textOf } from "../text-of.js";
import type { Login, Outcome, Preview } from "../types.js";
import type { Host } from "./host.js";
import type { SandboxSimulateOptions } from "./index.js";

/**
 * A scenario whose lambda is read once, and then run for many logins. No state goes from one to the next.
 *
 * @example
 * ```ts
 * import { Sandbox } from "reconcile-kit/sandbox";
 *
 * await using sandbox = new Sandbox();
 * const lambda = { body: "function reconcile(user, registration, jwt) { user.data = jwt; }" };
 * await using prepared = await sandbox.prepare({ ...scenario, lambda });
 * const { user } = await prepared.simulate({ userinfo: { sub: "1", email: "a@b.c", email_verified: true } });
 * user?.data; // { sub: "1", email: "a@b.c", email_verified: true }
 * ```
 */
export class PreparedLambda {
  readonly #host: Host;
  readonly #handle: number;
  #isFreed = false;

  /** @internal */
  constructor(host: Host, handle: number) {
    this.#host = host;
    this.#handle = handle;
  }

  /** The outcome of `login`, or of the scenario's own login, with everything else as prepared. */
  simulate(login: Login | string, options?: SandboxSimulateOptions): Promise<Outcome>;
  simulate(login?: undefined, options?: SandboxSimulateOptions): Promise<Preview>;
  async simulate(login?: Login | string, options?: SandboxSimulateOptions): Promise<Preview> {
    return JSON.parse(await this.simulateText(login, options));
  }

  /** The same as JSON text, in which numbers beyond 2^53 keep their digits. */
  async simulateText(
    login?: Login | string,
    options: SandboxSimulateOptions = {},
  ): Promise<string> {
    if (this.#isFreed) {
      const help = "prepare the scenario again, or free it later";
      throw new ReconcileKitError(failure("freed-scenario", "", "this scenario was freed", help));
    }
    const text = login === undefined ? undefined : textOf(login);
    return this.#host.ask({ kind: "login", handle: this.#handle, login: text, wish: options });
  }

  /** Gives its memory back. A second call does nothing. */
  async free(): Promise<void> {
    if (this.#isFreed) return;
    this.#isFreed = true;
    // With a closed sandbox its memory went too.
    await this.#host.ask({ kind: "free", handle: this.#handle }).catch(() => {});
  }

  /** The same as {@link free}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.free();
  }
}
