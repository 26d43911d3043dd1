// What the identity provider sent is for reading.

import type { Lambda } from "../lambda.js";
import { isSame } from "../paths.js";
import type { Rule } from "../rule.js";
import type { Write } from "../writes.js";

const READ_ONLY: ReadonlySet<string> = new Set(["/userinfo", "/idToken", "/tokens", "/context"]);

/** Speaks of a change to a claim, a token or the context. */
export const argumentMutated: Rule = {
  id: "argument-mutated",
  *find(lambda) {
    for (const write of lambda.writes) {
      if (!READ_ONLY.has(write.path.root) || isDefault(write, lambda)) continue;
      const isAssignment = write.how.endsWith("=") || write.how === "delete";
      const target = lambda.source.excerpt(write.target);
      yield {
        severity: isAssignment ? "warning" : "info",
        at: write.node,
        message: `this changes \`${target}\` for the rest of the lambda only; FusionAuth does not read it back`,
        help: "write to `user` or `registration` what is to be stored, and keep the rest in a variable",
      };
    }
  },
};

/** `jwt.groups = jwt.groups || []` is a way to ask for a claim. */
function isDefault({ path, how, values }: Write, { paths }: Lambda): boolean {
  if (how === "||=" || how === "??=") return true;
  return values.some((value) => {
    const read = paths.of(value);
    return read !== undefined && isSame(read, path);
  });
}
