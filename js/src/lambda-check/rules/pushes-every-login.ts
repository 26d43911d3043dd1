// A list that is only ever added to.

import type { Lambda } from "../lambda.js";
import { isInside } from "../paths.js";
import type { Rule, Severity } from "../rule.js";
import type { Write } from "../writes.js";

/** Speaks of an element that every login adds to a stored list. */
export const pushesEveryLogin: Rule = {
  id: "pushes-every-login",
  *find(lambda) {
    const said = new Set<string>();
    for (const write of lambda.writes) {
      if (write.how !== "push" && write.how !== "unshift") continue;
      const { path } = write;
      const place = path.root + path.keys.join("/");
      const kind = kindOf(write);
      if (!kind || said.has(place) || isHandled(write, lambda)) continue;
      said.add(place);
      const list = lambda.source.excerpt(write.target);
      yield {
        severity: kind.severity,
        at: write.node,
        message: `every login adds to \`${list}\`; ${kind.consequence}`,
        help: `assign the whole list instead, or ask \`!${list}.includes(…)\` first`,
      };
    }
  },
};

interface Kind {
  readonly severity: Severity;
  readonly consequence: string;
}

function kindOf({ path: { root, keys } }: Write): Kind | undefined {
  const [field] = keys;
  if (root !== "/user" && root !== "/registration") return undefined;
  if (field === "roles") {
    return { severity: "info", consequence: "a role that the provider takes away stays" };
  }
  if (field === "preferredLanguages") {
    return { severity: "info", consequence: "an earlier language stays in front" };
  }
  return field === "data"
    ? { severity: "warning", consequence: "the list grows without end" }
    : undefined;
}

/** Whether the author asks what is in the list already, or begins with a new one. */
function isHandled({ path, node }: Write, lambda: Lambda): boolean {
  if (asksForContents(path, node, lambda)) return true;
  return lambda.writes.some(
    (other) =>
      other.how === "=" &&
      other.node.start < node.start &&
      isInside(path, other.path) &&
      !lambda.guards.isAsked(path, other.node) &&
      other.values.some(({ type }) => type === "ArrayExpression" || type === "ObjectExpression"),
  );
}

/** `if (!user.preferredLanguages)` asks for the list, and `….includes(x)` for its contents. */
function asksForContents(path: Write["path"], node: Write["node"], lambda: Lambda): boolean {
  for (const { test } of lambda.guards.conditionsOn(node)) {
    const reads = lambda.tree.inside(test, ["MemberExpression"]);
    const isAsked = reads.some((read) => {
      const object = lambda.paths.of(read.object);
      return object !== undefined && isInside(object, path);
    });
    if (isAsked) return true;
  }
  return false;
}
