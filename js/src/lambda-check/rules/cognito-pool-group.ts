// Cognito puts federated users into a group of its own making.

import type { AnyNode } from "acorn";
import { handedOn } from "../flow.js";
import type { Lambda } from "../lambda.js";
import { ANY } from "../patterns.js";
import type { Rule } from "../rule.js";

/** Speaks of Cognito's groups that become roles as they are. */
export const cognitoPoolGroup: Rule = {
  id: "cognito-pool-group",
  *find(lambda) {
    for (const { path, node, values } of lambda.writes) {
      if (path.root !== "/registration" || path.keys[0] !== "roles") continue;
      const groups = values.flatMap((value) => handedOn(value, lambda));
      const raw = groups.find((value) => isRaw(value, node, lambda));
      if (!raw) continue;
      yield {
        severity: "warning",
        at: raw,
        message:
          "Cognito's own group `<pool>_<provider>` of federated users would become a role too",
        help: "give a role for each group that you know, or leave out groups that begin with the pool's id",
      };
    }
  },
};

/** Whether `value` is all of Cognito's groups, or any of them without a question. */
function isRaw(value: AnyNode, node: AnyNode, lambda: Lambda): boolean {
  const path = lambda.paths.of(value);
  if (path?.keys[0] !== "cognito:groups") return false;
  if (path.keys.length === 1) return true;
  return path.keys[1] === ANY && !asksAbout(value, node, lambda);
}

/** Whether the author asks about one group before it becomes a role. */
function asksAbout(value: AnyNode, node: AnyNode, { guards, paths }: Lambda): boolean {
  const path = paths.of(value);
  return path !== undefined && guards.isAsked(path, node);
}
