// What `reconcile` returns is ignored.

import type { Expression } from "acorn";
import { isNullish } from "../patterns.js";
import type { Rule } from "../rule.js";

/** Speaks of a value that `reconcile` returns. */
export const returnIgnored: Rule = {
  id: "return-ignored",
  *find({ tree, entry, paths }) {
    if (!entry) return;
    for (const node of tree.inside(entry, ["ReturnStatement"])) {
      const value = node.argument;
      if (!value || tree.functionAround(node) !== entry || endsEarly(value)) continue;
      // `return user;` says nothing that the changes to `user` do not say.
      const isArgument = paths.of(value)?.keys.length === 0;
      yield {
        severity: isArgument ? "info" : "warning",
        at: node,
        message: "FusionAuth ignores what `reconcile` returns",
        help: "change `user` and `registration` in place; to refuse a login, throw, or use a LoginValidation lambda",
      };
    }
  },
};

/** `return;` in other words: only the end of the function is meant. */
function endsEarly(value: Expression): boolean {
  return (
    isNullish(value) || value.type === "CallExpression" || value.type === "AssignmentExpression"
  );
}
