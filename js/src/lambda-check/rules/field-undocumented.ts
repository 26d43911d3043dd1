// Fields of which nobody documents whether a lambda may write them.

import { fieldOf } from "../facts.js";
import type { Rule } from "../rule.js";

/** Speaks of a field that is perhaps taken over and perhaps not. */
export const fieldUndocumented: Rule = {
  id: "field-undocumented",
  *find({ facts, writes }) {
    const said = new Set<string>();
    for (const { path, target } of writes) {
      const [name = ""] = path.keys;
      const field = fieldOf(facts, path.root, name);
      if (field?.writable !== "undocumented" || said.has(path.root + name)) continue;
      said.add(path.root + name);
      yield {
        severity: "info",
        at: target,
        message: `nobody documents whether FusionAuth takes \`${path.root.slice(1)}.${name}\` over from a lambda`,
        help: "try it on your own FusionAuth, and say in the scenario's `assumptions` what you saw",
      };
    }
  },
};
