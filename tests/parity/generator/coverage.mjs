// Which parts of the language programs use.

import { parse } from "acorn";
import { full } from "acorn-walk";

/** The kinds of syntax, operators and names after a dot in `bodies`, each with how often it occurs. */
export function coverageOf(bodies) {
  const [syntax, operators, names] = [new Map(), new Map(), new Map()];
  for (const body of bodies) {
    full(parse(body, { ecmaVersion: "latest" }), (node) => {
      count(syntax, node.type);
      if (node.operator) count(operators, node.operator);
      if (node.type === "MemberExpression" && !node.computed) count(names, node.property.name);
    });
  }
  return { syntax, operators, names };
}

function count(map, key) {
  map.set(key, (map.get(key) ?? 0) + 1);
}
