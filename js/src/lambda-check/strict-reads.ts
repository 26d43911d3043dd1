// Reads that throw when nothing is there.

import type { AnyNode } from "acorn";
import type { Lambda } from "./lambda.js";
import type { Path } from "./paths.js";
import { keyOf } from "./patterns.js";

/** A read that throws when there is nothing at `path`. */
export interface StrictRead {
  readonly path: Path;
  /** What has to be there. */
  readonly base: AnyNode;
  /** The whole expression that throws. */
  readonly node: AnyNode;
}

/** The reads that throw when a claim or the like is missing, and before which nobody asks. */
export function unguardedReads(lambda: Lambda): StrictRead[] {
  const reads = candidates(lambda).flatMap(({ base, node }) => {
    const path = lambda.paths.of(base);
    return path && !path.sure ? [{ path, base, node }] : [];
  });
  return reads
    .filter(({ path, node }) => !lambda.guards.isAssured(path, node))
    .sort((one, other) => one.node.start - other.node.start || one.node.end - other.node.end);
}

interface Candidate {
  readonly base: AnyNode;
  readonly node: AnyNode;
}

/** Everything that needs something to be there. */
function candidates({ tree }: Lambda): Candidate[] {
  return [
    ...tree
      .ofType("MemberExpression")
      .filter(({ optional }) => !optional)
      .map((node) => ({ base: node.object, node })),
    ...tree.ofType("ForOfStatement").map((node) => ({ base: node.right, node: node.right })),
    ...tree
      .ofType("SpreadElement")
      .filter((node) => tree.parentOf(node)?.type !== "ObjectExpression")
      .map((node) => ({ base: node.argument, node })),
    ...tree
      .ofType("VariableDeclarator")
      .flatMap((node) => (node.init && isPattern(node.id) ? [{ base: node.init, node }] : [])),
    ...tree
      .ofType("BinaryExpression")
      .filter(({ operator }) => operator === "in")
      .map((node) => ({ base: node.right, node })),
    ...tree.ofType("CallExpression").flatMap((node) => argumentsThatMustBe(node)),
  ];
}

function isPattern({ type }: AnyNode): boolean {
  return type === "ObjectPattern" || type === "ArrayPattern";
}

/** `Object.keys(undefined)` and `JSON.parse(undefined)` throw too. */
function argumentsThatMustBe(node: AnyNode & { type: "CallExpression" }): Candidate[] {
  const { callee } = node;
  const [base] = node.arguments;
  if (!base || callee.type !== "MemberExpression" || callee.object.type !== "Identifier") return [];
  const method = `${callee.object.name}.${keyOf(callee.property, callee.computed)}`;
  return ["Object.keys", "Object.values", "Object.entries", "JSON.parse"].includes(method)
    ? [{ base, node }]
    : [];
}
