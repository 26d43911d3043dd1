// FusionAuth's console prints an object as Java or JavaScript names it, and not its fields.

import type { AnyNode } from "acorn";
import type { Lambda } from "../lambda.js";
import type { Rule } from "../rule.js";

/** Speaks of an object or a list that is given to the console as it is. */
export const consoleObject: Rule = {
  id: "console-object",
  *find(lambda) {
    for (const { call, method } of lambda.methodCallsOf("console")) {
      for (const argument of call.arguments) {
        if (!isObject(argument, lambda)) continue;
        const text = lambda.source.excerpt(argument);
        yield {
          severity: "warning",
          at: argument,
          message: `\`console.${method}\` does not print the fields of an object`,
          help: `write \`console.${method}(JSON.stringify(${text}, null, 2))\``,
        };
      }
    }
  },
};

function isObject(node: AnyNode, lambda: Lambda): boolean {
  const value = lambda.valueOf(node);
  if (value.type === "ObjectExpression" || value.type === "ArrayExpression") return true;
  const path = lambda.paths.of(node);
  if (!path) return false;
  const [field, ...deeper] = path.keys;
  if (field === undefined) return true;
  // What can hold an object or a list and no text is one.
  const place = `${path.root}/${field}`;
  const isField = path.root === "/user" || path.root === "/registration";
  return (
    isField &&
    deeper.length === 0 &&
    lambda.fieldRefusal(place, '"text"') !== undefined &&
    holdsMany(place, lambda)
  );
}

function holdsMany(place: string, lambda: Lambda): boolean {
  return ["{}", "[]"].some((value) => lambda.fieldRefusal(place, value) === undefined);
}
