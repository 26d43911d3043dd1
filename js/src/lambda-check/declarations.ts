// Every declaration of a name, with the node in which it is known and what it is given there.

import type { AnyNode, Identifier } from "acorn";
import { ANY, leavesOf } from "./patterns.js";
import type { Origin } from "./scope.js";
import { type FunctionNode, isFunction, type NodeOf, type Tree } from "./tree.js";

/** A declaration of one name. */
export interface Declaration {
  /** The node in which the name is known. */
  readonly scope: AnyNode;
  readonly name: Identifier;
  /** What the name is given; nothing in `var x;`. */
  readonly origin: Origin | undefined;
}

const UNKNOWN: Origin = { kind: "unknown" };

/** The declarations of a program. */
export function* declarations(tree: Tree): Generator<Declaration> {
  for (const declaration of tree.ofType("VariableDeclaration")) yield* variables(tree, declaration);
  for (const node of tree.functions) {
    yield* parameters(node);
    // A function in a block is known in the function around it as well: sloppy mode.
    const scope = node.type === "FunctionDeclaration" ? functionScope(tree, node) : node;
    if (node.type !== "ArrowFunctionExpression" && node.id) {
      yield { scope, name: node.id, origin: { kind: "function", of: node } };
    }
  }
  for (const type of ["ClassDeclaration", "ClassExpression"] as const) {
    for (const node of tree.ofType(type)) {
      const scope = type === "ClassDeclaration" ? blockScope(tree, node) : node;
      if (node.id) yield { scope, name: node.id, origin: { kind: "class" } };
    }
  }
  for (const node of tree.ofType("CatchClause")) {
    if (node.param) yield* unknown(node, node.param);
  }
  for (const { specifiers } of tree.ofType("ImportDeclaration")) {
    for (const { local } of specifiers) yield* unknown(tree.program, local);
  }
}

function* variables(tree: Tree, node: NodeOf<"VariableDeclaration">): Generator<Declaration> {
  const scope = node.kind === "var" ? functionScope(tree, node) : blockScope(tree, node);
  const loop = tree.parentOf(node);
  const isOf = loop?.type === "ForOfStatement" && loop.left === node;
  const isIn = loop?.type === "ForInStatement" && loop.left === node;
  for (const { id, init } of node.declarations) {
    for (const { target, keys, sure } of leavesOf(id)) {
      if (target.type !== "Identifier") continue;
      let origin: Origin | undefined;
      if (isOf) origin = { kind: "value", of: loop.right, keys: [ANY, ...keys], sure };
      else if (isIn) origin = UNKNOWN;
      else if (init) origin = { kind: "value", of: init, keys, sure };
      yield { scope, name: target, origin };
    }
  }
}

function* parameters(node: FunctionNode): Generator<Declaration> {
  for (const [index, parameter] of node.params.entries()) {
    if (parameter.type === "RestElement") {
      yield* unknown(node, parameter);
      continue;
    }
    for (const { target, keys, sure } of leavesOf(parameter)) {
      if (target.type !== "Identifier") continue;
      const origin: Origin = { kind: "parameter", of: node, index, keys, sure };
      yield { scope: node, name: target, origin };
    }
  }
}

function* unknown(scope: AnyNode, pattern: AnyNode): Generator<Declaration> {
  for (const { target } of leavesOf(pattern)) {
    if (target.type === "Identifier") yield { scope, name: target, origin: UNKNOWN };
  }
}

/** Where `var` and functions are known. */
function functionScope(tree: Tree, node: AnyNode): AnyNode {
  for (const outer of tree.around(node)) {
    if (isFunction(outer) || outer.type === "StaticBlock") return outer;
  }
  return tree.program;
}

const BLOCKS: ReadonlySet<string> = new Set([
  "BlockStatement",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "SwitchStatement",
  "StaticBlock",
]);

/** Where `let`, `const` and classes are known. */
function blockScope(tree: Tree, node: AnyNode): AnyNode {
  for (const outer of tree.around(node)) {
    if (BLOCKS.has(outer.type) || isFunction(outer)) return outer;
  }
  return tree.program;
}
