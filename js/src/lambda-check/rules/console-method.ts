// FusionAuth documents four methods of its console.

import type { Rule } from "../rule.js";

const DOCUMENTED: ReadonlySet<string> = new Set(["info", "log", "debug", "error"]);

/** Speaks of a method of the console that FusionAuth does not document. */
export const consoleMethod: Rule = {
  id: "console-method",
  *find(lambda) {
    for (const { call, method } of lambda.methodCallsOf("console")) {
      if (DOCUMENTED.has(method) || method === "*") continue;
      const instead = method === "warn" || method === "trace" ? "error" : "info";
      yield {
        severity: "warning",
        at: call.callee,
        message: `FusionAuth does not document \`console.${method}\`; where it is missing, the call fails the login`,
        expected: "console.info, console.log, console.debug or console.error",
        help: `write \`console.${instead}\``,
      };
    }
  },
};
