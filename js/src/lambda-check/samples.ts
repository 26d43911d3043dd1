// Values that stand for whatever an expression may give, so that the core can be asked whether a field holds any.

import type { AnyNode } from "acorn";
import type { Constant } from "./constants.js";
import type { Lambda } from "./lambda.js";
import { keyOf } from "./patterns.js";
import type { NodeOf } from "./tree.js";

/** Texts of every kind that a field holds. A field that holds none of them holds no text at all. */
const TEXTS = [
  "text",
  "2000-01-01",
  "true",
  "1",
  "UTC",
  "+02:00",
  "UTC+05:30",
  "Etc/GMT+1",
  "Europe/Berlin",
  "America/Port-au-Prince",
  "America/Argentina/Buenos_Aires",
  "America/North_Dakota/New_Salem",
  "https://example.com/a.png",
  "00000000-0000-4000-8000-000000000001",
];

/** What is put where a text has a part that is not known. */
const PARTS = [
  "",
  "1",
  "01",
  "10",
  "2000",
  "a",
  "2000-01-01",
  "00000000-0000-4000-8000-000000000001",
];

const BOOLEANS = [true, false];
const NUMBERS = [0, 1, 1.5, 2000];
const LISTS = [[], ["text"], [{}]];

const TEXT_METHODS: ReadonlySet<string> = new Set([
  "join",
  "normalize",
  "padEnd",
  "padStart",
  "stringify",
  "toFixed",
  "toLowerCase",
  "toUpperCase",
  "trim",
]);
const COMPARISONS: ReadonlySet<string> = new Set([
  "==",
  "!=",
  "===",
  "!==",
  "<",
  "<=",
  ">",
  ">=",
  "in",
  "instanceof",
]);
const TEXT_OF_A_DATE: Readonly<Record<string, string>> = {
  toISOString: "2000-01-01T00:00:00.000Z",
  toJSON: "2000-01-01T00:00:00.000Z",
  toUTCString: "Sat, 01 Jan 2000 00:00:00 GMT",
  toGMTString: "Sat, 01 Jan 2000 00:00:00 GMT",
  toDateString: "Sat Jan 01 2000",
  toTimeString: "00:00:00 GMT+0000 (GMT)",
};

/** Of a longer list the rest is not looked at. */
const LONGEST = 100;

/** What stands for the values of `node`: a field that holds none of it cannot hold `node`. Nothing where all is open. */
export function samplesOf(node: AnyNode, lambda: Lambda): readonly Constant[] | undefined {
  const constant = lambda.constants.of(node);
  return constant === undefined ? ofNode(lambda.valueOf(node), lambda) : [constant];
}

function ofNode(node: AnyNode, lambda: Lambda): readonly Constant[] | undefined {
  switch (node.type) {
    case "ArrayExpression":
      return [listOf(node, lambda)];
    case "ObjectExpression":
      return [objectOf(node, lambda)];
    case "TemplateLiteral":
      return textsLike(partsOfTemplate(node, lambda));
    case "BinaryExpression":
      return ofOperator(node, lambda);
    case "UnaryExpression":
      if (node.operator === "typeof") return TEXTS;
      return node.operator === "!" ? BOOLEANS : undefined;
    case "NewExpression":
      return ofNew(node, lambda);
    case "CallExpression":
      return ofCall(node, lambda);
    default:
      return undefined;
  }
}

/** What is known of a list. A field that holds the whole holds a part of it as well. */
function listOf({ elements }: NodeOf<"ArrayExpression">, lambda: Lambda): Constant[] {
  return elements.slice(0, LONGEST).flatMap((element) => {
    const known = element && knownOf(element, lambda);
    return known === null || known === undefined ? [] : [...known];
  });
}

function objectOf({ properties }: NodeOf<"ObjectExpression">, lambda: Lambda): Constant {
  const known = properties.slice(0, LONGEST).flatMap((property): [string, Constant][] => {
    if (property.type !== "Property" || property.computed || property.kind !== "init") return [];
    const values = knownOf(property.value, lambda) ?? [];
    return values.map((value) => [keyOf(property.key, false), value]);
  });
  return Object.fromEntries(known);
}

/** What a part of a list or an object is, if it is one thing; names stand for texts and numbers only. */
function knownOf(node: AnyNode, lambda: Lambda): readonly [Constant] | undefined {
  if (node.type === "ArrayExpression") return [listOf(node, lambda)];
  if (node.type === "ObjectExpression") return [objectOf(node, lambda)];
  const constant = lambda.constants.of(node);
  return constant === undefined || (typeof constant === "object" && constant !== null)
    ? undefined
    : [constant];
}

type Parts = readonly (string | undefined)[];

/** The parts of a text that is put together; `undefined` stands for one that is not known. */
function partsOf(node: AnyNode, lambda: Lambda): Parts | undefined {
  const constant = lambda.constants.of(node);
  if (constant !== undefined) return typeof constant === "string" ? [constant] : undefined;
  if (node.type === "TemplateLiteral") return partsOfTemplate(node, lambda);
  if (node.type === "BinaryExpression" && node.operator === "+") return partsOfSum(node, lambda);
  return node.type === "CallExpression" && ofCall(node, lambda)?.every(isText)
    ? [undefined]
    : undefined;
}

function partsOfTemplate(node: NodeOf<"TemplateLiteral">, lambda: Lambda): Parts {
  return node.quasis.flatMap(({ value }, index) => {
    const expression = node.expressions[index];
    const between = expression ? partOf(expression, lambda) : [];
    return [value.cooked ?? undefined, ...between];
  });
}

/** The parts of `a + b + c`, if one of them makes it a text. */
function partsOfSum(sum: NodeOf<"BinaryExpression">, lambda: Lambda): Parts | undefined {
  const terms: AnyNode[] = [];
  let left: AnyNode = sum;
  for (; left.type === "BinaryExpression" && left.operator === "+"; left = left.left) {
    terms.unshift(left.right);
  }
  terms.unshift(left);
  const parts = terms.map((term) => partsOf(term, lambda));
  const first = parts.findIndex((part) => part !== undefined);
  if (first < 0) return undefined;
  // What comes before the first text may be numbers that are added up.
  const before =
    first > 1 ? [undefined] : terms.slice(0, first).flatMap((term) => partOf(term, lambda));
  const after = terms
    .slice(first)
    .flatMap((term, index) => parts[first + index] ?? partOf(term, lambda));
  return [...before, ...after];
}

/** A part that becomes a text whatever it is. */
function partOf(node: AnyNode, lambda: Lambda): Parts {
  const constant = lambda.constants.of(node);
  return [typeof constant === "object" || constant === undefined ? undefined : String(constant)];
}

function isText(value: Constant): value is string {
  return typeof value === "string";
}

/** Texts that have the known parts where they are, as far as their form goes. */
function textsLike(parts: readonly (string | undefined)[]): readonly string[] {
  const filled = PARTS.map((filling) => parts.map((part) => part ?? filling).join(""));
  // Other letters and digits may stand for the same kind of thing: another continent, another year.
  const form = parts.map((part) => (part === undefined ? ".*" : formOf(part))).join("");
  const alike = new RegExp(`^${form}$`, "s");
  return [...filled, ...TEXTS.filter((text) => alike.test(text))];
}

function formOf(text: string): string {
  return text
    .split(/(\w+)/)
    .map((part, index) => (index % 2 ? "\\w*" : part.replace(/[^\s\w]/g, "\\$&")))
    .join("");
}

function ofOperator(
  node: NodeOf<"BinaryExpression">,
  lambda: Lambda,
): readonly Constant[] | undefined {
  if (COMPARISONS.has(node.operator)) return BOOLEANS;
  const parts = node.operator === "+" ? partsOfSum(node, lambda) : undefined;
  return parts && textsLike(parts);
}

/** `new Date(…)`, which JSON writes with the time of day, and collections, of which it writes nothing. */
function ofNew(node: NodeOf<"NewExpression">, lambda: Lambda): readonly Constant[] | undefined {
  const isOf = (name: string) => lambda.isNamed(node.callee, name);
  if (isOf("Date")) return ["2000-01-01T00:00:00.000Z"];
  if (isOf("Array")) return LISTS;
  return ["Set", "Map", "WeakSet", "WeakMap", "Promise", "RegExp"].some(isOf) ? [{}] : undefined;
}

function ofCall(
  { callee }: NodeOf<"CallExpression">,
  lambda: Lambda,
): readonly Constant[] | undefined {
  if (callee.type === "Identifier") {
    if (lambda.isNamed(callee, "String")) return TEXTS;
    if (lambda.isNamed(callee, "Boolean")) return BOOLEANS;
    return ["Number", "parseInt", "parseFloat"].some((name) => lambda.isNamed(callee, name))
      ? NUMBERS
      : undefined;
  }
  if (callee.type !== "MemberExpression") return undefined;
  const method = keyOf(callee.property, callee.computed);
  const isOf = (name: string) => lambda.isNamed(callee.object, name);
  if (isOf("Object")) return ["keys", "values", "entries"].includes(method) ? LISTS : undefined;
  if (isOf("Array")) return ["from", "of"].includes(method) ? LISTS : undefined;
  if (isOf("Date")) return ["now", "parse", "UTC"].includes(method) ? NUMBERS : undefined;
  const dateText = Object.hasOwn(TEXT_OF_A_DATE, method) ? TEXT_OF_A_DATE[method] : undefined;
  if (dateText !== undefined) return [dateText];
  if (method === "getTime") return NUMBERS;
  if (method === "split") return LISTS;
  return TEXT_METHODS.has(method) ? TEXTS : undefined;
}
