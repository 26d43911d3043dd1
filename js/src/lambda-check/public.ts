/**
 * What is wrong or risky in the text of a lambda, with the core's knowledge of types, versions and scenarios. Nothing is
 * run.
 *
 * @example
 * ```ts
 * import { checkLambda } from "reconcile-kit/check";
 *
 * checkLambda("function reconsile() {}").map(({ code }) => code); // ["lambda-no-reconcile"]
 * ```
 *
 * @module reconcile-kit/check
 */

import { fieldRefusal, type LambdaSubject, lambdaFacts } from "../index.js";
import type { Diagnostic } from "../types.js";
import { checkLambda as check, keepsFromLoading as keeps } from "./index.js";

/** What is known about a lambda. */
export interface CheckLambdaOptions extends LambdaSubject {
  /** Whether the lambda is going to be in a kickstart file, which joins its lines. */
  kickstart?: boolean;
  /** The lambda's file, for the findings to name. */
  file?: string;
}

/**
 * Everything that is wrong or risky in the text of a reconcile lambda. An empty array is good news.
 *
 * @throws {ReconcileKitError} for a scenario that is not valid, and for an unknown type or version.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { checkLambda } from "reconcile-kit/check";
 *
 * const findings = checkLambda(await readFile("reconcile.js", "utf8"), { version: "1.64" });
 * for (const { line, code, message } of findings) console.log(line, code, message);
 * findings.some(({ severity }) => severity === "error"); // false
 * ```
 */
export function checkLambda(body: string, options: CheckLambdaOptions = {}): Diagnostic[] {
  const { kickstart, file, ...subject } = options;
  return check(body, { facts: lambdaFacts(subject), fieldRefusal, kickstart, file });
}

/**
 * Whether `finding` keeps FusionAuth from loading the lambda, so that every login fails.
 *
 * @example
 * ```ts
 * import { checkLambda, keepsFromLoading } from "reconcile-kit/check";
 *
 * checkLambda("function reconcile( {}").some(keepsFromLoading); // true
 * ```
 */
export function keepsFromLoading(finding: Diagnostic): boolean {
  return keeps(finding);
}
