// What FusionAuth's `fetch` answers is not a browser's `Response`.

import { answersIn, membersOf } from "../fetch.js";
import type { Rule } from "../rule.js";

/** What an answer has. Source: FusionAuth documentation, API calls from lambdas. */
const MEMBERS: ReadonlySet<string> = new Set(["status", "headers", "body"]);

const INSTEAD: Readonly<Record<string, string>> = {
  json: "write `JSON.parse(response.body)`",
  text: "write `response.body`, which is a text",
  ok: "ask `response.status === 200`",
};

/** Speaks of a member that an answer does not have. */
export const fetchResponse: Rule = {
  id: "fetch-response",
  *find(lambda) {
    for (const answer of answersIn(lambda)) {
      for (const { name, node } of membersOf(answer, lambda)) {
        if (MEMBERS.has(name) || name === "*" || name === "then") continue;
        yield {
          severity: "error",
          at: node,
          message: `the answer of FusionAuth's \`fetch\` has no \`${name}\``,
          expected: "status, headers or body",
          help:
            (Object.hasOwn(INSTEAD, name) && INSTEAD[name]) || "use `status`, `headers` or `body`",
        };
      }
    }
  },
};
