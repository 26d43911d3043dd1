// A claim that is missing is `undefined`, and that empties a field.

import { fieldOf } from "../facts.js";
import type { Lambda } from "../lambda.js";
import type { Rule } from "../rule.js";
import type { Write } from "../writes.js";
import { listed } from "./profile-overwritten.js";

/** Speaks once of all fields that a missing claim empties. */
export const claimMayBeMissing: Rule = {
  id: "claim-may-be-missing",
  *find(lambda) {
    const writes = lambda.writes.filter((write) => mayEmpty(write, lambda));
    const [first] = writes;
    if (!first) return;
    const fields = [
      ...new Set(writes.map(({ path }) => `\`${path.root.slice(1)}.${path.keys[0]}\``)),
    ];
    const [claim] = first.values;
    yield {
      severity: "info",
      at: first.node,
      message: `a login without the claim empties ${listed(fields)}`,
      help: `to keep what is stored, ask first: \`if (${claim ? lambda.source.excerpt(claim) : "claim"}) { … }\``,
    };
  },
};

/** Whether a write copies a claim for which nobody asked into a field that may hold something. */
function mayEmpty({ path, node, how, values }: Write, lambda: Lambda): boolean {
  const [name = "", ...deeper] = path.keys;
  if (how !== "=" || deeper.length > 0) return false;
  if (fieldOf(lambda.facts, path.root, name)?.writable !== "always") return false;
  if (lambda.guards.isAsked(path, node)) return false;
  return values.some((value) => {
    const read = lambda.paths.of(value);
    const [key] = read?.keys ?? [];
    if (!read || key === undefined || read.sure) return false;
    if (read.root !== "/userinfo" && read.root !== "/idToken") return false;
    if (lambda.facts.present.includes([read.root, ...read.keys].join("/"))) return false;
    // What is inside a claim comes with it.
    return !lambda.guards.isAssured({ ...read, keys: [key] }, node);
  });
}
