// What GraalJS has for its own use, and FusionAuth's documentation does not allow.

import type { Rule } from "../rule.js";

/** Names of GraalJS that are there by default, and may be switched off. */
const PRESENT: ReadonlySet<string> = new Set([
  "Graal",
  "load",
  "loadWithNewGlobal",
  "print",
  "printErr",
]);

/** Names for the world outside, which is closed. */
const CLOSED: ReadonlySet<string> = new Set(["Java", "Packages", "Polyglot", "java", "javax"]);

/** Speaks of the engine's own globals. */
export const engineGlobal: Rule = {
  id: "engine-global",
  *find({ freeNames }) {
    for (const name of freeNames) {
      const isClosed = CLOSED.has(name.name);
      if (!isClosed && !PRESENT.has(name.name)) continue;
      const isPrint = name.name.startsWith("print");
      yield {
        severity: isClosed ? "error" : "warning",
        at: name,
        message: isClosed
          ? `\`${name.name}\` is not there: FusionAuth gives lambdas no access to Java`
          : `\`${name.name}\` belongs to the engine and is not part of what FusionAuth promises`,
        help: isPrint ? "write `console.info(…)`" : "do it with JavaScript alone, or with `fetch`",
      };
    }
  },
};
