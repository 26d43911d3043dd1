// Which arguments there are depends on the type and on the version.

import { signatureOf } from "../facts.js";
import type { Rule } from "../rule.js";

/** Speaks of a parameter beyond those that FusionAuth passes. */
export const lambdaParameterNotGiven: Rule = {
  id: "lambda-parameter-not-given",
  *find({ entry, facts, scopes, tree, guards }) {
    const beyond = (entry?.params ?? []).slice(facts.parameters.length);
    for (const parameter of beyond) {
      if (parameter.type !== "Identifier") continue;
      const uses = scopes.resolve(parameter)?.uses ?? [];
      const [first] = uses;
      if (!first) continue;
      const read = uses.find((use) => {
        const parent = tree.parentOf(use);
        const isRead = parent?.type === "MemberExpression" && parent.object === use;
        return isRead && !parent.optional && [...guards.conditionsOn(use)].length === 0;
      });
      yield {
        severity: read ? "error" : "warning",
        at: read ?? first,
        message:
          `FusionAuth ${facts.version} passes ${facts.parameters.length} arguments to ` +
          `${facts.type}, so \`${parameter.name}\` is \`undefined\``,
        expected: signatureOf(facts),
        help: `leave \`${parameter.name}\` out, or run a FusionAuth version that passes it`,
      };
    }
  },
};
