// What was taken from `undefined`, `null`, or from what is no list, in GraalJS's words.

import type { AnyNode } from "acorn";
import { argumentsOf, type Failing } from "./failing.js";
import { nothingIn, printed, settled } from "./values.js";

/** A member whose name QuickJS does not tell. */
export function computed({ node, tree }: Failing, nothing: string): string {
  const member = node.type === "MemberExpression" ? node : memberIn(node);
  const key = member?.computed ? settled(tree, member.property) : undefined;
  if (
    key?.type === "MemberExpression" &&
    key.object.type === "Identifier" &&
    key.object.name === "Symbol"
  ) {
    return `Cannot read property 'Symbol(Symbol.${textIn(key.property)})' of ${nothing}`;
  }
  const isIndex =
    typeof (key as { value?: unknown } | undefined)?.value !== "number" ||
    Number.isInteger((key as { value?: unknown }).value);
  if (key?.type === "Literal" && isIndex)
    return `Cannot read property '${String(key.value)}' of ${nothing}`;
  if (key?.type === "ObjectExpression" || key?.type === "Literal") {
    return `Cannot convert undefined or null to object: ${nothing}`;
  }
  return `Cannot read property '${key ? textIn(key) : ""}' of ${nothing}`;
}

export function memberIn(node: AnyNode): (AnyNode & { type: "MemberExpression" }) | undefined {
  const inner =
    node.type === "CallExpression"
      ? node.callee
      : node.type === "AssignmentExpression"
        ? node.left
        : undefined;
  return inner?.type === "MemberExpression" ? inner : undefined;
}

/** Something was to be taken from `undefined` or `null`. */
export function nothingThere(failing: Failing): string | undefined {
  const { native, node, tree } = failing;
  if (native !== undefined) return nothingGiven(failing);
  const parent = tree.parentOf(node);
  if (node.type === "MemberExpression" && parent?.type === "UnaryExpression") {
    return `Cannot delete property "${textIn(node.property)}" of ${nothingIn(tree, node.object)}`;
  }
  const pattern = node.type === "ObjectPattern" ? node : undefined;
  if (!pattern) return undefined;
  const nothing = nothingIn(tree, sourceOf(failing, pattern));
  const [first] = pattern.properties;
  const key = first?.type === "Property" ? textIn(first.key) : undefined;
  return key === undefined
    ? `Cannot convert undefined or null to object: ${nothing}`
    : `Cannot read property '${key}' of ${nothing}`;
}

/** What a pattern takes apart. */
function sourceOf({ tree }: Failing, pattern: AnyNode): AnyNode | undefined | null {
  const parent = tree.parentOf(pattern);
  if (parent?.type === "VariableDeclarator") return parent.init;
  if (parent?.type === "AssignmentExpression" || parent?.type === "AssignmentPattern")
    return parent.right;
  return undefined;
}

export function nothingGiven(failing: Failing): string {
  const [first] = argumentsOf(failing);
  return `Cannot convert undefined or null to object: ${nothingIn(failing.tree, first)}`;
}

export function notIterable(failing: Failing): string | undefined {
  const { node, tree, text } = failing;
  const list =
    node.type === "ForOfStatement"
      ? node.right
      : node.type === "SpreadElement" || node.type === "YieldExpression"
        ? node.argument
        : node.type === "ArrayPattern"
          ? sourceOf(failing, node)
          : (argumentsOf(failing)[0] ?? node);
  const spread = list?.type === "SpreadElement" ? list.argument : list;
  return `${printed(tree, text, spread) ?? "{}"} is not iterable`;
}

/** A key or a text that stands in the lambda. */
export function textIn(node: AnyNode | undefined): string {
  if (node?.type === "Identifier" || node?.type === "PrivateIdentifier") return node.name;
  return node?.type === "Literal" ? String(node.value) : "";
}

export function nameIn(node: AnyNode): string {
  const callee = node.type === "CallExpression" ? node.callee : node;
  return textIn(callee.type === "MemberExpression" ? callee.property : callee);
}
