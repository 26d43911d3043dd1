// A kickstart file holds a lambda in one line, so a line comment has no end.

import type { Rule } from "../rule.js";

/** Speaks of `//` before other code. */
export const kickstartLineComment: Rule = {
  id: "kickstart-line-comment",
  needs: "kickstart",
  *find({ comments, parsed }) {
    const last = parsed.tree.program.body.at(-1)?.end ?? 0;
    for (const comment of comments) {
      if (comment.type !== "Line" || comment.start >= last) continue;
      yield {
        severity: "error",
        at: comment,
        message:
          "kickstart joins the lambda's lines, and this comment swallows all that follows it",
        help: "write it as `/* … */`",
      };
    }
  },
};
