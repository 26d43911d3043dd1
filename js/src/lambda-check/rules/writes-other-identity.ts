// A lambda may set the field that people are linked on, and not the other one.

import { fieldOf } from "../facts.js";
import type { Rule } from "../rule.js";

/** Speaks of `user.username` where people are linked on e-mail, and the other way round. */
export const writesOtherIdentity: Rule = {
  id: "writes-other-identity",
  needs: "scenario",
  *find({ facts, writes }) {
    const { scenario } = facts;
    if (!scenario?.linksOn) return;
    for (const { path, target } of writes) {
      const [name, ...deeper] = path.keys;
      const field = name && deeper.length === 0 ? fieldOf(facts, path.root, name) : undefined;
      if (!field?.writable.startsWith("linking-")) continue;
      const isLinkedOn = field.writable === `linking-${scenario.linksOn}`;
      if (isLinkedOn && scenario.setsLinkingClaim !== false) continue;
      yield {
        severity: "error",
        at: target,
        message: isLinkedOn
          ? `FusionAuth ${facts.version} ignores \`user.${name}\` when a lambda writes it`
          : `\`${scenario.strategy}\` links people on ${scenario.linksOn}, so FusionAuth ignores \`user.${name}\``,
        help: isLinkedOn
          ? "run FusionAuth 1.31 or newer, or leave the assignment out"
          : `leave the assignment out, or keep the value in \`user.data\`${display(name)}`,
      };
    }
  },
};

function display(name: string | undefined): string {
  return name === "username" ? " or, to show it, in `registration.username`" : "";
}
