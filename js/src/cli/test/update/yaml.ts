// Edits `expect` in a YAML text. Everything outside it stays as it is, and so do comments inside it.

import {
  Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  type Node,
  Pair,
  parseDocument,
  type ToStringOptions,
  visit,
  YAMLMap,
} from "yaml";
import type { Span } from "../../json-text.js";
import { plainValue } from "../../json-tree.js";
import { stepsOf } from "../../pointer.js";
import type { Edit } from "./json.js";

const OPTIONS = { version: "1.2", schema: "core", intAsBigInt: true, prettyErrors: false } as const;

/** `source` with each value in its place; each is inside `expect`, or is it. */
export function editYaml(source: string, edits: readonly Edit[]): string {
  const document = parseDocument(source, OPTIONS);
  for (const { pointer, value } of edits) {
    put(document, withoutAliases(document, stepsOf(pointer)), plainValue(value));
  }
  const span = spanOf(source, document);
  const layout = layoutOf(source, span && source.slice(span.start, span.end));
  const text = span
    ? source.slice(0, span.start) + alone(document, layout) + source.slice(span.end)
    : document.toString(layout);
  return text.replaceAll(/\r?\n/g, source.includes("\r\n") ? "\r\n" : "\n");
}

/** Puts `value` at `path`, beside the comments that are there. */
function put(document: Document, path: readonly (string | number)[], value: unknown): void {
  const old = document.getIn(path, true);
  if (isScalar(old) && (typeof value !== "object" || value === null)) {
    old.value = value;
    return;
  }
  const node = document.createNode(value);
  if (isNode(old)) {
    const { comment, commentBefore, spaceBefore } = old;
    Object.assign(node, { comment, commentBefore, spaceBefore });
  }
  document.setIn(path, node);
}

/** The layout of `source`, or as far as it can be told, that of the `part` that is written anew. */
function layoutOf(source: string, part = source): ToStringOptions {
  const found = (pattern: RegExp) => pattern.exec(part) ?? pattern.exec(source);
  return {
    lineWidth: 0,
    indent: found(/\n( +)[^\s#-]/)?.[1]?.length ?? 2,
    indentSeq: !/\n( *)[^\s#-].*:[ \t]*\r?\n\1- /.test(part),
    flowCollectionPadding: found(/[{[]\s*[^\s{}[\]]/)?.[0].length !== 2,
    verifyAliasOrder: false,
  };
}

/** The path with its indices as numbers. An alias on it becomes a copy of what it stands for. */
function withoutAliases(document: Document, steps: readonly string[]): (string | number)[] {
  let node: unknown = document.contents;
  const path: (string | number)[] = [];
  for (const step of steps) {
    const key = isMap(node) ? step : Number(step);
    path.push(key);
    node = isCollection(node) ? node.get(key, true) : undefined;
    if (isAlias(node)) {
      const copy = node.resolve(document)?.clone() as Node | undefined;
      if (!copy) return path;
      // A second anchor of this name would catch the aliases that follow.
      visit(copy, { Node: (_, inner) => void delete (inner as { anchor?: string }).anchor });
      document.setIn(path, copy);
      node = copy;
    }
  }
  return path;
}

/** Where the member `expect` stands, if it begins a line and so can be written anew by itself. */
function spanOf(source: string, document: Document): Span | undefined {
  const { contents } = document;
  if (!isMap(contents) || contents.flow) return undefined;
  // The document was changed already, and what is new in it has no place.
  const before = expectationOf(parseDocument(source, OPTIONS));
  const start = isNode(before?.key) ? before.key.range?.[0] : undefined;
  const end = isNode(before?.value) ? before.value.range?.[2] : undefined;
  if (start === undefined || end === undefined) return undefined;
  return start === 0 || source[start - 1] === "\n" ? { start, end } : undefined;
}

function expectationOf({ contents }: Document): Pair | undefined {
  const isExpectation = ({ key }: Pair) => isScalar(key) && key.value === "expect";
  return isMap(contents) ? contents.items.find(isExpectation) : undefined;
}

/** The member `expect` as a text. */
function alone(document: Document, layout: ToStringOptions): string {
  const pair = expectationOf(document);
  const map = new YAMLMap();
  if (pair) map.items = [new Pair(withoutComment(pair.key), pair.value)];
  const other = new Document(undefined, OPTIONS);
  other.contents = map as never;
  return other.toString(layout);
}

/** A key without the comment before it, which stands outside what is written anew. */
function withoutComment(key: unknown): unknown {
  if (!isScalar(key)) return key;
  const copy = key.clone();
  copy.commentBefore = null;
  copy.spaceBefore = false;
  return copy;
}
