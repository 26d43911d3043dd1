// Places in a text, as editors count them.

/** A place in a text: line and column from 1, the column in characters. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The place of the character at `offset`. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: [...(before.at(-1) ?? "")].length + 1 };
}
