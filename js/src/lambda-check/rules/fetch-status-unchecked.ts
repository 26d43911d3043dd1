// `fetch` does not throw when the other side answers with an error.

import type { AnyNode } from "acorn";
import { answersIn, membersOf } from "../fetch.js";
import type { Rule } from "../rule.js";

/** Speaks of the body of an answer that is used whatever its status. */
export const fetchStatusUnchecked: Rule = {
  id: "fetch-status-unchecked",
  *find(lambda) {
    for (const answer of answersIn(lambda)) {
      const members = membersOf(answer, lambda);
      const body: AnyNode | undefined = members.find(({ name }) => name === "body")?.node;
      const isAsked = members.some(({ name }) => name === "status" || name === "ok");
      if (!body || isAsked) continue;
      yield {
        severity: "warning",
        at: body,
        message:
          "the answer's body is used without a look at its status; an error's body is not what it seems",
        help: "ask first, as in `if (response.status === 200) { … }`",
      };
    }
  },
};
