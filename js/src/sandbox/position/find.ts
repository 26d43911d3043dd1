// Finds the nodes around a place.

import type { AnyNode } from "acorn";
import { isFunction, type Tree } from "../../lambda-check/tree.js";

/** The innermost node at `offset`. */
export function nodeAt(tree: Tree, offset: number): AnyNode {
  let found: AnyNode = tree.program;
  // A node comes before those inside it.
  for (const node of tree.nodes) if (contains(node, offset)) found = node;
  return found;
}

/** Whether `offset` is in `node`. */
export function contains({ start, end }: AnyNode, offset: number): boolean {
  return start <= offset && offset < end;
}

/** The expression that fails at `offset`: of a member's own name, the member. */
export function failingNode(tree: Tree, offset: number): AnyNode {
  const node = nodeAt(tree, offset);
  const parent = tree.parentOf(node);
  const isName = parent?.type === "MemberExpression" && !parent.computed;
  return isName && tree.roleOf(node) === "property" ? parent : node;
}

/** The function around `node`, which may be one itself, or the program. */
export function bodyAround(tree: Tree, node: AnyNode): AnyNode {
  return isFunction(node) ? node : (tree.functionAround(node) ?? tree.program);
}
