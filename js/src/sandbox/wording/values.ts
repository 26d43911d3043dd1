// What a value is, as far as the text of a lambda tells. Engines print the value itself in some messages, and QuickJS
// does not say which it was.

import type { AnyNode } from "acorn";
import type { Tree } from "../../lambda-check/tree.js";

/** What `node` was when it was neither an object nor a list: `null` where the text says so. */
export function nothingIn(tree: Tree, node: AnyNode | null | undefined): "null" | "undefined" {
  const value = node && settled(tree, node);
  return value?.type === "Literal" && value.raw === "null" ? "null" : "undefined";
}

/** `node` printed, where the text alone tells what it is. */
export function printed(
  tree: Tree,
  text: string,
  node: AnyNode | null | undefined,
): string | undefined {
  const value = node && settled(tree, node);
  switch (value?.type) {
    case "Literal":
      return value.regex ? value.raw : String(value.value);
    case "UnaryExpression":
      return signed(value);
    case "ObjectExpression":
      return value.properties.length === 0 ? "{}" : undefined;
    case "ArrayExpression":
      return value.elements.length === 0 ? "[]" : undefined;
    case "FunctionExpression":
    case "FunctionDeclaration":
    case "ArrowFunctionExpression":
      return text.slice(value.start, value.end);
    case "Identifier":
      return value.name === "undefined" ? "undefined" : undefined;
    case "SequenceExpression":
      return printed(tree, text, value.expressions.at(-1));
    default:
      return undefined;
  }
}

/** `-1`, which a syntax tree has as an operation. */
function signed({ operator, argument }: AnyNode & { type: "UnaryExpression" }): string | undefined {
  if (operator === "void") return "undefined";
  const isNumber = argument.type === "Literal" && typeof argument.value === "number";
  return operator === "-" && isNumber ? String(-Number(argument.value)) : undefined;
}

/** What a name stands for when it is given a value in one place only. */
export function settled(tree: Tree, node: AnyNode): AnyNode {
  if (node.type !== "Identifier") return node;
  const { name } = node;
  const isWritten = [
    ...tree.ofType("AssignmentExpression"),
    ...tree.ofType("AssignmentPattern"),
  ].some(({ left }) => left.type === "Identifier" && left.name === name);
  if (isWritten) return node;
  const declared = tree
    .ofType("VariableDeclarator")
    .filter(({ id }) => id.type === "Identifier" && id.name === name);
  const functions = tree.ofType("FunctionDeclaration").filter(({ id }) => id?.name === name);
  const [only] = [...declared, ...functions];
  if (!only || declared.length + functions.length > 1) return node;
  return only.type === "VariableDeclarator" ? (only.init ?? node) : only;
}
