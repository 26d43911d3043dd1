// Lines and columns of a text, which both count from 1, and offsets into it.

import type { Position } from "../origins/position.js";

/** Where the lines of a text begin, found when it is asked for. */
export class Lines {
  readonly #text: string;
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset of a place; columns count characters, of which some are two units of the text. */
  offsetOf({ line, column }: Position): number {
    let offset = this.#all[line - 1] ?? this.#text.length;
    for (let index = 1; index < column && offset < this.#text.length; index++) {
      offset += (this.#text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    }
    return offset;
  }

  /** Line and column of an offset. */
  positionOf(offset: number): Position {
    const starts = this.#all;
    let line = starts.length;
    while (line > 1 && (starts[line - 1] ?? 0) > offset) line--;
    const before = this.#text.slice(starts[line - 1], offset);
    return { line, column: [...before].length + 1 };
  }

  get #all(): readonly number[] {
    this.#starts ??= [0, ...Array.from(this.#text.matchAll(/\n/g), ({ index }) => index + 1)];
    return this.#starts;
  }
}
