// A JSON text as a tree of places. Values stay text, so that no number loses digits on its way.

import { type Span, type Token, tokensOf } from "./json-text.js";
import { stepsOf } from "./pointer.js";

/** A value and where it stands. */
export type JsonTree = JsonObject | JsonArray | JsonScalar;

/** An object with its members in the order of the text. */
export interface JsonObject extends Span {
  readonly kind: "object";
  readonly members: readonly JsonMember[];
}

/** A member: `start` is where its key begins. */
export interface JsonMember {
  readonly key: string;
  readonly start: number;
  readonly value: JsonTree;
}

/** An array. */
export interface JsonArray extends Span {
  readonly kind: "array";
  readonly items: readonly JsonTree[];
}

/** A text, a number or a word, as it is written. */
export interface JsonScalar extends Span {
  readonly kind: "scalar";
  readonly text: string;
}

/** The tree of a JSON text that is known to be valid. */
export function treeOf(text: string): JsonTree {
  const tokens = tokensOf(text);
  const next = (): Token => {
    const { done, value } = tokens.next();
    if (done) throw new SyntaxError("the JSON text ends too early");
    return value;
  };
  return treeFrom(next(), next);
}

function treeFrom(first: Token, next: () => Token): JsonTree {
  if (first.text === "{") return objectFrom(first.start, next);
  if (first.text === "[") return arrayFrom(first.start, next);
  return { kind: "scalar", ...first };
}

function objectFrom(start: number, next: () => Token): JsonObject {
  const members: JsonMember[] = [];
  let token = next();
  while (token.text !== "}") {
    if (token.text === ",") token = next();
    const { start, text } = token;
    next();
    members.push({ key: JSON.parse(text), start, value: treeFrom(next(), next) });
    token = next();
  }
  return { kind: "object", start, end: token.end, members };
}

function arrayFrom(start: number, next: () => Token): JsonArray {
  const items: JsonTree[] = [];
  let token = next();
  while (token.text !== "]") {
    if (token.text === ",") token = next();
    items.push(treeFrom(token, next));
    token = next();
  }
  return { kind: "array", start, end: token.end, items };
}

/** The member `key` of `tree`. Of two of one name, the last. */
export function memberOf(tree: JsonTree | undefined, key: string): JsonMember | undefined {
  if (tree?.kind !== "object") return undefined;
  return tree.members.filter((member) => member.key === key).at(-1);
}

function child(tree: JsonTree | undefined, step: string): JsonTree | undefined {
  return tree?.kind === "array" ? tree.items[Number(step)] : memberOf(tree, step)?.value;
}

/** The value that `pointer` names. */
export function valueAt(tree: JsonTree, pointer: string): JsonTree | undefined {
  return stepsOf(pointer).reduce(child, tree as JsonTree | undefined);
}

/** Where the value begins that `pointer` names, or its key; else what is nearest around it. */
export function offsetOf(tree: JsonTree, pointer: string): number {
  let offset = tree.start;
  let value: JsonTree | undefined = tree;
  for (const step of stepsOf(pointer)) {
    const start: number | undefined = memberOf(value, step)?.start ?? child(value, step)?.start;
    if (start === undefined) break;
    offset = start;
    value = child(value, step);
  }
  return offset;
}

/** The value of a JSON text's tree, as JavaScript has it; a whole number too large for it is a BigInt. */
export function plainValue(tree: JsonTree): unknown {
  if (tree.kind === "array") return tree.items.map(plainValue);
  if (tree.kind === "object") {
    return Object.fromEntries(tree.members.map(({ key, value }) => [key, plainValue(value)]));
  }
  return /^-?\d{16,}$/.test(tree.text) ? BigInt(tree.text) : JSON.parse(tree.text);
}
