// Generated from the JSON Schema by `npm run generate`. Do not edit.

import type {AnyField} from "../any-field.js";

/**
 * How a field gets a value.
 */
export interface Why {
  /**
   * Why there is no way; absent where there is one.
   */
  reason?: string | null;
  /**
   * The field, as policies name it.
   */
  target: string;
  /**
   * The value.
   */
  value: string;
  /**
   * The rules that give it, at most one way for each.
   */
  ways: Way[];
}
/**
 * A small set of claims.
 */
export interface ClaimSet {
  /**
   * The id token's claims; absent where none is needed.
   */
  id_token?: {
    [field: string]: AnyField;
  } | null;
  /**
   * The userinfo.
   */
  jwt: {
    [field: string]: AnyField;
  };
}
/**
 * How a rule gives the value.
 */
export interface Way {
  /**
   * Where it stands: a JSON Pointer into the policy.
   */
  at: string;
  /**
   * A small set of claims with which a new user gets the value; absent where none was found.
   */
  claims?: ClaimSet | null;
  /**
   * What has to be so, in words: the gates, the rule's condition, what it reads.
   */
  conditions: string[];
  /**
   * Whether running the policy on the claims gave the value.
   */
  confirmed: boolean;
  /**
   * Whether FusionAuth has to be about to create the user; absent where that does not matter.
   */
  newUser?: boolean | null;
  /**
   * The rule.
   */
  rule: string;
}
