// FusionAuth runs lambdas as scripts: there are no modules to import from or export to.

import type { Finding, Rule } from "../rule.js";
import type { Span } from "../source.js";

const COMMON_JS: ReadonlySet<string> = new Set(["require", "module", "exports"]);

/** Speaks of `import`, `export`, `require` and `module`. */
export const lambdaModule: Rule = {
  id: "lambda-module",
  *find({ tree, freeNames }) {
    for (const { type, start } of tree.program.body) {
      const word = /^(?:Import|Export)/.exec(type)?.[0].toLowerCase();
      if (word) yield found(`\`${word}\` is for modules`, { start, end: start + word.length });
    }
    for (const node of tree.ofType("MetaProperty")) {
      if (node.meta.name === "import") yield found("`import.meta` is for modules", node);
    }
    for (const { start } of tree.ofType("ImportExpression")) {
      yield found("`import()` is for modules", { start, end: start + "import".length });
    }
    for (const name of freeNames) {
      if (COMMON_JS.has(name.name)) yield found(`\`${name.name}\` is for modules of Node.js`, name);
    }
  },
};

function found(what: string, at: Span): Finding {
  return {
    severity: "error",
    at,
    message: `${what}, and FusionAuth runs a lambda as one script`,
    help: "put everything into this one text; the function `reconcile` is found by its name",
  };
}
