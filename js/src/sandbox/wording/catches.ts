// Has QuickJS translate what a lambda catches: `catch (e) {` becomes `catch (e) {NAME(e);`. What an object literal
// spreads, `{ ...x }`, becomes `{ ...NAME(x) }`, because QuickJS copies nothing of a text. Only QuickJS reads that.

import type { AnyNode } from "acorn";
import type { Tree } from "../../lambda-check/tree.js";
import type { Position } from "../origins/position.js";
import { Lines } from "../position/lines.js";
import { CAUGHT } from "./name.js";

/** A piece of the text that another takes the place of. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text that was rewritten, and the way back. */
export class Rewritten {
  readonly text: string;
  readonly #original: string;
  readonly #lines: Lines;
  readonly #originalLines: Lines;
  readonly #edits: readonly Edit[];

  constructor(text: string, edits: readonly Edit[], originalLines: Lines) {
    this.#original = text;
    this.#edits = [...edits].sort((one, other) => one.start - other.start);
    let rewritten = "";
    let at = 0;
    for (const edit of this.#edits) {
      rewritten += text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    this.text = rewritten + text.slice(at);
    this.#lines = new Lines(this.text);
    this.#originalLines = originalLines;
  }

  /** Where a place of the rewritten text is in the author's. */
  originalOf(position: Position): Position {
    if (this.#edits.length === 0) return position;
    const offset = this.#back(this.#lines.offsetOf(position));
    return this.#originalLines.positionOf(offset);
  }

  /** A piece of the rewritten text as the author wrote it, such as the text of a function. */
  originalText(piece: string): string {
    const start = piece.includes(CAUGHT) ? this.text.indexOf(piece) : -1;
    if (start < 0) return piece;
    return this.#original.slice(this.#back(start), this.#back(start + piece.length));
  }

  #back(offset: number): number {
    let moved = 0;
    for (const { start, end, text } of this.#edits) {
      if (start + moved >= offset) break;
      if (offset < start + moved + text.length) return start;
      moved += text.length - (end - start);
    }
    return offset - moved;
  }
}

/** `text` for QuickJS. One that uses the name itself is left as it is. */
export function withTranslations(text: string, tree: Tree | undefined, lines: Lines): Rewritten {
  if (!tree || text.includes(CAUGHT)) return new Rewritten(text, [], lines);
  const catches = tree.ofType("CatchClause").flatMap((clause) => editsOf(text, clause));
  const spreads = tree.ofType("SpreadElement").flatMap((spread) => editsOfSpread(spread, tree));
  return new Rewritten(text, [...catches, ...spreads], lines);
}

/** A list that is spread is iterated over, and an object literal is no text. */
function editsOfSpread(spread: AnyNode & { type: "SpreadElement" }, tree: Tree): Edit[] {
  const { argument } = spread;
  if (tree.parentOf(spread)?.type !== "ObjectExpression" || argument.type === "ObjectExpression") {
    return [];
  }
  const [open, close] = argument.type === "SequenceExpression" ? ["((", "))"] : ["(", ")"];
  return [
    { start: argument.start, end: argument.start, text: `${CAUGHT}${open}` },
    { start: argument.end, end: argument.end, text: close },
  ];
}

function editsOf(text: string, { param, body }: AnyNode & { type: "CatchClause" }): Edit[] {
  if (!param) return [];
  const start = body.start + 1;
  if (param.type === "Identifier") {
    return [{ start, end: start, text: `${CAUGHT}(${param.name});` }];
  }
  // What a pattern takes apart is translated before.
  const pattern = text.slice(param.start, param.end);
  const caught = `${CAUGHT}e`;
  return [
    { start: param.start, end: param.end, text: caught },
    { start, end: start, text: `let ${pattern}=${CAUGHT}(${caught});` },
  ];
}
