// Goes through the values of a JSON text, and through JSON in its texts, and writes others in their places.

import { createScanner, type Node, type ParseError, parseTree } from "jsonc-parser";
import type { Steps } from "./kinds.js";

/** What becomes of a value: another text, or `undefined` for what stays. Numbers come as they are written. */
export interface Visitor {
  text(value: string, steps: Steps): string | undefined;
  number(digits: string, steps: Steps): string | undefined;
  key(key: string, steps: Steps): string | undefined;
}

/** SyntaxKind of jsonc-parser, whose enum cannot be used with isolated modules. */
const [COLON, STRING, NUMBER, UNKNOWN, END] = [6, 10, 11, 16, 17];
/** Deeper than any scenario; deeper texts are not walked but scanned. */
const DEEPEST = 200;

interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** `json` with what the visitor says; a text that is not JSON is gone through as far as it can be understood. */
export function walk(json: string, visitor: Visitor, at: Steps = []): string {
  const root = treeOf(json);
  const edits: Edit[] = [];
  if (root) visit(json, root, at, visitor, edits);
  else scan(json, at, visitor, edits);
  return applied(json, edits);
}

/** The tree of a text that is JSON, and not so deep that reading it would fail. */
export function treeOf(json: string): Node | undefined {
  if (isDeep(json)) return undefined;
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { disallowComments: true });
  return errors.length === 0 ? root : undefined;
}

/** Whether brackets are nested deeper than they ever are in a scenario. */
export function isDeep(json: string): boolean {
  let depth = 0;
  for (const [sign] of json.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (sign === "[" || sign === "{") depth++;
    if (sign === "]" || sign === "}") depth--;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function visit(json: string, node: Node, steps: Steps, visitor: Visitor, edits: Edit[]): void {
  if (node.type === "object") {
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (key) replace(key, visitor.key(key.value, steps), edits);
      if (key && value) visit(json, value, [...steps, key.value], visitor, edits);
    }
  } else if (node.type === "array") {
    for (const [index, child] of (node.children ?? []).entries()) {
      visit(json, child, [...steps, index], visitor, edits);
    }
  } else if (node.type === "string") {
    replace(node, text(node.value, steps, visitor), edits);
  } else if (node.type === "number") {
    const { offset, length } = node;
    const number = visitor.number(json.slice(offset, offset + length), steps);
    if (number !== undefined) edits.push({ offset, length, text: number });
  }
}

function replace({ offset, length, value }: Node, other: string | undefined, edits: Edit[]): void {
  if (other !== undefined && other !== value) {
    edits.push({ offset, length, text: JSON.stringify(other) });
  }
}

/** A text that is itself the JSON of an object or a list: Cognito writes `identities` like this. */
function text(value: string, steps: Steps, visitor: Visitor): string | undefined {
  const isJson = /^\s*[[{]/.test(value) && treeOf(value) !== undefined;
  return isJson ? walk(value, visitor, steps) : visitor.text(value, steps);
}

/** Goes through something half typed: a text before a colon is a key, any other one is a value of the last key. */
function scan(json: string, at: Steps, visitor: Visitor, edits: Edit[]): void {
  const scanner = createScanner(json, true);
  let [key, before] = ["", undefined as Edit | undefined];
  const steps = (): Steps => (key === "" ? at : [...at, key]);
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    const [offset, length, value] = [
      scanner.getTokenOffset(),
      scanner.getTokenLength(),
      scanner.getTokenValue(),
    ];
    const place = (other: string | undefined, isText: boolean) => {
      const written = isText && other !== undefined ? JSON.stringify(other) : other;
      before = { offset, length, text: written ?? json.slice(offset, offset + length) };
      edits.push(before);
    };
    if (token === COLON && before) {
      edits.splice(edits.indexOf(before), 1);
      key = keyIn(json.slice(before.offset, before.offset + before.length));
    }
    if (token === STRING) place(text(value, steps(), visitor), true);
    else if (token === UNKNOWN) place(visitor.text(value, steps()), false);
    else if (token === NUMBER) place(visitor.number(value, steps()), false);
    else before = undefined;
  }
}

function keyIn(written: string): string {
  return written.replace(/^"|"$/g, "");
}

function applied(json: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { offset, length, text } of [...edits].sort((a, b) => a.offset - b.offset)) {
    parts.push(json.slice(end, offset), text);
    end = offset + length;
  }
  return parts.join("") + json.slice(end);
}
