// FusionAuth finds the function by its name.

import { signatureOf } from "../facts.js";
import type { Rule } from "../rule.js";

/** Names of the functions of FusionAuth's other lambda types. */
const OTHERS: ReadonlySet<string> = new Set(["populate", "validate", "convert", "checkRequired"]);

/** Speaks of a text in which nothing is called `reconcile`. */
export const lambdaNoReconcile: Rule = {
  id: "lambda-no-reconcile",
  *find({ hasEntry, tree, facts }) {
    if (hasEntry) return;
    const named = tree.functions.find((node) => node.type !== "ArrowFunctionExpression" && node.id);
    const id = named && "id" in named ? named.id : undefined;
    const isOther = id && OTHERS.has(id.name);
    yield {
      severity: "error",
      at: id ?? { start: 0, end: 0 },
      message: isOther
        ? `\`${id.name}\` is the function of another type of lambda; this type calls \`reconcile\``
        : "the lambda has no function `reconcile`",
      help: `write \`${signatureOf(facts)} { … }\` at the outermost level`,
    };
  },
};
