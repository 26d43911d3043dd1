/// <reference lib="esnext.disposable" preserve="true" />

/**
 * Runs reconcile lambdas, in a worker with limits: the functions of the main entry, for scenarios that have a lambda.
 *
 * @example
 * ```ts
 * import { simulate } from "reconcile-kit/sandbox";
 *
 * const { user, changes } = await simulate({
 *   ...scenario,
 *   lambda: { body: "function reconcile(user, registration, jwt) { user.firstName = jwt.given_name; }" },
 * });
 * user?.firstName; // "Jane"
 * changes.find(({ path }) => path === "/user/firstName")?.by; // { kind: "lambda", run: 1, line: 1, … }
 * ```
 *
 * @module reconcile-kit/sandbox
 */

import { textOf } from "../text-of.js";
import type { Comparison, PreviewOf, Scenario, SimulateOptions, Verification } from "../types.js";
import { type Choice, choiceOf, type EngineName } from "./choice.js";
import { Host } from "./host.js";
import { type Limits, limitsOf } from "./limits.js";
import type { Whole } from "./messages.js";
import { PreparedLambda } from "./prepared.js";

export type { GraalJsVersion } from "../engines/versions.js";
export type { Choice, EngineName } from "./choice.js";
export type { Limits } from "./limits.js";
export { DEFAULT_LIMITS } from "./limits.js";
export { PreparedLambda } from "./prepared.js";

/** How lambdas are run. */
export interface SandboxOptions {
  /**
   * What runs lambdas: `quickjs`, which is made to behave as FusionAuth's engine does, or that engine itself,
   * `graaljs`, which needs Java and `reconcile-kit engine install graaljs`. The default is `quickjs`.
   *
   * GraalJS is of the version that the simulated FusionAuth has; an object can name another.
   */
  engine?: EngineName | Choice;
  /** How far a lambda may go; what is not given keeps its default. */
  limits?: Limits;
}

/** How to simulate. */
export type SandboxSimulateOptions = Pick<SimulateOptions, "strategy">;

/**
 * Simulates logins with the lambda that the scenario has, in a worker that is started by the first call.
 *
 * Every run begins as if nothing had run before. What is asked of one sandbox is answered in turn; make
 * several to use several processors.
 *
 * @example
 * ```ts
 * import { Sandbox } from "reconcile-kit/sandbox";
 *
 * await using sandbox = new Sandbox({ limits: { deadline: 1000 } });
 * const body = "function reconcile(user) { console.info(user.email); }";
 * const { eventLog } = await sandbox.simulate({ ...scenario, lambda: { body } });
 * eventLog.map(({ type }) => type); // ["Information"]
 * ```
 */
export class Sandbox {
  readonly #host: Host;
  #handles = 0;

  /** @throws {ReconcileKitError} `sandbox-limit` for a limit that cannot hold, `engine-unknown` for a name. */
  constructor(options: SandboxOptions = {}) {
    this.#host = new Host(limitsOf(options.limits), choiceOf(options.engine));
  }

  /**
   * What a login does: which user the person becomes, with which fields, roles and link, and why.
   *
   * @throws {ReconcileKitError} when the scenario is not valid, or the lambda cannot even be stopped.
   */
  async simulate<const S extends Scenario | string>(
    scenario: S,
    options?: SandboxSimulateOptions,
  ): Promise<PreviewOf<S>> {
    return JSON.parse(await this.simulateText(scenario, options));
  }

  /** The same as {@link simulate}, as JSON text, in which numbers beyond 2^53 keep their digits. */
  simulateText(scenario: Scenario | string, options?: SandboxSimulateOptions): Promise<string> {
    return this.#ask("simulate", scenario, options);
  }

  /**
   * The same login under every linking strategy.
   *
   * @throws {ReconcileKitError} when the scenario is not valid, or the lambda cannot even be stopped.
   */
  async compare<const S extends Scenario | string>(scenario: S): Promise<Comparison<PreviewOf<S>>> {
    return JSON.parse(await this.compareText(scenario));
  }

  /** The same as {@link compare}, as JSON text. */
  compareText(scenario: Scenario | string): Promise<string> {
    return this.#ask("compare", scenario);
  }

  /**
   * Simulates a scenario and compares the outcome with its `expect`.
   *
   * @throws {ReconcileKitError} when the scenario is not valid, or the lambda cannot even be stopped.
   */
  async verify(
    scenario: Scenario | string,
    options?: SandboxSimulateOptions,
  ): Promise<Verification> {
    return JSON.parse(await this.verifyText(scenario, options));
  }

  /** The same as {@link verify}, as JSON text. */
  verifyText(scenario: Scenario | string, options?: SandboxSimulateOptions): Promise<string> {
    return this.#ask("verify", scenario, options);
  }

  /**
   * Reads a scenario and its lambda once, for many logins.
   *
   * @throws {ReconcileKitError} when the scenario is not valid.
   */
  async prepare(scenario: Scenario | string): Promise<PreparedLambda> {
    const handle = this.#handles++;
    await this.#host.ask({ kind: "prepare", handle, scenario: textOf(scenario) });
    return new PreparedLambda(this.#host, handle);
  }

  /**
   * Simulates `scenario` with the lambda `body` in place of its own: what the global `name` holds after each
   * run that counts.
   *
   * @internal
   */
  async inspect(scenario: string, body: string, name: string): Promise<unknown[]> {
    return JSON.parse(await this.#host.ask({ kind: "inspect", scenario, body, name }));
  }

  /** Ends the worker; what still waits is refused with `sandbox-closed`. A second call does nothing. */
  async close(): Promise<void> {
    this.#host.close();
  }

  /** The same as {@link close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #ask(
    kind: Whole,
    scenario: Scenario | string,
    wish: SandboxSimulateOptions = {},
  ): Promise<string> {
    return this.#host.ask({ kind, scenario: textOf(scenario), wish });
  }
}

let shared: Sandbox | undefined;

/** The sandbox of the functions below. It does not keep a program alive. */
function ours(): Sandbox {
  shared ??= new Sandbox();
  return shared;
}

/**
 * {@link Sandbox.simulate} in a sandbox that all callers share.
 *
 * @example
 * ```ts
 * import { simulate } from "reconcile-kit/sandbox";
 *
 * const { error } = await simulate({ ...scenario, lambda: { body: "function reconcile() { nothing(); }" } });
 * error?.code; // "LambdaInvocationException"
 * ```
 */
export function simulate<const S extends Scenario | string>(
  scenario: S,
  options?: SandboxSimulateOptions,
): Promise<PreviewOf<S>> {
  return ours().simulate(scenario, options);
}

/**
 * {@link Sandbox.compare} in a sandbox that all callers share.
 *
 * @example
 * ```ts
 * import { compare } from "reconcile-kit/sandbox";
 *
 * const outcomes = await compare({ ...scenario, lambda: { body: "function reconcile() {}" } });
 * outcomes.LinkByEmail.lambdaRuns; // 1
 * outcomes.LinkAnonymously.lambdaRuns; // 0
 * ```
 */
export function compare<const S extends Scenario | string>(
  scenario: S,
): Promise<Comparison<PreviewOf<S>>> {
  return ours().compare(scenario);
}

/**
 * {@link Sandbox.verify} in a sandbox that all callers share.
 *
 * @example
 * ```ts
 * import { verify } from "reconcile-kit/sandbox";
 *
 * const lambda = { body: "function reconcile(user) { user.firstName = 'J.'; }" };
 * const { mismatches } = await verify({ ...scenario, lambda, expect: { user: { firstName: "Jane" } } });
 * mismatches; // [{ path: "/user/firstName", expected: "Jane", found: "J." }]
 * ```
 */
export function verify(
  scenario: Scenario | string,
  options?: SandboxSimulateOptions,
): Promise<Verification> {
  return ours().verify(scenario, options);
}
