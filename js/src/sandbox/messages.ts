// What the two threads say to each other. Requests are answered in their order, so answers need no number.

import type { Failure } from "../errors.js";
import type { LinkingStrategy } from "../types.js";
import type { Choice } from "./choice.js";
import type { Limits } from "./limits.js";

/** How a login is to be simulated. */
export interface Wish {
  readonly strategy?: LinkingStrategy;
}

/** The first message: what holds for all lambdas. */
export interface Beginning {
  readonly kind: "begin";
  readonly engine: Choice;
  readonly limits: Required<Limits>;
}

/** Something to be answered by a text. Scenarios and logins are JSON text. */
export type Request =
  | { readonly kind: Whole; readonly scenario: string; readonly wish: Wish }
  | { readonly kind: "prepare"; readonly handle: number; readonly scenario: string }
  | {
      readonly kind: "login";
      readonly handle: number;
      readonly login: string | undefined;
      readonly wish: Wish;
    }
  | { readonly kind: "free"; readonly handle: number }
  | {
      readonly kind: "inspect";
      readonly scenario: string;
      readonly body: string;
      readonly name: string;
    };

/** What can be done with a whole scenario. */
export type Whole = "simulate" | "compare" | "verify";

/** What comes back: that a lambda begins to run, an answer, or why there is none. */
export type Message =
  | { readonly kind: "alive" }
  | { readonly kind: "answer"; readonly text: string }
  | { readonly kind: "failure"; readonly failure: Failure };
