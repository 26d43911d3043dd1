// FusionAuth's console takes one argument.

import type { Rule } from "../rule.js";

/** Speaks of a call of the console with more than one argument, or none. */
export const consoleArguments: Rule = {
  id: "console-arguments",
  *find(lambda) {
    for (const { call, method } of lambda.methodCallsOf("console")) {
      const [first, ...others] = call.arguments;
      if (first && others.length === 0 && first.type !== "SpreadElement") continue;
      const count =
        first?.type === "SpreadElement" ? "a list of" : first ? others.length + 1 : "no";
      yield {
        severity: "warning",
        at: call,
        message: `\`console.${method}\` is given ${count} arguments and takes one`,
        help: `make one text of them, as in \`console.${method}("Hello " + user.email)\``,
      };
    }
  },
};
