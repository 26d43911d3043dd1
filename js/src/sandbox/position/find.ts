// Finds the nodes around a place.

import type { AnyNode } from "acorn";
import { isFunction, type NodeOf, type Tree } from "../../lambda-check/tree.js";

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
  if (parent?.type === "TaggedTemplateExpression" && tree.roleOf(node) === "quasi") return parent;
  const isName = parent?.type === "MemberExpression" && !parent.computed;
  return isName && tree.roleOf(node) === "property" ? parent : node;
}

/** The function around `node`, which may be one itself, or the program. */
export function bodyAround(tree: Tree, node: AnyNode): AnyNode {
  return isFunction(node) ? node : (tree.functionAround(node) ?? tree.program);
}

/** A `new` without brackets that ends before `offset`: QuickJS points at what follows it. */
export function newBefore(tree: Tree, offset: number): AnyNode | undefined {
  const around = nodeAt(tree, offset);
  const isBare = ({ callee, end }: NodeOf<"NewExpression">) => callee.end === end && end <= offset;
  const before = tree.ofType("NewExpression").filter(isBare).at(-1);
  // Nothing else of the statement's may stand between the two.
  const isNext = before && (around.start === offset || around.start <= before.start);
  const isFollowed = tree
    .inside(tree.program, ["CallExpression", "NewExpression"])
    .some(({ start, end }) => before && start >= before.end && end <= offset);
  return isNext && !isFollowed ? before : undefined;
}
