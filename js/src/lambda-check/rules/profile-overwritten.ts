// What a person changes in FusionAuth is lost at the next login.

import { fieldOf, isGiven } from "../facts.js";
import type { Lambda } from "../lambda.js";
import type { Rule } from "../rule.js";
import type { Write } from "../writes.js";

/** Speaks once of all fields of the profile that every login overwrites. */
export const profileOverwritten: Rule = {
  id: "profile-overwritten",
  *find(lambda) {
    // A connector has no registration, and makes the whole user each time on purpose.
    if (!isGiven(lambda.facts, "/registration")) return;
    const writes = lambda.writes.filter((write) => overwrites(write, lambda));
    const [first] = writes;
    if (!first) return;
    const fields = [...new Set(writes.map(({ path }) => `\`user.${path.keys[0]}\``))];
    const field = `user.${first.path.keys[0]}`;
    yield {
      severity: "info",
      at: first.node,
      message: `every login overwrites ${listed(fields)}, also where the person or an administrator changed it`,
      help: `to fill only what is empty, write \`${field} = ${field} || …\``,
    };
  },
};

/** Whether a write replaces a field of the profile whatever it held before. */
function overwrites({ path, node, how, values }: Write, lambda: Lambda): boolean {
  const [name = "", ...deeper] = path.keys;
  if (path.root !== "/user" || deeper.length > 0 || how !== "=" || name === "data") return false;
  if (fieldOf(lambda.facts, path.root, name)?.writable !== "always") return false;
  const isOwn = values.some((value) => lambda.guards.isNamed(path, value));
  return !isOwn && !lambda.guards.isAsked(path, node);
}

/** `a`, `a and b`, or `a, b and 3 more`. */
export function listed(names: readonly string[]): string {
  const [first = "", second] = names;
  if (!second) return first;
  return names.length === 2
    ? `${first} and ${second}`
    : `${first}, ${second} and ${names.length - 2} more`;
}
