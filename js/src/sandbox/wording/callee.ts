// What is called, in GraalJS's words: `o.f`, `o["f"]`, `f(...)`, `(intermediate value).f`.

import type { AnyNode, Expression, PrivateIdentifier, Super } from "acorn";
import type { Tree } from "../../lambda-check/tree.js";

const UNNAMED = "(intermediate value)";

/** The names that a text declares anywhere. GraalJS has no words for others. */
export function declaredNames(tree: Tree): ReadonlySet<string> {
  const names = new Set<string>(["undefined", "arguments"]);
  for (const node of tree.ofType("Identifier")) {
    if (isDeclared(tree, node)) names.add(node.name);
  }
  return names;
}

function isDeclared(tree: Tree, node: AnyNode): boolean {
  const parent = tree.parentOf(node);
  const role = tree.roleOf(node);
  switch (parent?.type) {
    case "VariableDeclarator":
    case "ClassDeclaration":
    case "ClassExpression":
      return role === "id";
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return role === "id" || role === "params";
    case "CatchClause":
    case "RestElement":
    case "ArrayPattern":
      return true;
    case "AssignmentPattern":
      return role === "left";
    case "Property":
      return role === "value" && tree.parentOf(parent)?.type === "ObjectPattern";
    default:
      return false;
  }
}

/** `node` as GraalJS names it. */
export function wordsFor(
  node: Expression | Super | PrivateIdentifier,
  names: ReadonlySet<string>,
): string {
  switch (node.type) {
    case "Identifier":
      return names.has(node.name) ? node.name : UNNAMED;
    case "ThisExpression":
      return "<this>";
    case "MetaProperty":
      return "<new.target>";
    case "Literal":
      return literal(node);
    case "TemplateLiteral":
      return node.expressions.length === 0 ? quoted(node.quasis[0]?.value.cooked ?? "") : UNNAMED;
    case "ParenthesizedExpression":
      return wordsFor(node.expression, names);
    case "ChainExpression":
      return wordsFor(node.expression, names);
    case "CallExpression":
      return `${wordsFor(node.callee, names)}(...)`;
    case "MemberExpression":
      return member(node, names);
    case "LogicalExpression":
    case "BinaryExpression":
      return `(${wordsFor(node.left, names)} ${node.operator} ${wordsFor(node.right, names)})`;
    case "UnaryExpression":
      return unary(node, names);
    default:
      return UNNAMED;
  }
}

function member(node: AnyNode & { type: "MemberExpression" }, names: ReadonlySet<string>): string {
  const object = wordsFor(node.object, names);
  const { property } = node;
  if (node.computed) return `${object}[${wordsFor(property, names)}]`;
  if (property.type === "PrivateIdentifier") return `${object}.#${property.name}`;
  return property.type === "Identifier" ? `${object}.${property.name}` : object;
}

function unary(node: AnyNode & { type: "UnaryExpression" }, names: ReadonlySet<string>): string {
  const argument = wordsFor(node.argument, names);
  if (node.argument.type === "Literal" && node.operator === "-") return `-${argument}`;
  return /\w/.test(node.operator)
    ? `(${node.operator} ${argument})`
    : `(${node.operator}${argument})`;
}

function literal({ value, regex, raw = "" }: AnyNode & { type: "Literal" }): string {
  if (regex) return UNNAMED;
  if (typeof value === "string") return quoted(value);
  return typeof value === "number" ? String(value) : raw;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
