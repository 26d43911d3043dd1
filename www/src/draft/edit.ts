// A change to one value inside a JSON text; everything else in it stays as it was typed.

import { applyEdits, findNodeAtLocation, getNodeValue, modify, parseTree } from "jsonc-parser";

/** The way to a value: keys and indices. */
export type Path = readonly (string | number)[];

const OPTIONS = { formattingOptions: { tabSize: 2, insertSpaces: true, eol: "\n" } };

/** The value at `path`; `undefined` where there is none, or the text is not JSON. */
export function valueAt(json: string, path: Path): unknown {
  const root = parseTree(json);
  const node = root && findNodeAtLocation(root, [...path]);
  return node && getNodeValue(node);
}

/** `json` with `value` at `path`; `undefined` removes what is there. */
export function withValue(json: string, path: Path, value: unknown): string {
  const text = json.trim() === "" ? "{}" : json;
  return applyEdits(text, modify(text, [...path], value, OPTIONS));
}
