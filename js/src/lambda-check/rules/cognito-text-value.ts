// Cognito sends custom attributes as texts, lists and booleans among them.

import type { AnyNode } from "acorn";
import type { Lambda } from "../lambda.js";
import type { Path } from "../paths.js";
import { keyOf } from "../patterns.js";
import type { Finding, Rule } from "../rule.js";

/** What only a list has. */
const LIST_METHODS: ReadonlySet<string> = new Set(
  "forEach map filter some every find findIndex reduce push join sort flatMap".split(" "),
);

/** Fields that hold lists. */
const LISTS: ReadonlySet<string> = new Set(["roles", "preferredLanguages", "memberships"]);

/** Speaks of a text from Cognito that is used as a list or compared as a boolean. */
export const cognitoTextValue: Rule = {
  id: "cognito-text-value",
  *find(lambda) {
    if (!lambda.isCognito) return;
    const uses = [...usesAsList(lambda)].sort((one, other) => one.start - other.start);
    for (const node of uses) {
      const path = lambda.paths.of(node);
      if (path && isText(path)) yield asList(node, path, lambda);
    }
    for (const { left, right, operator } of lambda.tree.ofType("BinaryExpression")) {
      const path = lambda.paths.of(left);
      const isBoolean = right.type === "Literal" && /^(?:true|false)$/.test(String(right.value));
      if (!path?.keys[0]?.startsWith("custom:") || !/^[!=]==?$/.test(operator) || !isBoolean)
        continue;
      if (right.type === "Literal" && typeof right.value === "string")
        yield asBoolean(left, lambda);
    }
  },
};

/** Whether Cognito sends the claim as a text that looks like something else. */
function isText({ root, keys }: Path): boolean {
  const [claim = "", ...deeper] = keys;
  if (deeper.length > 0) return false;
  // The ID token has `identities` as a list.
  return claim.startsWith("custom:") || (claim === "identities" && root === "/userinfo");
}

function* usesAsList({ tree, writes }: Lambda): Generator<AnyNode> {
  for (const { object, property, computed } of tree.ofType("MemberExpression")) {
    const key = keyOf(property, computed);
    if (LIST_METHODS.has(key) || /^\d+$/.test(key)) yield object;
  }
  for (const { right } of tree.ofType("ForOfStatement")) yield right;
  for (const node of tree.ofType("SpreadElement")) {
    if (tree.parentOf(node)?.type !== "ObjectExpression") yield node.argument;
  }
  for (const { path, how, values } of writes) {
    const isList = path.keys.length === 1 && LISTS.has(path.keys[0] ?? "");
    if (isList && how === "=") yield* values;
  }
}

function asList(node: AnyNode, { keys }: Path, lambda: Lambda): Finding {
  const text = lambda.source.excerpt(node);
  const isIdentities = keys[0] === "identities";
  return {
    severity: "warning",
    at: node,
    message: isIdentities
      ? `Cognito's userinfo has \`${text}\` as a text that holds JSON, not as a list`
      : `Cognito sends \`${text}\` as a text; a list in it looks like \`[a, b]\``,
    help: isIdentities
      ? `write \`JSON.parse(${text})\`, or read \`identities\` of the ID token`
      : `take it apart first: \`${text}.replace(/^\\[|\\]$/g, "").split(", ")\``,
  };
}

function asBoolean(node: AnyNode, lambda: Lambda): Finding {
  const text = lambda.source.excerpt(node);
  return {
    severity: "info",
    at: node,
    message: `Cognito keeps a custom attribute as it was written: \`${text}\` may be "true" or "True"`,
    help: `compare in small letters: \`${text}.toLowerCase() === "true"\``,
  };
}
