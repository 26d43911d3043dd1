// FusionAuth keeps roles as a sorted set, so their order means nothing.

import type { AnyNode } from "acorn";
import type { Lambda } from "../lambda.js";
import { keyOf } from "../patterns.js";
import type { Rule } from "../rule.js";

/** Speaks of a role that is chosen by its place, and of roles that are compared as one text. */
export const rolesByOrder: Rule = {
  id: "roles-by-order",
  *find(lambda) {
    for (const node of [...ordered(lambda)].sort((one, other) => one.start - other.start)) {
      yield {
        severity: "warning",
        at: node,
        message: "FusionAuth sorts roles by name, so a place in the list says nothing",
        help: `ask for the role by its name: \`registration.roles.includes("admin")\``,
      };
    }
  },
};

function* ordered(lambda: Lambda): Generator<AnyNode> {
  const { tree } = lambda;
  for (const node of tree.ofType("MemberExpression")) {
    const isIndex = node.computed && /^\d+$/.test(keyOf(node.property, true));
    const isTarget =
      tree.parentOf(node)?.type === "AssignmentExpression" && tree.roleOf(node) === "left";
    if (isIndex && !isTarget && isRoles(node.object, lambda)) yield node;
  }
  for (const { call, method } of lambda.methodCallsOf("JSON")) {
    const [list] = call.arguments;
    const isCompared = tree.parentOf(call)?.type === "BinaryExpression";
    if (method === "stringify" && list && isCompared && isRoles(list, lambda)) yield call;
  }
  for (const { left, right, operator } of tree.ofType("BinaryExpression")) {
    const isFirst = right.type === "Literal" && right.value === 0 && /^[!=]==?$/.test(operator);
    if (isFirst && left.type === "CallExpression" && left.callee.type === "MemberExpression") {
      const { object, property, computed } = left.callee;
      if (keyOf(property, computed) === "indexOf" && isRoles(object, lambda)) yield left;
    }
  }
}

function isRoles(node: AnyNode, { paths }: Lambda): boolean {
  const path = paths.of(node);
  return path?.root === "/registration" && path.keys.join("/") === "roles";
}
