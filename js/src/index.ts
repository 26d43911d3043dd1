// The package's interface. Each function hands a text to the core and takes one back.

import { call, start } from "./core.js";
import { PreparedScenario } from "./prepared.js";
import { textOf } from "./text-of.js";
import type {
  CognitoUser,
  Comparison,
  Diagnostic,
  IdToken,
  LambdaFacts,
  LambdaSubject,
  Mismatch,
  ModuleSource,
  PreviewOf,
  Scenario,
  SimulateOptions,
  Verification,
  Versions,
} from "./types.js";

export { ReconcileKitError } from "./errors.js";
export { PolicyDeniedError } from "./policy/denied.js";
export { Policy } from "./policy/policy.js";
export type {
  ExportedPolicy,
  ImportedPolicy,
  PolicyForm,
  PolicySource,
} from "./policy/tools.js";
export { diffPolicies, exportPolicy, importPolicy, why } from "./policy/tools.js";
export type { PolicyInput, PolicyOptions, PolicyReconcile } from "./policy/types.js";
export { PreparedScenario } from "./prepared.js";
export type * from "./types.js";

/**
 * Loads the core. A browser calls this once before anything else; in Node.js it is not needed.
 *
 * @param source Where the module is, when it is not beside the package's own file.
 * @throws {ReconcileKitError} `not-initialised` when it cannot be loaded.
 */
export async function init(source?: ModuleSource): Promise<void> {
  await start(source);
}

/**
 * What a login does: which user the person becomes, with which fields, roles and link, and why.
 *
 * ```js
 * const outcome = simulate(await readFile("login.scenario.json", "utf8"));
 * console.log(outcome.verdict, outcome.user?.email);
 * ```
 *
 * @throws {ReconcileKitError} when the scenario is not valid.
 */
export function simulate<const S extends Scenario | string>(
  scenario: S,
  options?: SimulateOptions,
): PreviewOf<S> {
  return JSON.parse(simulateText(scenario, options));
}

/**
 * The same as {@link simulate}, as JSON text. It is faster, and numbers beyond 2^53 keep their digits.
 *
 * @throws {ReconcileKitError} when the scenario is not valid.
 */
export function simulateText(scenario: Scenario | string, options?: SimulateOptions): string {
  const text = textOf(scenario);
  return call((core) => core.simulate(text, options));
}

/**
 * The same login under every linking strategy.
 *
 * @throws {ReconcileKitError} when the scenario is not valid.
 */
export function compare<const S extends Scenario | string>(
  scenario: S,
  options?: SimulateOptions,
): Comparison<PreviewOf<S>> {
  return JSON.parse(compareText(scenario, options));
}

/**
 * The same as {@link compare}, as JSON text.
 *
 * @throws {ReconcileKitError} when the scenario is not valid.
 */
export function compareText(scenario: Scenario | string, options?: SimulateOptions): string {
  const text = textOf(scenario);
  return call((core) => core.compare(text, options));
}

/**
 * Simulates a scenario and compares the outcome with its `expect`; what that does not name is not compared.
 *
 * ```js
 * assert.deepEqual(verify(scenario).mismatches, []);
 * ```
 *
 * @throws {ReconcileKitError} when the scenario is not valid.
 */
export function verify(scenario: Scenario | string, options?: SimulateOptions): Verification {
  return JSON.parse(verifyText(scenario, options));
}

/**
 * The same as {@link verify}, as JSON text.
 *
 * @throws {ReconcileKitError} when the scenario is not valid.
 */
export function verifyText(scenario: Scenario | string, options?: SimulateOptions): string {
  const text = textOf(scenario);
  return call((core) => core.verify(text, options));
}

/**
 * Every place where `found`, such as an outcome, is not as `expected` says. What that does not name is not compared.
 *
 * ```js
 * assert.deepEqual(mismatches({ status: 200 }, outcome), []);
 * ```
 *
 * @throws {ReconcileKitError} `not-json` when one of them has no JSON text.
 */
export function mismatches(expected: object | string, found: object | string): Mismatch[] {
  const [wanted, there] = [textOf(expected), textOf(found)];
  return JSON.parse(call((core) => core.mismatches(wanted, there)));
}

/**
 * Everything that is wrong or risky in a scenario or an identity provider. An empty array is good news.
 *
 * @throws {ReconcileKitError} `not-json` when an object has no JSON text.
 */
export function check(document: Scenario | object | string): Diagnostic[] {
  const text = textOf(document);
  return call((core) => core.check(text));
}

/**
 * Reads a scenario once, for many logins.
 *
 * @throws {ReconcileKitError} when the scenario is not valid.
 */
export function prepare(scenario: Scenario | string): PreparedScenario {
  return new PreparedScenario(scenario);
}

/**
 * The header and claims of an ID token. Its signature is not verified.
 *
 * @throws {ReconcileKitError} when it is not a token.
 */
export function decodeIdToken(token: string): IdToken {
  return JSON.parse(call((core) => core.decodeIdToken(token)));
}

/**
 * The canonical claims of a user as Cognito writes one: an ID token's payload, a userinfo answer, the
 * attributes of ListUsers or of a trigger, or the claims that API Gateway passes on.
 *
 * @throws {ReconcileKitError} when it is none of these.
 */
export function readCognito(payload: object | string): CognitoUser {
  const text = textOf(payload);
  return JSON.parse(call((core) => core.readCognito(text)));
}

/**
 * The text of a file's bytes.
 *
 * @throws {ReconcileKitError} `not-utf8` or `document-too-large`.
 */
export function decodeText(bytes: Uint8Array): string {
  return call((core) => core.readText(bytes));
}

/**
 * What a lambda may rely on: its parameters, the fields it may write, and what a scenario says of it.
 *
 * @throws {ReconcileKitError} for a scenario that is not valid, and for an unknown type or version.
 */
export function lambdaFacts(subject: LambdaSubject = {}): LambdaFacts {
  const { scenario, type, version } = subject;
  const asked = {
    ...(scenario === undefined ? {} : { scenario: textOf(scenario) }),
    ...(type === undefined ? {} : { type }),
    ...(version === undefined ? {} : { version }),
  };
  return JSON.parse(call((core) => core.lambdaFacts(asked)));
}

/** What the field at `place`, such as `/user/birthDate`, holds, when it cannot hold the JSON text `value`. */
export function fieldRefusal(place: string, value: string): string | undefined {
  return call((core) => core.fieldRefusal(place, value));
}

/** The versions of this package and of the newest FusionAuth that it simulates. */
export function versions(): Versions {
  return call((core) => core.versions());
}
