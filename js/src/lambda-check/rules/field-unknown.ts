// Names that are no field of a user or a registration.

import { nearest } from "../../nearest.js";
import { fieldOf, type LambdaFacts } from "../facts.js";
import { ANY } from "../patterns.js";
import type { Rule } from "../rule.js";

/** Speaks of a field that FusionAuth does not have. */
export const fieldUnknown: Rule = {
  id: "field-unknown",
  *find({ facts, writes }) {
    const said = new Set<string>();
    for (const { path, target, how } of writes) {
      const [name] = path.keys;
      const names = namesOf(facts, path.root);
      if (name === undefined || name === ANY || names.length === 0 || how === "delete") continue;
      if (fieldOf(facts, path.root, name) || said.has(path.root + name)) continue;
      said.add(path.root + name);
      const object = path.root.slice(1);
      const near = nearest(name, names);
      yield {
        severity: "warning",
        at: target,
        message: `\`${name}\` is not a field of a ${object} in FusionAuth`,
        help: near
          ? `did you mean \`${object}.${near}\`?`
          : `keep what is your own in \`${object}.data\`, as in \`${object}.data.${name}\``,
      };
    }
  },
};

function namesOf({ fields }: LambdaFacts, root: string): string[] {
  if (root === "/user") return Object.keys(fields.user);
  return root === "/registration" ? Object.keys(fields.registration) : [];
}
