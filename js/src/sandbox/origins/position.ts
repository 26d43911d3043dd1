// Where in the author's file something happened, by the engine's call stack.

/** Line and column, from 1; columns count characters. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** How call stacks name the author's file. */
export const AUTHORS_FILE = "reconcile.js";

const FRAME = new RegExp(`[( ]${AUTHORS_FILE.replace(".", "\\.")}:(\\d+):(\\d+)\\)?$`, "m");

const FRAMES = new RegExp(FRAME.source, "gm");

/** All places of the author's file in a call stack, from the inside outwards. */
export function positionsIn(stack: string): Position[] {
  return Array.from(stack.matchAll(FRAMES), ([, line, column]) => ({
    line: Number(line),
    column: Number(column),
  }));
}

/** The innermost place of the author's file in a call stack. */
export function positionIn(stack: string): Position | undefined {
  const [, line, column] = FRAME.exec(stack) ?? [];
  return line === undefined ? undefined : { line: Number(line), column: Number(column) };
}
