// Finds the function that FusionAuth calls.

import type { Scopes } from "./scope.js";
import { type FunctionNode, isFunction } from "./tree.js";

/**
 * The function `reconcile`; `unknown` where something is called so that the text does not show, and nothing
 * where nothing of that name can be called.
 */
export function entryOf(scopes: Scopes): FunctionNode | "unknown" | undefined {
  let entry: FunctionNode | "unknown" | undefined;
  for (const origin of scopes.global("reconcile")?.origins ?? []) {
    if (origin.kind === "function") entry = origin.of;
    else if (origin.kind === "value" && isFunction(origin.of)) entry = origin.of;
    else if (origin.kind === "unknown") entry ??= "unknown";
    else if (origin.kind === "value" && !isNoFunction(origin.of.type)) entry ??= "unknown";
  }
  return entry;
}

/** Whether a value can never be called. A class has to be called with `new`. */
function isNoFunction(type: string): boolean {
  return [
    "Literal",
    "ArrayExpression",
    "ObjectExpression",
    "TemplateLiteral",
    "ClassExpression",
  ].includes(type);
}
