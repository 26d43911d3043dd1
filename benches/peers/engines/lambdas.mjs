// Functions with the signature of FusionAuth's lambdas, which change `user` and `registration` in place.

import { readFile } from "node:fs/promises";
import { compileFunction } from "node:vm";
import * as kit from "reconcile-kit";
import { createReconcile } from "reconcile-kit/lambda";
import { POLICIES } from "../policies.mjs";

/** A lambda's text as a function. It has this program's globals, because V8 is slow with those of a context. */
function compiled(text) {
  return compileFunction(`${text}\nreturn reconcile;`)();
}

/** The lambda that somebody would write by hand for a task. */
async function handWritten(task) {
  return compiled(await readFile(new URL(`../lambdas/${task}.js`, import.meta.url), "utf8"));
}

/** The lambda that a policy is exported to; undefined for a package without exports. */
function exported(task) {
  return kit.exportPolicy && compiled(kit.exportPolicy(POLICIES[task], "lambda").text);
}

/** Whether this package can export policies. */
export const hasExports = "exportPolicy" in kit;

/** By name, the functions that do a task. */
export async function lambdasOf(task) {
  const all = {
    "hand-written lambda": await handWritten(task),
    "exported lambda": exported(task),
    createReconcile: createReconcile(POLICIES[task]),
  };
  return Object.entries(all).filter(([, reconcile]) => reconcile !== undefined);
}
