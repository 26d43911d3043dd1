// What reaches a place unchanged, through names, choices and lists.

import type { AnyNode } from "acorn";
import type { Lambda } from "./lambda.js";
import { keyOf } from "./patterns.js";

/** Methods that hand on what is in a list. */
const PASSING: ReadonlySet<string> = new Set([
  "slice",
  "concat",
  "sort",
  "reverse",
  "flat",
  "from",
  "of",
]);

/** Everything that may end up where `node` stands, `node` first. */
export function handedOn(node: AnyNode, lambda: Lambda): AnyNode[] {
  const seen = new Set<AnyNode>([node]);
  // A set goes on to what is added while it is gone through.
  for (const one of seen) {
    for (const part of partsOf(one, lambda)) if (part) seen.add(part);
  }
  return [...seen];
}

function partsOf(node: AnyNode, lambda: Lambda): readonly (AnyNode | null)[] {
  switch (node.type) {
    case "Identifier": {
      const value = lambda.valueOf(node);
      return value === node ? [] : [value];
    }
    case "ArrayExpression":
      return node.elements;
    case "SpreadElement":
      return [node.argument];
    case "LogicalExpression":
      return [node.left, node.right];
    case "ConditionalExpression":
      return [node.consequent, node.alternate];
    case "ChainExpression":
      return [node.expression];
    case "CallExpression": {
      if (node.callee.type !== "MemberExpression") return [];
      const { object, property, computed } = node.callee;
      return PASSING.has(keyOf(property, computed)) ? [object, ...node.arguments] : [];
    }
    default:
      return [];
  }
}
