// A value in the text that its field cannot hold.

import type { AnyNode } from "acorn";
import type { Lambda } from "../lambda.js";
import { keyOf } from "../patterns.js";
import type { Rule } from "../rule.js";

/** Texts of every kind. A field that holds none of them holds no text at all. */
const TEXTS = [
  "text",
  "2000-01-01",
  "true",
  "1",
  "Europe/Berlin",
  "https://example.com/a.png",
  "00000000-0000-4000-8000-000000000001",
];

/** Speaks of a value that FusionAuth cannot read into the field. */
export const valueNotHeld: Rule = {
  id: "value-not-held",
  *find(lambda) {
    for (const { path, how, values } of lambda.writes) {
      if (how !== "=" || path.keys.length !== 1) continue;
      const place = `${path.root}/${path.keys[0]}`;
      for (const value of values) {
        const holds = refusal(place, value, lambda);
        if (holds === undefined) continue;
        yield {
          severity: "error",
          at: value,
          message: `\`${place.slice(1).replace("/", ".")}\` cannot hold this`,
          expected: holds,
          help: `assign ${holds}`,
        };
      }
    }
  },
};

/** What the field holds, where it does not hold `node`. */
function refusal(place: string, node: AnyNode, lambda: Lambda): string | undefined {
  const constant = lambda.constants.of(node);
  if (constant !== undefined) return lambda.fieldRefusal(place, JSON.stringify(constant));
  if (isInstant(node, lambda)) return lambda.fieldRefusal(place, '"2000-01-01T00:00:00.000Z"');
  if (!isText(node, lambda)) return undefined;
  const refusals = TEXTS.map((text) => lambda.fieldRefusal(place, JSON.stringify(text)));
  return refusals.every((refused) => refused !== undefined) ? refusals[0] : undefined;
}

/** `new Date(…)`, which JSON writes with the time of day. */
function isInstant(node: AnyNode, lambda: Lambda): boolean {
  const value = lambda.valueOf(node);
  if (value.type === "NewExpression") return lambda.isNamed(value.callee, "Date");
  return methodOf(value) === "toISOString";
}

/** Whether `node` is a text whatever happens. */
function isText(node: AnyNode, lambda: Lambda): boolean {
  const value = lambda.valueOf(node);
  if (value.type === "TemplateLiteral") return true;
  if (value.type === "BinaryExpression" && value.operator === "+") {
    return [value.left, value.right].some((side) => typeof lambda.constants.of(side) === "string");
  }
  if (value.type !== "CallExpression") return false;
  if (lambda.isNamed(value.callee, "String")) return true;
  return ["join", "toLowerCase", "toUpperCase", "trim", "stringify"].includes(
    methodOf(value) ?? "",
  );
}

function methodOf(node: AnyNode): string | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  return keyOf(node.callee.property, node.callee.computed);
}
