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
  /** Answered once the whole package is loaded. */
  whole: [Record<string, never>, null];
}

export type Question = keyof Questions;
export type Asked<Q extends Question> = Questions[Q][0];
export type Answer<Q extends Question> = Questions[Q][1];

/** How each question is answered. */
export type Answers = { readonly [Q in Question]: (asked: Asked<Q>) => Answer<Q> };

/** A question on its way to the worker. */
export interface Request<Q extends Question = Question> {
  readonly kind: "ask";
  readonly id: number;
  readonly question: Q;
  readonly asked: Asked<Q>;
}

/** What the worker hears: first whether to leave the small module out, then questions. */
export type Order = { readonly kind: "begin"; readonly goesForWhole: boolean } | Request;

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
  /** What it can answer from now on. */
  | { readonly kind: "ready"; readonly with: "first" | "whole" }
  /** It can answer nothing, ever. */
  | { readonly kind: "failed"; readonly reason: string }
  /** It works on a question now. */
  | { readonly kind: "begun"; readonly id: number }
  | { readonly kind: "answer"; readonly id: number; readonly answer: unknown }
  | { readonly kind: "refusal"; readonly id: number; readonly refusal: Refusal };
