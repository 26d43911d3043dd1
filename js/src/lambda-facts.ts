// What the core knows about a lambda. Which parameters it has, which fields there are and who may write them, is
// decided there and only read here.

/** A parameter of the function `reconcile`, by its position. */
export interface Parameter {
  /** The name that FusionAuth's documentation gives it. */
  readonly name: string;
  /** What it holds, as a pointer: `/user`, `/userinfo`, `/idToken` and so on. */
  readonly place: string;
}

/** When a lambda may write a field. */
export type Writable =
  | "always"
  | "on-create"
  | "linking-email"
  | "linking-username"
  | "never"
  | "undocumented";

/** A field of a user or a registration. */
export interface Field {
  /** What it holds, in words. */
  readonly holds: string;
  /** When a lambda may write it. */
  readonly writable: Writable;
}

/** What the scenario says in which the lambda runs. */
export interface ScenarioFacts {
  /** The identity provider's linking strategy. */
  readonly strategy: string;
  /** The field that people are linked on, where the strategy links on one. */
  readonly linksOn: "email" | "username" | null;
  /** Whether a lambda may set that field at all, which is a matter of the version. */
  readonly setsLinkingClaim?: boolean;
  /** The application's roles; `null` where the scenario does not say. */
  readonly roles: readonly string[] | null;
  /** Whether the provider is a Cognito user pool. */
  readonly cognito: boolean;
  /** The claims of the login's userinfo. */
  readonly userinfo: readonly string[] | null;
  /** The claims of the login's ID token. */
  readonly idToken: readonly string[] | null;
}

/** An engine that FusionAuth runs lambdas on, or ran. */
export interface Engine {
  /** Its name, such as `GraalJS 24.1`. */
  readonly name: string;
  /** The release of GraalJS that it is simulated as, such as `24.1.2`. */
  readonly release: string;
  /** The first FusionAuth version that runs it, such as `1.56.0`. */
  readonly since: string;
  /** Whether it reads ES5.1 and nothing newer. */
  readonly readsOnlyEs5: boolean;
}

/** What the core says about a lambda. */
export interface LambdaFacts {
  /** FusionAuth's type of the lambda. */
  readonly type: string;
  /** The simulated FusionAuth version. */
  readonly version: string;
  /** The engine that this version runs lambdas on. */
  readonly engine: Engine;
  /** Every engine that FusionAuth ran lambdas on, oldest first. */
  readonly engines: readonly Engine[];
  /** What the function is given, in order. */
  readonly parameters: readonly Parameter[];
  /** What it may change. */
  readonly fields: {
    /** The fields of a user, by name. */
    readonly user: Readonly<Record<string, Field>>;
    /** The fields of a registration, by name. */
    readonly registration: Readonly<Record<string, Field>>;
  };
  /** Pointers to what the identity provider always sends. */
  readonly present: readonly string[];
  /** What the scenario says, if the lambda runs in one. */
  readonly scenario: ScenarioFacts | null;
}
