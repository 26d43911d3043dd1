// Some providers send booleans as texts, and the text "false" is true.

import type { AnyNode } from "acorn";
import type { Lambda } from "../lambda.js";
import type { Path } from "../paths.js";
import type { Rule, Severity } from "../rule.js";
import type { Tree } from "../tree.js";

/** Speaks of a question about a boolean claim that a text answers wrongly. */
export const stringBoolean: Rule = {
  id: "string-boolean",
  *find(lambda) {
    for (const node of questionsIn(lambda)) {
      const path = lambda.paths.of(node);
      if (!path || !isTextual(path, lambda)) continue;
      if (isComparedAsText(path, node, lambda)) continue;
      const claim = lambda.source.excerpt(node);
      const isCompared = lambda.tree.parentOf(node)?.type === "BinaryExpression";
      yield {
        severity: severityOf(path, lambda),
        at: node,
        message: isCompared
          ? `\`${claim}\` may be the text "true" or "false", which is equal to neither \`true\` nor \`false\``
          : `\`${claim}\` may be the text "false", which counts as true`,
        help: `compare its text: \`String(${claim}) === "true"\``,
      };
    }
  },
};

/** The expressions that are asked whether they are true, or compared with `true` or `false`. */
function questionsIn({ tree }: Lambda): AnyNode[] {
  const tests = [
    ...tree.ofType("IfStatement").map(({ test }) => test),
    ...tree.ofType("ConditionalExpression").map(({ test }) => test),
    ...tree
      .ofType("UnaryExpression")
      .flatMap((node) => (node.operator === "!" ? [node.argument] : [])),
    ...tree.ofType("LogicalExpression").flatMap((node) => {
      // `a && b` asks for `a` anywhere; for `b` only where the whole is a question.
      if (isQuestion(node, tree)) return [node.left, node.right];
      return node.operator === "&&" ? [node.left] : [];
    }),
    ...tree.ofType("BinaryExpression").flatMap(({ left, right, operator }) => {
      if (!/^[!=]==?$/.test(operator)) return [];
      if (isBoolean(right)) return [left];
      return isBoolean(left) ? [right] : [];
    }),
  ];
  // Of `a && b` the parts are asked for, and listed themselves.
  const parts = tests.filter(({ type }) => type !== "LogicalExpression");
  return [...new Set(parts)].sort((one, other) => one.start - other.start);
}

/** Whether only the truth of `node` matters. */
function isQuestion(node: AnyNode, tree: Tree): boolean {
  let inner = node;
  for (const outer of tree.around(node)) {
    const role = tree.roleOf(inner);
    if (role === "test" || (outer.type === "UnaryExpression" && outer.operator === "!"))
      return true;
    const goesOn =
      outer.type === "LogicalExpression" && (outer.operator !== "??" || role === "right");
    if (!goesOn) return false;
    inner = outer;
  }
  return false;
}

function isBoolean(node: AnyNode): boolean {
  return node.type === "Literal" && typeof node.value === "boolean";
}

/** Whether a provider may send the claim as a text. */
function isTextual({ root, keys }: Path, { facts }: Lambda): boolean {
  const name = keys.at(-1) ?? "";
  if (keys.length === 1 && /^custom:(?:is|has|can)/i.test(name)) return true;
  if (name === "primary" && keys[0] === "identities") return true;
  // A verified ID token of OpenID Connect has real booleans.
  const isUserinfo = root === "/userinfo" && facts.type !== "ExternalJWTReconcile";
  return isUserinfo && keys.length === 1 && /^(?:email|phone_number)_verified$/.test(name);
}

/** Whether the author compares the claim with a text as well, here or before. */
function isComparedAsText(path: Path, node: AnyNode, lambda: Lambda): boolean {
  const { tree, guards } = lambda;
  let whole = node;
  for (const outer of tree.around(node)) {
    if (!/Expression$/.test(outer.type) || outer.type.includes("Function")) break;
    whole = outer;
  }
  const conditions = [...guards.conditionsOn(node)].map(({ test }) => test);
  return [whole, ...conditions].some((test) =>
    tree.inside(test, ["BinaryExpression"]).some(({ left, right }) =>
      [[left, right] as const, [right, left] as const].some(([side, other]) => {
        const isText = other.type === "Literal" && typeof other.value === "string";
        return isText && guards.isNamed(path, side);
      }),
    ),
  );
}

function severityOf({ keys }: Path, { facts }: Lambda): Severity {
  const isCognitos = keys[0] === "identities" || keys[0]?.startsWith("custom:");
  return isCognitos || facts.scenario?.cognito !== false ? "warning" : "info";
}
