// The text of a lambda: lines, columns and excerpts.

/** A piece of the text, by offsets. Every node of the syntax tree is one. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place as an editor shows it, both from 1. */
export interface Position {
  readonly line: number;
  /** In characters. */
  readonly column: number;
}

/** Long enough to recognise the place by, too short to give away a secret. */
const EXCERPT = 60;

/** The text of a lambda. */
export class Source {
  /** Where each line begins. */
  readonly #starts: readonly number[];

  constructor(readonly text: string) {
    const ends = text.matchAll(/\r\n?|\n/g);
    this.#starts = [0, ...Array.from(ends, ({ index, 0: end }) => index + end.length)];
  }

  /** The line of an offset, from 1. */
  lineOf(offset: number): number {
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  /** Line and column of an offset. */
  positionOf(offset: number): Position {
    const line = this.lineOf(offset);
    const before = this.text.slice(this.startOf(line), offset);
    return { line, column: [...before].length + 1 };
  }

  /** Where a line begins. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.text.length;
  }

  /** What stands at `span`, in one short line. */
  excerpt({ start, end }: Span): string {
    return shorten(this.text.slice(start, end));
  }
}

/** `text` in one line, cut where it is long. */
export function shorten(text: string): string {
  const line = [
    ...text
      .slice(0, EXCERPT * 8)
      .trim()
      .replace(/\s+/g, " "),
  ].map((character) => (character < " " || character === "\u007f" ? " " : character));
  const isCut = line.length > EXCERPT || text.length > EXCERPT * 8;
  return isCut ? `${line.slice(0, EXCERPT).join("")}…` : line.join("");
}
