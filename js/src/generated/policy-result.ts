// Generated from the JSON Schema by `npm run generate`. Do not edit.

import type {AnyField} from "../any-field.js";

/**
 * What a policy comes to.
 */
export interface PolicyResult {
  /**
   * Whether the login goes on.
   */
  allowed: boolean;
  /**
   * Why it does not; absent where it does.
   */
  denied?: PolicyDenial | null;
  /**
   * Values of the wrong type or form, which were left out.
   */
  skipped: PolicySkip[];
  /**
   * Every gate and rule, and how it ended; absent unless it was asked for.
   */
  trace?: RuleTrace[] | null;
  /**
   * The fields that change; what is stored already is not among them.
   */
  writes: PolicyWrite[];
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
/**
 * A value that was left out.
 */
export interface PolicySkip {
  /**
   * The field, such as `/user/birthDate`.
   */
  path: string;
  /**
   * Why it was left out.
   */
  reason: string;
  /**
   * The rule.
   */
  rule: string;
  /**
   * The value.
   */
  value: unknown;
}
/**
 * A field that changes.
 */
export interface PolicyWrite {
  /**
   * The claims it was made of; absent unless a trace was asked for.
   */
  from?: string[] | null;
  /**
   * The field, such as `/user/firstName`.
   */
  path: string;
  /**
   * The rules that made it.
   */
  rule: string;
  /**
   * What it becomes; `null` empties it, and without a value it is taken out of its object.
   */
  value?: unknown;
}
/**
 * A gate or a rule, and how it ended.
 */
export interface RuleTrace {
  /**
   * How it ended, in words.
   */
  end: string;
  /**
   * The field; absent for a gate.
   */
  path?: string | null;
  /**
   * The gate or the rule.
   */
  rule: string;
}
