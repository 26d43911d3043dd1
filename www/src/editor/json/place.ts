// Where one is in a JSON text, which may be half typed: read from the editor's own syntax tree.

import { syntaxTree } from "@codemirror/language";
import type { EditorState, Text } from "@codemirror/state";

type Tree = ReturnType<typeof syntaxTree>;
export type SyntaxNode = ReturnType<Tree["resolveInner"]>;

/** The way to a value: keys and indices. */
export type Path = readonly (string | number)[];

/** A stretch of the text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a position is. */
export interface Place {
  /** What it stands for there. */
  readonly role: "key" | "value";
  /** The way to the object that the key is in, or to the value. */
  readonly path: Path;
  /** The key or the value that is there; empty where nothing is typed yet. */
  readonly span: Span;
  /** The object or the list around it. */
  readonly around: SyntaxNode | undefined;
}

/** The text of a key or of a string value. */
export function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.replace(/^"|"$/g, "");
  }
}

/** Where `at` is; `undefined` between things, where nothing can be written. */
export function placeAt(state: EditorState, at: number): Place | undefined {
  const tree = syntaxTree(state);
  const inner = tree.resolveInner(at, -1);
  const { doc } = state;
  if (inner.name === "PropertyName") {
    const object = inner.parent?.parent ?? undefined;
    return { role: "key", path: pathOf(object, doc), span: inner, around: object };
  }
  if (/^(?:String|Number|True|False|Null)$/.test(inner.name) && at > inner.from) {
    return { role: "value", path: pathOf(inner, doc), span: inner, around: containerOf(inner) };
  }
  return emptyPlace(state, inner, at);
}

function emptyPlace(state: EditorState, inner: SyntaxNode, at: number): Place | undefined {
  const { doc } = state;
  const word = wordAt(doc, at);
  const before = lastSign(doc, word.from);
  const around = inner.name === "JsonText" ? undefined : containerOf(inner, true);
  if (before === ":") {
    const property = propertyBefore(around, word.from);
    const key = property?.getChild("PropertyName");
    if (!key) return undefined;
    const path = [...pathOf(around, doc), unquoted(doc.sliceString(key.from, key.to))];
    return { role: "value", path, span: word, around };
  }
  if (before !== "{" && before !== "," && before !== "[") return undefined;
  if (around?.name === "Object") {
    return { role: "key", path: pathOf(around, doc), span: word, around };
  }
  if (around?.name !== "Array") return undefined;
  const index = valuesIn(around).filter(({ to }) => to <= word.from).length;
  return { role: "value", path: [...pathOf(around, doc), index], span: word, around };
}

function propertyBefore(object: SyntaxNode | undefined, at: number): SyntaxNode | undefined {
  return object?.getChildren("Property").findLast(({ from }) => from < at);
}

/** The letters around a position that are not in quotation marks. */
function wordAt(doc: Text, at: number): Span {
  const line = doc.lineAt(at);
  const [left = ""] = /[\w.:-]*$/.exec(line.text.slice(0, at - line.from).slice(-200)) ?? [];
  // `"key":word`: the colon is JSON's.
  const start = left.startsWith(":") ? left.replace(/^:+/, "") : left;
  const [right = ""] = /^[\w.-]*/.exec(line.text.slice(at - line.from)) ?? [];
  return { from: at - start.length, to: at + right.length };
}

/** The last sign before `at` that is no blank. */
function lastSign(doc: Text, at: number): string {
  const text = doc.sliceString(Math.max(0, at - 1000), at).trimEnd();
  return text.at(-1) ?? "";
}

/** The object or list that `node` is in; `node` itself too, where `isIncluded`. */
function containerOf(node: SyntaxNode, isIncluded = false): SyntaxNode | undefined {
  let inner: SyntaxNode | null = isIncluded ? node : node.parent;
  while (inner && inner.name !== "Object" && inner.name !== "Array") inner = inner.parent;
  return inner ?? undefined;
}

/** The values of a list. */
function valuesIn(list: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let node = list.firstChild; node; node = node.nextSibling) {
    if (!/^(?:\[|\]|,|⚠)$/.test(node.name)) found.push(node);
  }
  return found;
}

/** The way from the top to a value. */
export function pathOf(node: SyntaxNode | undefined, doc: Text): Path {
  const path: (string | number)[] = [];
  for (let inner = node; inner; inner = inner.parent ?? undefined) {
    const outer: SyntaxNode | null = inner.parent;
    if (outer?.name === "Property") {
      const key = outer.getChild("PropertyName");
      if (key) path.unshift(unquoted(doc.sliceString(key.from, key.to)));
    } else if (outer?.name === "Array") {
      const { from } = inner;
      path.unshift(valuesIn(outer).findIndex((value) => value.from === from));
    }
  }
  return path;
}

/** A value in the text, and the key before it. */
export interface Found {
  readonly value: Span;
  readonly key: Span | undefined;
}

/** The value at `path`. */
export function find(state: EditorState, path: Path): Found | undefined {
  let value: SyntaxNode | null = syntaxTree(state).topNode.firstChild;
  let key: Span | undefined;
  for (const step of path) {
    if (value?.name === "Array") {
      key = undefined;
      value = valuesIn(value)[Number(step)] ?? null;
      continue;
    }
    const property: SyntaxNode | undefined =
      value?.name === "Object" ? memberOf(value, String(step), state.doc) : undefined;
    key = property?.getChild("PropertyName") ?? undefined;
    value = property && key ? memberValue(property) : null;
  }
  return value ? { value, key } : undefined;
}

function memberOf(object: SyntaxNode, name: string, doc: Text): SyntaxNode | undefined {
  return object.getChildren("Property").findLast((property) => {
    const key = property.getChild("PropertyName");
    return key && unquoted(doc.sliceString(key.from, key.to)) === name;
  });
}

function memberValue(property: SyntaxNode): SyntaxNode | null {
  const last = property.lastChild;
  return last && last.name !== "PropertyName" && last.name !== "⚠" ? last : null;
}

/** The names of an object's members. */
export function keysIn(object: SyntaxNode | undefined, doc: Text): string[] {
  if (object?.name !== "Object") return [];
  return object.getChildren("Property").flatMap((property) => {
    const key = property.getChild("PropertyName");
    return key ? [unquoted(doc.sliceString(key.from, key.to))] : [];
  });
}
