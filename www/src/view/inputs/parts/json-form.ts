// A JSON text under a form: read once, changed value by value, everything else as it was typed.

import { findNodeAtLocation, getNodeValue, type Node } from "jsonc-parser";
import { obstacle, type Path, treeOf, withValue } from "../../../draft/edit.js";
import { pretty } from "../../../draft/pretty.js";

/** What a form needs its text to be. */
export type Shape = "object" | "array";

/** Stands for a value while JSON text is put in its place; no form writes it. */
const HOLE = "\u0001hole\u0001";

/** `json` with `value` at `path`; `undefined` removes it. What stands in the way is replaced. */
export function put(json: string, path: Path, value: unknown): string {
  const root = value === undefined ? undefined : treeOf(json);
  const depth = root && obstacle(root, path);
  if (depth === undefined) return withValue(json, path, value);
  return withValue(json, path.slice(0, depth), nested(path, depth, value));
}

/** The value inside as many new objects and lists as the rest of `path` asks for. */
function nested(path: Path, from: number, value: unknown): unknown {
  return path.slice(from).reduceRight((inner: unknown, key) => {
    return typeof key === "number" ? [inner] : { [key]: inner };
  }, value);
}

/** `json` with the JSON text `raw` at `path`, so that numbers keep every digit. */
export function putRaw(json: string, path: Path, raw: string): string {
  const [before, after] = put(json, path, HOLE).split(JSON.stringify(HOLE));
  const text = `${before}${raw}${after ?? ""}`;
  return /^\s*[[{]/.test(raw) ? pretty(text) : text;
}

/** A JSON text, or a part of it, under a form. */
export class JsonForm {
  readonly text: string;
  readonly base: Path;
  readonly #root: Node | undefined;
  readonly #write: (text: string) => void;

  constructor(text: string, write: (text: string) => void, base: Path = []) {
    this.text = text;
    this.base = base;
    this.#root = treeOf(text);
    this.#write = write;
  }

  /** Whether it can be edited by a form that needs that shape. An empty text can. */
  fits(shape: Shape): boolean {
    return this.text.trim() === "" || this.node([])?.type === shape;
  }

  node(path: Path): Node | undefined {
    return this.#root && findNodeAtLocation(this.#root, [...this.base, ...path]);
  }

  value(path: Path): unknown {
    const node = this.node(path);
    return node && getNodeValue(node);
  }

  /** A text; empty where there is none. A number is shown as its digits. */
  string(path: Path): string {
    const node = this.node(path);
    if (!node || node.type === "object" || node.type === "array" || node.type === "null") return "";
    return node.type === "string" ? node.value : this.raw(path);
  }

  /** The JSON text of a value as it was typed. */
  raw(path: Path): string {
    const node = this.node(path);
    return node ? this.text.slice(node.offset, node.offset + node.length) : "";
  }

  /** The names of an object's members, in order. */
  keys(path: Path): string[] {
    const node = this.node(path);
    if (node?.type !== "object") return [];
    return (node.children ?? []).map(({ children }) => String(children?.[0]?.value));
  }

  /** How many entries a list has. */
  length(path: Path): number {
    const node = this.node(path);
    return node?.type === "array" ? (node.children?.length ?? 0) : 0;
  }

  set(path: Path, value: unknown): void {
    this.#write(put(this.text, [...this.base, ...path], value));
  }

  setRaw(path: Path, raw: string): void {
    this.#write(putRaw(this.text, [...this.base, ...path], raw));
  }

  /** The same form with another value in it; nothing is written yet. */
  with(path: Path, raw: string): JsonForm {
    const text = putRaw(this.text, [...this.base, ...path], raw);
    return new JsonForm(text, this.#write, this.base);
  }

  /** Writes another text in place of this one. */
  replace(text: string): void {
    this.#write(text);
  }

  /** Adds an entry to a list, which is made where there is none. */
  add(path: Path, value: unknown): void {
    const list = [...this.base, ...path];
    if (this.node(path)?.type === "array") this.set([...path, this.length(path)], value);
    else if (list.length === 0) this.#write(pretty(JSON.stringify([value])));
    else this.set(path, [value]);
  }
}
