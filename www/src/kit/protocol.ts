// What the page asks the worker that holds the core.

import type {
  CognitoUser,
  Diagnostic,
  ExportedPolicy,
  IdToken,
  ImportedPolicy,
  LambdaFacts,
  PolicyDiff,
  PolicyForm,
  Verification,
  Versions,
  Why,
} from "reconcile-kit";
import type { CheckLambdaOptions } from "reconcile-kit/check";

/** Each question: what it takes, and what it is answered with. */
export interface Questions {
  /** The outcome as JSON text, in which numbers beyond 2^53 keep their digits. */
  simulate: [{ scenario: string; strategy?: string }, string];
  /** The outcomes under every linking strategy, as JSON text. */
  compare: [{ scenario: string }, string];
  verify: [{ scenario: string }, Verification];
  check: [{ document: string }, Diagnostic[]];
  checkLambda: [{ body: string; options: CheckLambdaOptions }, Diagnostic[]];
  lambdaFacts: [{ scenario: string }, LambdaFacts];
  readCognito: [{ payload: string }, CognitoUser];
  decodeIdToken: [{ token: string }, IdToken];
  exportPolicy: [{ policy: string; form: PolicyForm }, ExportedPolicy];
  importPolicy: [{ identityProvider: string }, ImportedPolicy];
  why: [{ policy: string; question: string }, Why];
  diffPolicies: [{ before: string; after: string }, PolicyDiff];
  versions: [Record<string, never>, Versions];
}

export type Question = keyof Questions;
export type Asked<Q extends Question> = Questions[Q][0];
export type Answer<Q extends Question> = Questions[Q][1];

/** A question on its way to the worker. */
export interface Request<Q extends Question = Question> {
  readonly id: number;
  readonly question: Q;
  readonly asked: Asked<Q>;
}

/** Why a question has no answer: what a `ReconcileKitError` carries. */
export interface Refusal {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly help: string;
  readonly url: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the worker says. */
export type Message =
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "answer"; readonly id: number; readonly answer: unknown }
  | { readonly kind: "refusal"; readonly id: number; readonly refusal: Refusal };
