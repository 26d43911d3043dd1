// Generated from the JSON Schema by `npm run generate`. Do not edit.

import type {AnyField} from "../any-field.js";

/**
 * Where two policies differ.
 */
export interface PolicyDiff {
  /**
   * What differs, with claims on which it does.
   */
  differences: Difference[];
  /**
   * Whether it is proved that they let in the same people and write the same.
   */
  same: boolean;
  /**
   * What is written differently, and where no claims were found that make a difference.
   */
  undecided: string[];
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
 * One difference.
 */
export interface Difference {
  /**
   * Claims on which the two differ.
   */
  claims: ClaimSet;
  /**
   * What the new policy says, in words.
   */
  new: string;
  /**
   * What the new policy comes to.
   */
  newResult: FieldResult;
  /**
   * Whether FusionAuth is about to create the user.
   */
  newUser: boolean;
  /**
   * What the old policy says, in words.
   */
  old: string;
  /**
   * What the old policy comes to.
   */
  oldResult: FieldResult;
  /**
   * What the field held before; absent where it was empty.
   */
  stored?: unknown;
  /**
   * `gates`, or the field.
   */
  what: string;
}
/**
 * What a policy comes to, for one field.
 */
export interface FieldResult {
  /**
   * Whether the login goes on.
   */
  allowed: boolean;
  /**
   * Why it does not; absent where it does.
   */
  denied?: PolicyDenial | null;
  /**
   * What the field holds afterwards; absent where it is empty, and for gates.
   */
  value?: unknown;
}
/**
 * The refusal of a login.
 */
export interface PolicyDenial {
  /**
   * The gate's code, or its name; or the name of the rule that refuses.
   */
  code: string;
  /**
   * Why, in words.
   */
  message: string;
  /**
   * The gate or the rule.
   */
  rule: string;
}
