// The types of documents, which are generated from the JSON Schemas, and those of calls.

import type { AnyField } from "./any-field.js";
import type {
  Diagnostic,
  Outcome,
  Preview,
  Registration,
  Several,
  User,
} from "./generated/outcome.js";
import type {
  LinkingStrategy,
  Scenario,
  IdentityProvider as ScenarioIdentityProvider,
} from "./generated/scenario.js";

export type { AnyField } from "./any-field.js";
export type * from "./generated/outcome.js";
export type {
  ClaimSet,
  Difference,
  FieldResult,
  PolicyDiff,
} from "./generated/policy-diff.js";
export type * from "./generated/policy-result.js";
export type { Way, Why } from "./generated/policy-why.js";
export type {
  Application,
  ApplicationRole,
  FetchAnswer,
  LambdaSource,
  LinkingStrategy,
  LoginDocument as Login,
  LoginValidation,
  PolicyClaim,
  PolicyCondition,
  PolicyDocument,
  PolicyFile,
  PolicyGate,
  PolicyMap,
  PolicyRule,
  PolicyRules,
  PolicyScalar,
  PolicyStep,
  PreventingAction,
  Scenario,
  Tenant,
  ValidationMessage,
} from "./generated/scenario.js";
export type {
  Engine as LambdaEngine,
  Field as LambdaField,
  LambdaFacts,
  Parameter as LambdaParameter,
  ScenarioFacts as LambdaScenario,
  Writable as LambdaWritable,
} from "./lambda-facts.js";

/**
 * An identity provider, as FusionAuth's client takes and returns one.
 *
 * Its type and its linking strategy are enumerations there, to which no text can be assigned, not even the right one,
 * so they are open here. Where one is written down, in a scenario, the strategy's words are known.
 */
export type IdentityProvider = {
  [Key in keyof ScenarioIdentityProvider]: Key extends "type" | "linkingStrategy"
    ? AnyField
    : ScenarioIdentityProvider[Key];
};

/** What the core can be loaded from: its address, its bytes, or the compiled module. */
export type ModuleSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/** What a token or userinfo says about a person. */
export type Claims = Record<string, AnyField>;

/**
 * A function in place of a reconcile lambda, called as FusionAuth calls one. It changes `user` and
 * `registration`; what it returns is ignored, and what it throws fails the login.
 *
 * A preview may call it several times for one login, so it has to give the same answer each time.
 */
export type Reconcile = (
  user: User,
  registration: Registration,
  jwt: Claims,
  id_token: Claims | undefined,
  tokens: Claims | undefined,
  context: object | undefined,
) => void;

/** How to simulate. */
export interface SimulateOptions {
  /** A linking strategy in place of the identity provider's own. */
  strategy?: LinkingStrategy;
  /** A function that maps claims, in place of a lambda. */
  reconcile?: Reconcile;
}

/** What a scenario leads to: an outcome, those of several logins, or either when its text is all that is known. */
export type PreviewOf<S> = S extends { logins: readonly unknown[] }
  ? Several
  : S extends { login: object }
    ? Outcome
    : Preview;

/** The same login under every linking strategy, in the order in which FusionAuth documents them. */
export type Comparison<P = Preview> = Record<Exclude<LinkingStrategy, "Unsupported">, P>;

/** A place in the outcome that is not what the scenario expects. */
export interface Mismatch {
  /** JSON Pointer into the outcome. */
  path: string;
  /** What the scenario has there. */
  expected: unknown;
  /** What the outcome has there; absent where it has nothing. */
  found?: unknown;
}

/** A simulated scenario, compared with its `expect`. */
export interface Verification {
  /** What the scenario leads to. */
  outcome: Preview;
  /** Empty when everything that `expect` names holds. */
  mismatches: Mismatch[];
  /** Whether the scenario has an `expect` at all. */
  hasExpectation: boolean;
}

/** An ID token, taken apart. Its signature was not checked. */
export interface IdToken {
  /** How the token says it is signed. */
  header: {
    /** The algorithm. */
    alg: string;
    /** Which of the issuer's keys. */
    kid?: string;
  } & Claims;
  /** What it says. */
  claims: Claims;
}

/** One of the forms in which Cognito writes a user down. */
export type CognitoForm =
  | "id-token"
  | "userinfo"
  | "user-attributes"
  | "api-gateway-rest"
  | "api-gateway-http";

/** A Cognito user, read from whichever form. */
export interface CognitoUser {
  /** Which form it was. */
  form: CognitoForm;
  /** The claims with their real types. */
  claims: Claims;
  /** What was read, as it came. */
  original: AnyField;
  /** What Cognito's userinfo endpoint would answer for this user. */
  userinfo: Claims;
  /** What this user's ID token would say, as far as the payload tells. */
  idToken: Claims;
  /** What could not be read or will surprise. */
  notes: Diagnostic[];
}

/** Which lambda is asked about. */
export interface LambdaSubject {
  /** The scenario that the lambda runs in. Its type and version hold unless others are given here. */
  scenario?: Scenario | object | string;
  /** Type of the lambda, such as `OpenIDReconcile` (the default), or of the identity provider. */
  type?: string;
  /** FusionAuth version; the newest known one when nothing says otherwise. */
  version?: string;
}

/** The versions of this package and of the newest FusionAuth that it simulates. */
export interface Versions {
  /** This package's. */
  kit: string;
  /** The newest FusionAuth's. */
  fusionauth: string;
}
