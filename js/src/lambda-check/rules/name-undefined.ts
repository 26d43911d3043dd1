// A name that nothing gives a meaning throws where it is read.

import { nearest } from "../../nearest.js";
import { LACKING } from "../built-ins.js";
import { DEFINED_BY_FUSIONAUTH, hasGlobal } from "../engine.js";
import type { Lambda } from "../lambda.js";
import type { Rule } from "../rule.js";

/** Names of which other rules speak. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...LACKING,
  ..."require module exports Java Packages Polyglot java javax".split(" "),
]);

/** To compare every name with every other one takes too long in a text that is full of them. */
const MOST_HINTS = 20;

/** Speaks of a name that is neither declared nor built in, once. */
export const nameUndefined: Rule = {
  id: "name-undefined",
  *find(lambda) {
    const said = new Set<string>();
    const names = namesIn(lambda);
    for (const node of lambda.freeNames) {
      const { name } = node;
      const isKnown = hasGlobal(name) || DEFINED_BY_FUSIONAUTH.has(name) || ELSEWHERE.has(name);
      if (isKnown || said.has(name)) continue;
      said.add(name);
      const near = said.size <= MOST_HINTS ? nearest(name, names) : undefined;
      yield {
        severity: "error",
        at: node,
        message: `\`${name}\` is declared nowhere, so reading it throws`,
        help: near ? `did you mean \`${near}\`?` : `declare it, as in \`var ${name} = …\``,
      };
    }
  },
};

/** What the author can have meant. */
function namesIn({ scopes, tree }: Lambda): string[] {
  const named = tree.ofType("Identifier").filter((name) => scopes.resolve(name) !== undefined);
  return [...new Set([...DEFINED_BY_FUSIONAUTH, ...named.map(({ name }) => name)])].slice(0, 500);
}
