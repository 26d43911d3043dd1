// Every place where a lambda changes what it is given.

import type { AnyNode } from "acorn";
import type { Path, Paths } from "./paths.js";
import { ANY, keyOf, leavesOf } from "./patterns.js";
import type { NodeOf, Tree } from "./tree.js";

/** A change to something that the lambda is given. */
export interface Write {
  /** What is changed. */
  readonly path: Path;
  /** What stands for it in the text. */
  readonly target: AnyNode;
  /** The whole assignment, deletion or call. */
  readonly node: AnyNode;
  /** `=`, `||=` and the like, `delete`, or the name of a list's method such as `push`. */
  readonly how: string;
  /** What is assigned or added, as far as the text has it in one piece. */
  readonly values: readonly AnyNode[];
}

/** Methods of lists that change the list. */
const CHANGING: ReadonlySet<string> = new Set([
  "push",
  "unshift",
  "splice",
  "sort",
  "reverse",
  "pop",
  "shift",
  "fill",
  "copyWithin",
]);

/** The changes in a program, in the order of the text. */
export function writesIn(tree: Tree, paths: Paths): Write[] {
  const found = [
    ...tree.ofType("AssignmentExpression").flatMap((node) => [...assigned(node, paths)]),
    ...tree.ofType("CallExpression").flatMap((node) => [...called(node, paths)]),
    ...tree.ofType("UpdateExpression").flatMap((node) => [...single(node, "++", paths)]),
    ...tree
      .ofType("UnaryExpression")
      .flatMap((node) => [...(node.operator === "delete" ? single(node, "delete", paths) : [])]),
  ];
  return found.sort((one, other) => one.node.start - other.node.start);
}

function* assigned(node: NodeOf<"AssignmentExpression">, paths: Paths): Generator<Write> {
  for (const { target, keys } of leavesOf(node.left)) {
    // A name alone is given something else; what it stood for stays as it is.
    if (target.type !== "MemberExpression") continue;
    const path = paths.of(target);
    const isWhole = target === node.left;
    const values = isWhole || keys.length === 0 ? [node.right] : [];
    if (path) yield { path, target, node, how: node.operator, values };
  }
}

function* single(
  node: NodeOf<"UpdateExpression" | "UnaryExpression">,
  how: string,
  paths: Paths,
): Generator<Write> {
  let { argument: target }: { argument: AnyNode } = node;
  if (target.type === "ChainExpression") target = target.expression;
  const path = target.type === "MemberExpression" ? paths.of(target) : undefined;
  if (path) yield { path, target, node, how, values: [] };
}

function* called(node: NodeOf<"CallExpression">, paths: Paths): Generator<Write> {
  const { callee } = node;
  if (callee.type !== "MemberExpression") return;
  const method = keyOf(callee.property, callee.computed);
  if (CHANGING.has(method)) {
    const path = paths.of(callee.object);
    if (path?.keys.length) {
      yield { path, target: callee.object, node, how: method, values: node.arguments };
    }
  }
  const isAssign =
    method === "assign" && callee.object.type === "Identifier" && callee.object.name === "Object";
  if (isAssign) yield* merged(node, paths);
}

/** `Object.assign(user, { firstName: "Jane" })` */
function* merged(node: NodeOf<"CallExpression">, paths: Paths): Generator<Write> {
  const [target, ...sources] = node.arguments;
  const path = target && paths.of(target);
  if (!target || !path) return;
  for (const source of sources) {
    if (source.type !== "ObjectExpression") {
      yield { path: inside(path, ANY), target, node, how: "=", values: [] };
      continue;
    }
    for (const property of source.properties) {
      if (property.type !== "Property") continue;
      const key = keyOf(property.key, property.computed);
      yield { path: inside(path, key), target: property, node, how: "=", values: [property.value] };
    }
  }
}

function inside(path: Path, key: string): Path {
  return { root: path.root, keys: [...path.keys, key], sure: false };
}
