// JSON text as people read it. Only blanks change: numbers beyond 2^53 and doubled keys stay as they are.

import { applyEdits, format } from "jsonc-parser";

/** Reads better at two blanks a level, with every member on its own line. */
const OPTIONS = { tabSize: 2, insertSpaces: true, eol: "\n" };

/** `json` with line breaks and indentation. */
export function pretty(json: string): string {
  return applyEdits(json, format(json, undefined, OPTIONS));
}
