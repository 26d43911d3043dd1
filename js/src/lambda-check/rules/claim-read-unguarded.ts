// A claim that may be missing is `undefined`, and reading a part of that throws.

import type { LambdaFacts } from "../facts.js";
import type { Path } from "../paths.js";
import type { Rule } from "../rule.js";

/** Speaks of a part of a claim that is read without asking for the claim first, once for each claim. */
export const claimReadUnguarded: Rule = {
  id: "claim-read-unguarded",
  *find(lambda) {
    const said = new Set<string>();
    for (const { path, base, node } of lambda.unguardedReads) {
      const name = path.root + path.keys.join("/");
      if (!mayBeMissing(path, lambda.facts) || said.has(name)) continue;
      said.add(name);
      const text = lambda.source.excerpt(base);
      yield {
        severity: "warning",
        at: node,
        message: `the claim \`${path.keys.join(".")}\` may be missing, and then this throws and fails the login`,
        help: `ask first, as in \`if (${text}) { … }\`, or read it with \`?.\``,
      };
    }
  },
};

/** Whether it is a claim that the provider may leave out. What is inside a claim comes with it. */
function mayBeMissing({ root, keys }: Path, facts: LambdaFacts): boolean {
  const { present } = facts;
  if (keys.length === 0 || (root !== "/userinfo" && root !== "/idToken")) return false;
  const isPresent = (length: number) =>
    present.includes([root, ...keys.slice(0, length)].join("/"));
  return !isPresent(keys.length) && (keys.length === 1 || isPresent(keys.length - 1));
}
