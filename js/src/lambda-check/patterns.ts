// Taking patterns apart: `{ email, groups = [] }` names two places to write to.

import type { AnyNode, Identifier, MemberExpression } from "acorn";

/** Stands for a key that is not known before the lambda runs, such as an index in a loop. */
export const ANY = "*";

/** A name or a member that a pattern writes to. */
export interface Leaf {
  readonly target: Identifier | MemberExpression;
  /** Where in the value that is taken apart. */
  readonly keys: readonly string[];
  /** Whether the pattern has a default for what is missing. */
  readonly sure: boolean;
}

/** Everything that `pattern` writes to. */
export function* leavesOf(
  pattern: AnyNode,
  keys: readonly string[] = [],
  sure = false,
): Generator<Leaf> {
  switch (pattern.type) {
    case "Identifier":
    case "MemberExpression":
      yield { target: pattern, keys, sure };
      return;
    case "AssignmentPattern":
      yield* leavesOf(pattern.left, keys, !isNullish(pattern.right));
      return;
    case "RestElement":
      // What remains of an object has the same members.
      yield* leavesOf(pattern.argument, keys);
      return;
    case "ObjectPattern":
      for (const property of pattern.properties) {
        if (property.type === "RestElement") yield* leavesOf(property, keys);
        else yield* leavesOf(property.value, [...keys, keyOf(property.key, property.computed)]);
      }
      return;
    case "ArrayPattern":
      for (const [index, element] of pattern.elements.entries()) {
        if (element?.type === "RestElement") yield* leavesOf(element, [...keys, ANY]);
        else if (element) yield* leavesOf(element, [...keys, String(index)]);
      }
  }
}

/** The key that a member or a property names. */
export function keyOf(key: AnyNode, computed: boolean): string {
  if (!computed && key.type === "Identifier") return key.name;
  const text = textOf(key);
  return text ?? ANY;
}

/** The text of a literal key, which may be a number. */
function textOf(key: AnyNode): string | undefined {
  if (key.type === "Literal") {
    return typeof key.value === "string" || typeof key.value === "number"
      ? String(key.value)
      : undefined;
  }
  if (key.type !== "TemplateLiteral" || key.expressions.length > 0) return undefined;
  return key.quasis[0]?.value.cooked ?? undefined;
}

/** Whether `node` is written as `undefined`, `null` or `void 0`. */
export function isNullish(node: AnyNode): boolean {
  return (
    (node.type === "Identifier" && node.name === "undefined") ||
    (node.type === "Literal" && node.value === null && !node.regex && node.bigint === undefined) ||
    (node.type === "UnaryExpression" && node.operator === "void")
  );
}
