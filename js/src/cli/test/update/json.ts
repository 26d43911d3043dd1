// Edits a JSON text where it has to say something else, and nowhere else.

import { type JsonTree, offsetOf, treeOf, valueAt } from "../../json-tree.js";

/** A value that a place in a document is to have. */
export interface Edit {
  /** JSON Pointer to a value that is there. */
  readonly pointer: string;
  readonly value: JsonTree;
}

/** `source` with each value in its place, laid out as the text around it is. */
export function editJson(source: string, edits: readonly Edit[]): string {
  const tree = treeOf(source);
  const layout = layoutOf(source);
  const pieces = edits.flatMap(({ pointer, value }) => {
    const old = valueAt(tree, pointer);
    const around = valueAt(tree, pointer.slice(0, pointer.lastIndexOf("/")));
    if (!old || !around) return [];
    const place = {
      ...layout,
      ...lineOf(source, offsetOf(tree, pointer), old.start),
      isInLine: !source.slice(around.start, around.end).includes("\n"),
      isOneLine: !source.trimEnd().includes("\n"),
    };
    return [{ start: old.start, end: old.end, text: written(value, place) }];
  });
  return pieces
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: value }) => splice(text, start, end, value), source);
}

function splice(text: string, start: number, end: number, piece: string): string {
  return text.slice(0, start) + piece + text.slice(end);
}

/** How a text is laid out. */
interface Layout {
  /** What a level is indented by. */
  readonly unit: string;
  readonly lineEnd: string;
  /** What stands after a colon, and inside the braces of an object in one line. */
  readonly gap: string;
  readonly padding: string;
}

/** Where in it a value begins. */
interface Place extends Layout {
  /** The white space before the line's first character. */
  readonly margin: string;
  /** Characters before the value in its line. */
  readonly before: number;
  /** Whether what is around the value stands in one line, or even the whole text. */
  readonly isInLine: boolean;
  readonly isOneLine: boolean;
}

function layoutOf(source: string): Layout {
  return {
    unit: /\n([ \t]+)\S/.exec(source)?.[1] ?? "  ",
    lineEnd: source.includes("\r\n") ? "\r\n" : "\n",
    gap: /"\s*:\S/.test(source) && !/"\s*:\s/.test(source) ? "" : " ",
    padding: source.includes('{ "') ? " " : "",
  };
}

/** The line in which the member at `offset` begins, whose value begins at `start`. */
function lineOf(source: string, offset: number, start: number): Pick<Place, "margin" | "before"> {
  const line = source.lastIndexOf("\n", offset - 1) + 1;
  return { margin: /^[ \t]*/.exec(source.slice(line, offset))?.[0] ?? "", before: start - line };
}

/** Longest line that a list of simple values, or what stands in one line, may make. */
const WIDTH = 100;

function written(tree: JsonTree, place: Place): string {
  if (tree.kind === "scalar") return tree.text;
  const isSimple = tree.kind === "array" && tree.items.every(({ kind }) => kind === "scalar");
  const inLine = inOneLine(tree, place);
  const fits = place.isOneLine || place.before + inLine.length < WIDTH;
  return (place.isInLine || isSimple) && fits ? inLine : inLines(tree, place);
}

function inOneLine(tree: JsonTree, place: Place): string {
  const comma = `,${place.gap}`;
  if (tree.kind === "scalar") return tree.text;
  if (tree.kind === "array") {
    return `[${tree.items.map((item) => inOneLine(item, place)).join(comma)}]`;
  }
  if (tree.members.length === 0) return "{}";
  const members = tree.members.map(
    ({ key, value }) => `${JSON.stringify(key)}:${place.gap}${inOneLine(value, place)}`,
  );
  return `{${place.padding}${members.join(comma)}${place.padding}}`;
}

function inLines(tree: Exclude<JsonTree, { kind: "scalar" }>, place: Place): string {
  const margin = `${place.margin}${place.unit}`;
  const at = (before: number) => ({ ...place, margin, before, isInLine: false });
  const lines =
    tree.kind === "array"
      ? tree.items.map((item) => written(item, at(margin.length)))
      : tree.members.map(({ key, value }) => {
          const start = `${JSON.stringify(key)}:${place.gap}`;
          return start + written(value, at(margin.length + start.length));
        });
  const [open, close] = tree.kind === "array" ? "[]" : "{}";
  if (lines.length === 0) return `${open}${close}`;
  const separator = `${place.lineEnd}${margin}`;
  return `${open}${separator}${lines.join(`,${separator}`)}${place.lineEnd}${place.margin}${close}`;
}
