// A change to one value inside a JSON text; everything else in it stays as it was typed.

import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  modify,
  type Node,
  type ParseError,
  parseTree,
} from "jsonc-parser";

/** The way to a value: keys and indices. */
export type Path = readonly (string | number)[];

const OPTIONS = { formattingOptions: { tabSize: 2, insertSpaces: true, eol: "\n" } };

/** The tree of a JSON text; `undefined` where it is not JSON. */
export function treeOf(json: string): Node | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { disallowComments: true });
  return errors.length === 0 ? root : undefined;
}

/** The value at `path`; `undefined` where there is none. A text that is half typed is read as far as it goes. */
export function valueAt(json: string, path: Path): unknown {
  const root = parseTree(json);
  const node = root && findNodeAtLocation(root, [...path]);
  return node && getNodeValue(node);
}

/** Whether a value can be put at `path` and leave everything else: the way there is open. */
export function canPut(json: string, path: Path): boolean {
  const root = treeOf(orObject(json));
  return root !== undefined && obstacle(root, path) === undefined;
}

/**
 * `json` with `value` at `path`; `undefined` removes what is there. Where that cannot be, because the text is not JSON,
 * or something that holds no such value stands in the way, it stays as it is: nothing typed is ever lost.
 */
export function withValue(json: string, path: Path, value: unknown): string {
  if (!canPut(json, path)) return json;
  const text = orObject(json);
  if (value === undefined && !isThere(text, path)) return json;
  return applyEdits(text, modify(text, [...path], value, OPTIONS));
}

/** How far down `path` something stands that cannot hold the rest of it. */
export function obstacle(root: Node, path: Path): number | undefined {
  for (const [depth, key] of path.entries()) {
    const node = findNodeAtLocation(root, path.slice(0, depth));
    if (!node) return undefined;
    if (node.type !== (typeof key === "number" ? "array" : "object")) return depth;
  }
  return undefined;
}

/** An empty text is one to which an object may be written. */
function orObject(json: string): string {
  return json.trim() === "" ? "{}" : json;
}

function isThere(json: string, path: Path): boolean {
  const root = treeOf(json);
  return path.length > 0 && root !== undefined && findNodeAtLocation(root, [...path]) !== undefined;
}
