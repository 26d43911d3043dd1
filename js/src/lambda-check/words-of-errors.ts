// Where a lambda goes by what an error says.

import type { AnyNode } from "acorn";
import type { Lambda } from "./lambda.js";
import { keyOf } from "./patterns.js";
import type { NodeOf } from "./tree.js";

const COMPARISONS: ReadonlySet<string> = new Set(["==", "===", "!=", "!==", "<", ">", "in"]);

/** Methods of texts and regular expressions that look into a text. */
const LOOKING: ReadonlySet<string> = new Set(
  "includes startsWith endsWith indexOf lastIndexOf match matchAll search split slice substring charAt test exec".split(
    " ",
  ),
);

/** The texts of caught errors that the lambda compares, looks into, or stores; not those that it logs or throws again. */
export function* wordsOfErrors(lambda: Lambda): Generator<AnyNode> {
  for (const clause of lambda.tree.ofType("CatchClause")) {
    for (const text of textsOf(clause, lambda)) {
      if (isLookedInto(text, lambda) || isStored(text, lambda)) yield text;
    }
  }
}

/** `error.message` and `String(error)` of the error that a clause catches, or the name that `message` is given there. */
function* textsOf(clause: NodeOf<"CatchClause">, lambda: Lambda): Generator<AnyNode> {
  const { param } = clause;
  const { tree } = lambda;
  if (param?.type === "Identifier") {
    const isError = (node: AnyNode | undefined) =>
      node?.type === "Identifier" && node.name === param.name;
    for (const node of tree.inside(clause.body, ["MemberExpression"])) {
      if (isError(node.object) && keyOf(node.property, node.computed) === "message") yield node;
    }
    for (const node of tree.inside(clause.body, ["CallExpression"])) {
      if (lambda.isNamed(node.callee, "String") && isError(node.arguments[0])) yield node;
    }
  }
  if (param?.type !== "ObjectPattern") return;
  for (const property of param.properties) {
    if (property.type !== "Property" || keyOf(property.key, property.computed) !== "message")
      continue;
    const { value } = property;
    if (value.type !== "Identifier") continue;
    for (const node of tree.inside(clause.body, ["Identifier"])) {
      if (node.name === value.name && lambda.scopes.isReference(node)) yield node;
    }
  }
}

function isLookedInto(text: AnyNode, { tree }: Lambda): boolean {
  const outer = tree.parentOf(text);
  switch (outer?.type) {
    case "BinaryExpression":
      return COMPARISONS.has(outer.operator);
    case "SwitchStatement":
      return tree.roleOf(text) === "discriminant";
    case "MemberExpression":
      return tree.roleOf(text) === "object" && isLook(outer);
    case "CallExpression":
      return (
        outer.callee !== text && outer.callee.type === "MemberExpression" && isLook(outer.callee)
      );
    default:
      return false;
  }
}

function isLook({ property, computed }: NodeOf<"MemberExpression">): boolean {
  return LOOKING.has(keyOf(property, computed));
}

/** Whether it is, or is part of, what is written to the user, the registration or a claim. */
function isStored(text: AnyNode, { writes }: Lambda): boolean {
  return writes.some(({ values }) =>
    values.some(({ start, end }) => start <= text.start && text.end <= end),
  );
}
