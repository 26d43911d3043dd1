// FusionAuth keeps e-mail addresses in small letters; providers send them as they were typed.

import type { AnyNode } from "acorn";
import type { Lambda } from "../lambda.js";
import { keyOf } from "../patterns.js";
import type { Rule } from "../rule.js";

/** Speaks of an address that is compared letter by letter. */
export const emailCase: Rule = {
  id: "email-case",
  *find(lambda) {
    for (const { left, right, operator } of lambda.tree.ofType("BinaryExpression")) {
      if (!/^[!=]==?$/.test(operator)) continue;
      const claim = [left, right].find((side) => isClaim(side, lambda));
      const other = claim === left ? right : left;
      if (claim && isAddress(other, lambda)) yield found("warning", claim, lambda);
    }
    for (const { callee, arguments: given } of lambda.tree.ofType("CallExpression")) {
      if (callee.type !== "MemberExpression" || !isClaim(callee.object, lambda)) continue;
      const method = keyOf(callee.property, callee.computed);
      const [text] = given;
      const isDomain =
        ["endsWith", "includes", "indexOf", "split"].includes(method) && isText(text, "@");
      if (isDomain) yield found("info", callee.object, lambda);
    }
  },
};

/** Whether `node` is an address as the provider sent it. */
function isClaim(node: AnyNode, { paths }: Lambda): boolean {
  const path = paths.of(node);
  const isProviders = path?.root === "/userinfo" || path?.root === "/idToken";
  return isProviders && path.keys.length === 1 && /^(?:e-?mail|upn)$/i.test(path.keys[0] ?? "");
}

/** Whether `node` is another address: a text, or one that FusionAuth keeps. */
function isAddress(node: AnyNode, lambda: Lambda): boolean {
  if (isText(lambda.valueOf(node), "@")) return true;
  const path = lambda.paths.of(node);
  return path?.keys.length === 1 && path.keys[0] === "email";
}

function isText(node: AnyNode | undefined, part: string): boolean {
  return node?.type === "Literal" && typeof node.value === "string" && node.value.includes(part);
}

function found(severity: "warning" | "info", at: AnyNode, lambda: Lambda) {
  const claim = lambda.source.excerpt(at);
  return {
    severity,
    at,
    message: `\`${claim}\` may hold capital letters, and FusionAuth keeps addresses in small ones`,
    help: `compare \`${claim}.toLowerCase()\`, with the other side in small letters too`,
  };
}
