// A lambda is called once, and what it leaves behind when it returns is what counts.

import type { AnyNode } from "acorn";
import type { Lambda } from "../lambda.js";
import { keyOf } from "../patterns.js";
import type { Finding, Rule } from "../rule.js";
import type { Span } from "../source.js";

const HELP =
  "write it without promises: `fetch` answers at once, and nothing waits after `reconcile`";

/** Speaks of promises, `async` and generators. */
export const lambdaAsync: Rule = {
  id: "lambda-async",
  *find(lambda) {
    const { tree, entry } = lambda;
    if (entry?.generator) yield generator(entry);
    for (const node of tree.functions) {
      if (node.async)
        yield later("an `async` function", { start: node.start, end: node.start + 5 });
    }
    for (const { callee, ...node } of tree.ofType("CallExpression")) {
      if (callee.type !== "MemberExpression") continue;
      const method = keyOf(callee.property, callee.computed);
      if (lambda.isNamed(callee.object, "Promise")) yield later(`\`Promise.${method}\``, node);
      else if (method === "then" && isAnswer(callee.object, lambda)) yield thenOfFetch(callee);
      else if (method === "then") yield later("`.then(…)`", callee);
    }
    for (const node of tree.ofType("NewExpression")) {
      if (lambda.isNamed(node.callee, "Promise")) yield later("`new Promise`", node);
    }
  },
};

/** Whether `node` is what `fetch` answers. */
function isAnswer(node: AnyNode, lambda: Lambda): boolean {
  const value = lambda.valueOf(node);
  return value.type === "CallExpression" && lambda.isNamed(value.callee, "fetch");
}

function later(what: string, at: Span): Finding {
  const message = `${what} may go on after the lambda has returned, and FusionAuth documents no waiting`;
  return { severity: "warning", at, message, help: HELP };
}

function thenOfFetch(at: Span): Finding {
  const message = "`fetch` answers at once in a lambda, so there is no `then` to call";
  return { severity: "error", at, message, help: HELP };
}

function generator({ start, body }: { start: number; body: Span }): Finding {
  return {
    severity: "error",
    at: { start, end: body.start },
    message: "`reconcile` is a generator, and calling a generator runs nothing of it",
    help: "take the `*` out",
  };
}
