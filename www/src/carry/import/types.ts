// What comes in, and what becomes of it.

import type { CognitoUser, Diagnostic, IdToken } from "reconcile-kit";
import type { Draft } from "../../draft/draft.js";

/** A text that was dropped, chosen or pasted. */
export interface Incoming {
  /** Its file's name; empty for a pasted text. */
  readonly name: string;
  readonly text: string;
}

/** What can be asked of the core. */
export interface Kit {
  check(document: string): Promise<readonly Diagnostic[]>;
  readCognito(payload: string): Promise<CognitoUser>;
  decodeIdToken(token: string): Promise<IdToken>;
}

/** What things are put into. */
export interface Base {
  readonly draft: Draft;
  /** The login that a token or claims are for, from 0. */
  readonly login: number;
}

/** A piece of what came in, told apart and turned into JSON, but not put anywhere yet. */
export type Part =
  | { readonly kind: "scenario"; readonly json: string; readonly name: string }
  | { readonly kind: "draft"; readonly draft: Draft }
  | { readonly kind: "policy"; readonly json: string; readonly name: string }
  | {
      readonly kind: "lambda";
      readonly body: string;
      readonly name: string;
      readonly debug: boolean;
      readonly id: string;
    }
  | { readonly kind: Listed; readonly items: readonly string[]; readonly isAll: boolean }
  | { readonly kind: "login"; readonly json: string; readonly from: string }
  | { readonly kind: "said"; readonly text: string }
  | { readonly kind: "fault"; readonly text: string };

/** FusionAuth's objects, each as JSON text. */
export type Listed = "identityProvider" | "application" | "tenant" | "user" | "link";

/** A part that says why there is none. */
export function fault(text: string): Part {
  return { kind: "fault", text };
}

/** What came of it all. */
export interface Imported {
  /** `undefined` where nothing could be used. */
  readonly draft: Draft | undefined;
  /** What was taken where, in sentences. */
  readonly said: readonly string[];
  /** What could not be used, and why. */
  readonly faults: readonly string[];
}
