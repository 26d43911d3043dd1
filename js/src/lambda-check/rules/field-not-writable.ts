// Fields that FusionAuth keeps itself.

import { fieldOf } from "../facts.js";
import type { Rule } from "../rule.js";

/** Speaks of a field that no lambda changes. */
export const fieldNotWritable: Rule = {
  id: "field-not-writable",
  *find({ facts, writes, source }) {
    const said = new Set<string>();
    for (const { path, target } of writes) {
      const [name = ""] = path.keys;
      if (fieldOf(facts, path.root, name)?.writable !== "never" || said.has(path.root + name))
        continue;
      said.add(path.root + name);
      yield {
        severity: "warning",
        at: target,
        message: `FusionAuth keeps \`${path.root.slice(1)}.${name}\` itself and ignores what a lambda writes`,
        help: `leave \`${source.excerpt(target)}\` out, or keep the value in \`user.data\``,
      };
    }
  },
};
