// Cognito's userinfo and its ID token do not have the same claims.

import { isGiven } from "../facts.js";
import type { Rule } from "../rule.js";

/** Speaks of a claim that is read from the wrong one of the two. */
export const cognitoClaimMisplaced: Rule = {
  id: "cognito-claim-misplaced",
  *find(lambda) {
    const { facts, paths, tree, source } = lambda;
    if (!lambda.isCognito || facts.type !== "OpenIDReconcile") return;
    const said = new Set<string>();
    for (const node of tree.ofType("MemberExpression")) {
      const path = paths.of(node);
      const [claim = "", ...deeper] = path?.keys ?? [];
      if (!path || deeper.length > 0 || said.has(claim)) continue;
      if (path.root !== "/userinfo" || !claim.startsWith("cognito:")) continue;
      if (facts.scenario?.userinfo?.includes(claim)) continue;
      said.add(claim);
      const isUsername = claim === "cognito:username";
      yield {
        severity: "warning",
        at: node,
        message: `Cognito's userinfo has no \`${claim}\`, so \`${source.excerpt(node)}\` is \`undefined\``,
        help: isUsername
          ? "userinfo calls it `username`"
          : isGiven(facts, "/idToken")
            ? "read it from the ID token, which is the fourth argument"
            : "the ID token has it, which FusionAuth passes since 1.31",
      };
    }
  },
};
