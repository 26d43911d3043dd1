// Names that the lambda uses and does not declare.

import type { AnyNode, Identifier } from "acorn";
import type { Guards } from "./guards.js";
import type { Scopes } from "./scope.js";
import type { Tree } from "./tree.js";

/** The names that have to come from the engine, in the order of the text; those asked for before are left out. */
export function freeNames(tree: Tree, scopes: Scopes, guards: Guards): Identifier[] {
  return tree.ofType("Identifier").filter((name) => {
    if (!scopes.isReference(name) || scopes.resolve(name)) return false;
    if (name.name === "arguments" && tree.functionAround(name)) return false;
    return !isTypeOf(tree.parentOf(name)) && !isUncertain(name, tree, guards);
  });
}

function isTypeOf(node: AnyNode | undefined): boolean {
  return (
    node?.type === "UnaryExpression" && (node.operator === "typeof" || node.operator === "delete")
  );
}

/** Whether the author knows that the name may mean nothing. */
function isUncertain(name: Identifier, tree: Tree, guards: Guards): boolean {
  for (const outer of tree.around(name)) {
    if (outer.type === "WithStatement") return true;
    if (outer.type === "TryStatement" && outer.handler && outer.block.end >= name.end) return true;
  }
  for (const { test } of guards.conditionsOn(name)) {
    const questions = tree.inside(test, ["UnaryExpression"]);
    const isAsked = questions.some(
      ({ operator, argument }) =>
        operator === "typeof" && argument.type === "Identifier" && argument.name === name.name,
    );
    if (isAsked) return true;
  }
  return false;
}
