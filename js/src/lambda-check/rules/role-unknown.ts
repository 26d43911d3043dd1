// Roles that the application does not have.

import { handedOn } from "../flow.js";
import type { Rule } from "../rule.js";
import type { Write } from "../writes.js";

/** Speaks of a role in the text that is none of the application's. */
export const roleUnknown: Rule = {
  id: "role-unknown",
  needs: "scenario",
  *find(lambda) {
    const roles = lambda.facts.scenario?.roles;
    if (!roles) return;
    const said = new Set<string>();
    for (const write of lambda.writes.filter(isAboutRoles)) {
      for (const node of write.values.flatMap((value) => handedOn(value, lambda))) {
        const name = lambda.constants.of(node);
        if (typeof name !== "string" || roles.includes(name) || said.has(name)) continue;
        said.add(name);
        yield {
          severity: "warning",
          at: node,
          message: `the application has no role \`${name}\`, so the person does not get it`,
          expected: roles.length === 0 ? "no role at all" : roles.join(", "),
          help: "add the role to the application, or write one that it has",
        };
      }
    }
  },
};

function isAboutRoles({ path }: Write): boolean {
  return path.root === "/registration" && path.keys[0] === "roles";
}
