// A value in the text that its field cannot hold.

import type { AnyNode } from "acorn";
import type { Lambda } from "../lambda.js";
import type { Rule } from "../rule.js";
import { samplesOf } from "../samples.js";
import type { Write } from "../writes.js";

/** Assignments; those of an operator write the value too, if they write. */
const ASSIGNING: ReadonlySet<string> = new Set(["=", "||=", "&&=", "??="]);
/** Methods that put each argument into the list. */
const ADDING: ReadonlySet<string> = new Set(["push", "unshift"]);

/** How many alternatives of a value are looked at. */
const MOST = 20;

/** Speaks of a value that FusionAuth cannot read into the field. */
export const valueNotHeld: Rule = {
  id: "value-not-held",
  *find(lambda) {
    for (const write of lambda.writes) {
      const { path, how, values } = write;
      if (path.keys.length !== 1 || !(ASSIGNING.has(how) || ADDING.has(how))) continue;
      const place = `${path.root}/${path.keys[0]}`;
      for (const value of values.flatMap((node) => alternatives(node))) {
        const holds = refusal(place, value, write, lambda);
        if (holds === undefined) continue;
        yield {
          severity: "error",
          at: value,
          message: `\`${place.slice(1).replace("/", ".")}\` cannot hold this`,
          expected: holds,
          help: ADDING.has(how) ? `add what makes it ${holds}` : `assign ${holds}`,
        };
      }
    }
  },
};

/** What an expression comes to: `a ? b : c` to `b` or `c`, `a || b` to `b` if not to `a`. */
function alternatives(node: AnyNode, most = MOST): AnyNode[] {
  if (most <= 1) return [node];
  const half = Math.floor(most / 2);
  if (node.type === "ConditionalExpression") {
    return [...alternatives(node.consequent, half), ...alternatives(node.alternate, half)];
  }
  if (node.type !== "LogicalExpression") return [node];
  const right = alternatives(node.right, half);
  return node.operator === "&&" ? right : [...alternatives(node.left, half), ...right];
}

/** What the field holds, where it holds nothing of what `node` may be. */
function refusal(place: string, node: AnyNode, { how }: Write, lambda: Lambda): string | undefined {
  const samples = node.type === "SpreadElement" ? undefined : samplesOf(node, lambda);
  const refusals = samples?.map((sample) => {
    const value = ADDING.has(how) ? [sample] : sample;
    return lambda.fieldRefusal(place, JSON.stringify(value));
  });
  return refusals?.every((refused) => refused !== undefined) ? refusals[0] : undefined;
}
