// A kickstart file holds a lambda in one line, so the end of a line ends no statement.

import type { Rule } from "../rule.js";

/** Speaks of a statement that only the end of its line ends. */
export const kickstartSemicolon: Rule = {
  id: "kickstart-semicolon",
  needs: "kickstart",
  *find({ parsed, source, comments }) {
    const endOfComment = new Map(comments.map(({ start, end }) => [start, end]));
    for (const offset of parsed.semicolons) {
      let next = offset;
      // Comments and blanks say nothing; what comes after them may end the statement by itself.
      while (endOfComment.has(next) || /\s/.test(source.text.charAt(next))) {
        next = endOfComment.get(next) ?? next + 1;
      }
      if (next >= source.text.length || source.text.charAt(next) === "}") continue;
      yield {
        severity: "error",
        at: { start: offset, end: offset },
        shown: { start: source.startOf(source.lineOf(offset)), end: offset },
        message:
          "kickstart joins the lambda's lines, and only the end of the line ends this statement",
        help: "write `;` here",
      };
    }
  },
};
