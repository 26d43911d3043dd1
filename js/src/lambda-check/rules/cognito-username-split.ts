// A federated Cognito username is `<provider>_<id>`, and the id may hold `_` itself.

import type { AnyNode } from "acorn";
import type { Lambda } from "../lambda.js";
import type { Path } from "../paths.js";
import { keyOf } from "../patterns.js";
import type { Rule } from "../rule.js";
import type { NodeOf } from "../tree.js";

/** Speaks of a username that is split at every `_`, where a later part is used alone. */
export const cognitoUsernameSplit: Rule = {
  id: "cognito-username-split",
  *find(lambda) {
    if (!lambda.isCognito) return;
    for (const call of lambda.tree.ofType("CallExpression")) {
      if (!isSplit(call, lambda) || !usesLaterPart(call, lambda)) continue;
      yield {
        severity: "warning",
        at: call,
        message:
          "the id behind the provider's name may hold `_` itself, and then a part of it is lost",
        help: "read `userId` of `identities` in the ID token, or cut at the first `_` with `indexOf`",
      };
    }
  },
};

function isSplit({ callee, arguments: given }: NodeOf<"CallExpression">, lambda: Lambda): boolean {
  const [separator, limit] = given;
  if (callee.type !== "MemberExpression" || limit) return false;
  if (keyOf(callee.property, callee.computed) !== "split") return false;
  const path = lambda.paths.of(callee.object);
  return (
    separator?.type === "Literal" &&
    separator.value === "_" &&
    path !== undefined &&
    isUsername(path)
  );
}

function isUsername({ root, keys }: Path): boolean {
  if (keys.length !== 1) return false;
  return keys[0] === "cognito:username" || (root === "/userinfo" && keys[0] === "username");
}

/** Whether one part is used, other than the first, and the parts are not put together again. */
function usesLaterPart(call: NodeOf<"CallExpression">, lambda: Lambda): boolean {
  const { tree, scopes } = lambda;
  const parent = tree.parentOf(call);
  if (parent?.type !== "VariableDeclarator") return takesLaterPart(call, lambda);
  if (parent.id.type === "ArrayPattern") {
    const [, second] = parent.id.elements;
    return second != null && second.type !== "RestElement";
  }
  if (parent.id.type !== "Identifier") return false;
  const uses = scopes.resolve(parent.id)?.uses ?? [];
  const isJoined = uses.some((use) => /\bjoin$/.test(methodsOn(use, lambda)));
  return !isJoined && uses.some((use) => takesLaterPart(use, lambda));
}

function takesLaterPart(list: AnyNode, { tree }: Lambda): boolean {
  const parent = tree.parentOf(list);
  if (parent?.type !== "MemberExpression" || parent.object !== list) return false;
  const key = keyOf(parent.property, parent.computed);
  return /^[1-9]\d*$/.test(key) || key === "pop" || key === "at";
}

/** The methods that are called on `list`, one on the result of the other: `slice.join`. */
function methodsOn(list: AnyNode, { tree }: Lambda): string {
  const names: string[] = [];
  for (const outer of tree.around(list)) {
    if (outer.type === "MemberExpression") names.push(keyOf(outer.property, outer.computed));
    else if (outer.type !== "CallExpression") break;
  }
  return names.join(".");
}
