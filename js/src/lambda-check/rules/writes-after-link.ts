// The field that people are linked on counts in the login that makes the link, and never again.

import { fieldOf } from "../facts.js";
import type { Rule } from "../rule.js";

/** Speaks of an identity that only the first login takes over. */
export const writesAfterLink: Rule = {
  id: "writes-after-link",
  *find({ facts, writes }) {
    const { scenario } = facts;
    const said = new Set<string>();
    for (const { path, target } of writes) {
      const [name = "", ...deeper] = path.keys;
      const field = deeper.length === 0 ? fieldOf(facts, path.root, name) : undefined;
      if (!field?.writable.startsWith("linking-") || said.has(name)) continue;
      // The rule on the other identity speaks of a write that never counts.
      if (scenario?.linksOn && field.writable !== `linking-${scenario.linksOn}`) continue;
      if (scenario?.setsLinkingClaim === false) continue;
      said.add(name);
      const isNever = scenario !== null && scenario.linksOn === null;
      yield {
        severity: isNever ? "warning" : "info",
        at: target,
        message: isNever
          ? `under \`${scenario.strategy}\` people are linked before the lambda runs, so \`user.${name}\` is ignored`
          : `\`user.${name}\` counts in the login that links the person; later logins ignore it`,
        help: isNever
          ? "leave the assignment out"
          : "do not rely on it to follow changes at the provider; use the User API for that",
      };
    }
  },
};
