// Each function hands a text to the core and takes one back.

/**
 * Which FusionAuth user somebody becomes who signs in: one login or several, under one linking strategy or each, with
 * a function or a policy that maps the claims. A lambda's text is run by `reconcile-kit/sandbox`.
 *
 * @example
 * ```ts
 * import { simulate } from "reconcile-kit";
 *
 * const { decision, link, changes } = simulate({
 *   identityProvider: { enabled: true, linkingStrategy: "LinkByEmail" },
 *   users: [{ id: "u1", email: "jane@example.com" }],
 *   login: { userinfo: { sub: "7f3a", email: "Jane@example.com", email_verified: "true" } },
 * });
 * decision; // "link-existing"
 * link?.userId; // "u1"
 * changes.length > 0; // true
 * ```
 *
 * @module reconcile-kit
 */

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

export { type Failure, ReconcileKitError } from "./errors.js";
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
 *
 * @example
 * ```ts
 * import { init, simulate } from "reconcile-kit";
 *
 * await init();
 * simulate(scenario).status; // 200
 * ```
 */
export async function init(source?: ModuleSource): Promise<void> {
  await start(source);
}

/**
 * What a login does: which user the person becomes, with which fields, roles and link, and why.
 *
 * @throws {ReconcileKitError} when the scenario is not valid.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { simulate } from "reconcile-kit";
 *
 * const preview = simulate(await readFile("login.scenario.json", "utf8"));
 * const outcomes = "logins" in preview ? preview.logins : [preview];
 * outcomes.map(({ status, decision }) => [status, decision]); // [[200, "create"]]
 * ```
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
 *
 * @example
 * ```ts
 * import { simulateText } from "reconcile-kit";
 *
 * JSON.parse(simulateText(scenario)).decision; // "create"
 * ```
 */
export function simulateText(scenario: Scenario | string, options?: SimulateOptions): string {
  const text = textOf(scenario);
  return call((core) => core.simulate(text, options));
}

/**
 * The same login under every linking strategy.
 *
 * @throws {ReconcileKitError} when the scenario is not valid.
 *
 * @example
 * ```ts
 * import { compare } from "reconcile-kit";
 *
 * const outcomes = compare(scenario);
 * outcomes.LinkByEmail.decision; // "create"
 * outcomes.LinkByEmailForExistingUser.decision; // "reject"
 * ```
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
 *
 * @example
 * ```ts
 * import { compareText } from "reconcile-kit";
 *
 * Object.keys(JSON.parse(compareText(scenario))).length; // 7
 * ```
 */
export function compareText(scenario: Scenario | string, options?: SimulateOptions): string {
  const text = textOf(scenario);
  return call((core) => core.compare(text, options));
}

/**
 * Simulates a scenario and compares the outcome with its `expect`; what that does not name is not compared.
 *
 * @throws {ReconcileKitError} when the scenario is not valid.
 *
 * @example
 * ```ts
 * import { verify } from "reconcile-kit";
 *
 * const { mismatches } = verify({ ...scenario, expect: { status: 401 } });
 * mismatches; // [{ path: "/status", expected: 401, found: 200 }]
 * ```
 */
export function verify(scenario: Scenario | string, options?: SimulateOptions): Verification {
  return JSON.parse(verifyText(scenario, options));
}

/**
 * The same as {@link verify}, as JSON text.
 *
 * @throws {ReconcileKitError} when the scenario is not valid.
 *
 * @example
 * ```ts
 * import { verifyText } from "reconcile-kit";
 *
 * const text = verifyText({ ...scenario, expect: { status: 200 } });
 * JSON.parse(text).mismatches; // []
 * ```
 */
export function verifyText(scenario: Scenario | string, options?: SimulateOptions): string {
  const text = textOf(scenario);
  return call((core) => core.verify(text, options));
}

/**
 * Every place where `found`, such as an outcome, is not as `expected` says. What that does not name is not compared.
 *
 * @throws {ReconcileKitError} `not-json` when one of them has no JSON text.
 *
 * @example
 * ```ts
 * import { mismatches, simulate } from "reconcile-kit";
 *
 * mismatches({ status: 200, decision: "create" }, simulate(scenario)); // []
 * ```
 */
export function mismatches(expected: object | string, found: object | string): Mismatch[] {
  const [wanted, there] = [textOf(expected), textOf(found)];
  return JSON.parse(call((core) => core.mismatches(wanted, there)));
}

/**
 * Everything that is wrong or risky in a scenario or an identity provider. An empty array is good news.
 *
 * @throws {ReconcileKitError} `not-json` when an object has no JSON text.
 *
 * @example
 * ```ts
 * import { check } from "reconcile-kit";
 *
 * const [finding] = check({ ...scenario, usres: [] });
 * finding?.code; // "unknown-key"
 * finding?.path; // "/usres"
 * ```
 */
export function check(document: Scenario | object | string): Diagnostic[] {
  const text = textOf(document);
  return call((core) => core.check(text));
}

/**
 * Reads a scenario once, for many logins.
 *
 * @throws {ReconcileKitError} when the scenario is not valid.
 *
 * @example
 * ```ts
 * import { prepare } from "reconcile-kit";
 *
 * using prepared = prepare(scenario);
 * prepared.simulate({ userinfo: { sub: "1" } }).error?.code; // "MissingEmail"
 * ```
 */
export function prepare(scenario: Scenario | string): PreparedScenario {
  return new PreparedScenario(scenario);
}

/**
 * The header and claims of an ID token. Its signature is not verified.
 *
 * @throws {ReconcileKitError} when it is not a token.
 *
 * @example
 * ```ts
 * import { decodeIdToken } from "reconcile-kit";
 *
 * const { header, claims } = decodeIdToken("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI3ZjNhIn0.c2lnbmF0dXJl");
 * header.alg; // "RS256"
 * claims; // { sub: "7f3a" }
 * ```
 */
export function decodeIdToken(token: string): IdToken {
  return JSON.parse(call((core) => core.decodeIdToken(token)));
}

/**
 * The canonical claims of a user as Cognito writes one: an ID token's payload, a userinfo answer, the
 * attributes of ListUsers or of a trigger, or the claims that API Gateway passes on.
 *
 * @throws {ReconcileKitError} when it is none of these.
 *
 * @example
 * ```ts
 * import { readCognito } from "reconcile-kit";
 *
 * const { form, claims } = readCognito({
 *   UserAttributes: [
 *     { Name: "sub", Value: "7f3a" },
 *     { Name: "email_verified", Value: "true" },
 *   ],
 * });
 * form; // "user-attributes"
 * claims.email_verified; // true
 * ```
 */
export function readCognito(payload: object | string): CognitoUser {
  const text = textOf(payload);
  return JSON.parse(call((core) => core.readCognito(text)));
}

/**
 * The text of a file's bytes.
 *
 * @throws {ReconcileKitError} `not-utf8` or `document-too-large`.
 *
 * @example
 * ```ts
 * import { decodeText } from "reconcile-kit";
 *
 * decodeText(new Uint8Array([123, 125])); // "{}"
 * decodeText(new Uint8Array([255])); // not-utf8
 * ```
 */
export function decodeText(bytes: Uint8Array): string {
  return call((core) => core.readText(bytes));
}

/**
 * What a lambda may rely on: its parameters, the fields it may write, and what a scenario says of it.
 *
 * @throws {ReconcileKitError} for a scenario that is not valid, and for an unknown type or version.
 *
 * @example
 * ```ts
 * import { lambdaFacts } from "reconcile-kit";
 *
 * const { parameters, fields } = lambdaFacts({ type: "OpenIDReconcile", version: "1.50" });
 * parameters.map(({ name }) => name); // ["user", "registration", "jwt", "id_token", …]
 * fields.user.firstName?.writable; // "always"
 * ```
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

/**
 * What the field at `place`, such as `/user/birthDate`, holds, when it cannot hold the JSON text `value`.
 *
 * @example
 * ```ts
 * import { fieldRefusal } from "reconcile-kit";
 *
 * fieldRefusal("/user/birthDate", '"1990-12-31"'); // undefined
 * typeof fieldRefusal("/user/birthDate", '"soon"'); // "string"
 * ```
 */
export function fieldRefusal(place: string, value: string): string | undefined {
  return call((core) => core.fieldRefusal(place, value));
}

/**
 * The versions of this package and of the newest FusionAuth that it simulates.
 *
 * @example
 * ```ts
 * import { versions } from "reconcile-kit";
 *
 * versions().fusionauth; // "1.70.0"
 * ```
 */
export function versions(): Versions {
  return call((core) => core.versions());
}
