// A lambda or a policy and the world it runs in, to which a test sends people.

import { resolve } from "node:path";
import { readDocument, readText } from "../cli/read-document.js";
import { textOf } from "../text-of.js";
import type { Claims, Login, Outcome, Scenario, Several } from "../types.js";
import { fixtures } from "./fixtures.js";
import { directoryFrom, type Origin, shown } from "./origin.js";
import { type Engine, simulate } from "./simulate.js";

/** The world that a lambda or a policy runs in: a scenario without these and its logins. */
export interface FixtureSetting
  extends Omit<
    Scenario,
    "$schema" | "name" | "lambda" | "policy" | "login" | "logins" | "expect" | "identityProvider"
  > {
  /** The identity provider; {@link fixtures}' own for Cognito where absent. */
  identityProvider?: Scenario["identityProvider"];
  /** Whether the lambda's `console.debug` is heard. */
  debug?: boolean;
  /** What runs the lambda; `quickjs` where absent. */
  engine?: Engine;
  /** What the file is relative to. */
  from?: Origin;
}

/** A login, as a scenario has one, or only what userinfo says. */
export type FixtureLogin = Login | Claims;

/** A lambda or a policy in its world. Every call begins with that world as it was set up. */
export interface LambdaFixture {
  /** What becomes of somebody who signs in. */
  login(login: FixtureLogin): Promise<Outcome>;
  /** What becomes of several, each of whom finds what the one before left behind. */
  logins(logins: readonly FixtureLogin[]): Promise<Several>;
}

/**
 * The lambda in `file`, ready for people to sign in. It runs in the sandbox, as `reconcile-kit preview` runs it, and
 * is read again for every call.
 *
 * @param file The lambda's file, relative to `from`; without that, to the current directory.
 *
 * @example
 * ```ts
 * import { fixtures, lambdaFixture } from "reconcile-kit/test";
 *
 * const users = [{ id: "u1", email: "jane@example.com" }];
 * const lambda = lambdaFixture("reconcile.js", { from: import.meta.url, users });
 * const { decision } = await lambda.login(fixtures.nativeUser({ email: "jane@example.com" }));
 * decision; // "link-existing"
 * ```
 */
export function lambdaFixture(file: string, setting: FixtureSetting = {}): LambdaFixture {
  const { debug } = setting;
  return inWorld(file, setting, async (path) => {
    const lambda = { file: path, body: readText(path), ...(debug !== undefined && { debug }) };
    return { lambda };
  });
}

/**
 * The policy in `file`, JSON or YAML, ready for people to sign in. It is read again for every call.
 *
 * @param file The policy's file, relative to `from`; without that, to the current directory.
 *
 * @example
 * ```ts
 * import { fixtures, policyFixture } from "reconcile-kit/test";
 *
 * const policy = policyFixture("policy.json", { from: import.meta.url });
 * const { user } = await policy.login(fixtures.nativeUser({ given_name: "Jane" }));
 * user?.firstName; // "Jane"
 * ```
 */
export function policyFixture(
  file: string,
  setting: Omit<FixtureSetting, "debug" | "engine"> = {},
): LambdaFixture {
  return inWorld(file, setting, async (path) => {
    const { text } = await readDocument(path);
    return { policy: { file: path, document: JSON.parse(text) } };
  });
}

/** Sends people into the world of `setting`, in which there is what `mapper` makes of the file. */
function inWorld(
  file: string,
  {
    from,
    debug: _,
    engine,
    identityProvider = fixtures.identityProvider(),
    ...world
  }: FixtureSetting,
  mapper: (path: string) => Promise<Pick<Scenario, "lambda" | "policy">>,
): LambdaFixture {
  const path = shown(resolve(directoryFrom(from), file));
  const previewOf = async (logins: object) =>
    simulate(textOf({ identityProvider, ...world, ...(await mapper(path)), ...logins }), engine);
  return {
    login: async (login) => (await previewOf({ login: asLogin(login) })) as Outcome,
    logins: async (logins) => (await previewOf({ logins: logins.map(asLogin) })) as Several,
  };
}

/** What tells a login from userinfo: no provider has claims of these names. */
const KEYS = [
  "userinfo",
  "idToken",
  "idTokenVerified",
  "accessToken",
  "noLink",
  "pendingLinkUserId",
];

function asLogin(login: FixtureLogin): Login {
  return KEYS.some((key) => Object.hasOwn(login, key)) ? login : { userinfo: login };
}
