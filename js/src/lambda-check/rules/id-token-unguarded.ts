// FusionAuth passes `undefined` where it could not verify an ID token.

import type { Rule } from "../rule.js";

/** Speaks of the first claim of the ID token that is read without asking for the token. */
export const idTokenUnguarded: Rule = {
  id: "id-token-unguarded",
  *find(lambda) {
    const read = lambda.unguardedReads.find(
      ({ path }) => path.root === "/idToken" && path.keys.length === 0,
    );
    if (!read) return;
    const name = lambda.source.excerpt(read.base);
    yield {
      severity: "warning",
      at: read.node,
      message: `\`${name}\` is \`undefined\` when FusionAuth has no ID token that it can verify, and then this throws`,
      help: `ask first, as in \`if (${name}) { … }\`, or read it with \`?.\``,
    };
  },
};
