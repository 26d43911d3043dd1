// Two values that are not the same, shortened so that the difference can be seen.

import { inline } from "./text.js";

/** Longest value that is shown, in characters. */
const ROOM = 300;
/** What is shown before the first difference of two long values. */
const CONTEXT = 60;

/** What was expected and what was found, each as JSON in one line; `nothing` for what is not there. */
export function difference({ expected, found }: { expected: unknown; found?: unknown }): {
  readonly expected: string;
  readonly found: string;
} {
  const [left, right] = [
    [...inline(expected)],
    [...(found === undefined ? NOTHING : inline(found))],
  ];
  const first = left.findIndex((character, index) => character !== right[index]);
  const isFar = Math.max(left.length, right.length) > ROOM && first > ROOM / 2;
  const start = isFar ? first - CONTEXT : 0;
  return { expected: cut(left, start), found: cut(right, start) };
}

const NOTHING = "nothing";

function cut(characters: readonly string[], start: number): string {
  const shown = characters.slice(start, start + ROOM).join("");
  return `${start > 0 ? "…" : ""}${shown}${characters.length > start + ROOM ? "…" : ""}`;
}
