// The members of a JSON text as texts, so that numbers and doubled keys stay as they are.

import type { Node } from "jsonc-parser";
import { pretty } from "../../draft/pretty.js";
import { treeOf } from "../redact/walk.js";

/** A JSON value that can be taken apart. */
export class Json {
  readonly #text: string;
  readonly #node: Node;

  private constructor(text: string, node: Node) {
    this.#text = text;
    this.#node = node;
  }

  /** The value of a text; `undefined` where it is not JSON. */
  static of(text: string): Json | undefined {
    const node = treeOf(text);
    return node && new Json(text, node);
  }

  get type(): Node["type"] {
    return this.#node.type;
  }

  /** As it is written, with line breaks. */
  get text(): string {
    const { offset, length } = this.#node;
    return pretty(this.#text.slice(offset, offset + length));
  }

  /** The text that it is; empty where it is something else. */
  get string(): string {
    return this.#node.type === "string" ? this.#node.value : "";
  }

  get keys(): ReadonlySet<string> {
    return new Set(this.#properties.map(({ children }) => children?.[0]?.value));
  }

  /** The entries of a list; nothing for anything else. */
  get items(): readonly Json[] {
    if (this.type !== "array") return [];
    return (this.#node.children ?? []).map((node) => new Json(this.#text, node));
  }

  /** The member; the last one of several, as everywhere. */
  get(...keys: readonly string[]): Json | undefined {
    let found: Json | undefined = this;
    for (const key of keys) found = found?.member(key);
    return found;
  }

  private member(key: string): Json | undefined {
    const property = this.#properties.findLast(({ children }) => children?.[0]?.value === key);
    const node = property?.children?.[1];
    return node && new Json(this.#text, node);
  }

  /** Whether one of the keys is there. */
  has(...keys: readonly string[]): boolean {
    const { keys: own } = this;
    return keys.some((key) => own.has(key));
  }

  get #properties(): readonly Node[] {
    return this.type === "object" ? (this.#node.children ?? []) : [];
  }
}
