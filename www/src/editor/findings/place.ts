// Findings say line and column, in characters; editors count in UTF-16.

import type { Text } from "@codemirror/state";
import type { Diagnostic } from "reconcile-kit";

/** The offset of a finding in a text; the start of the text where it has no place. */
export function offsetOf({ line, column }: Pick<Diagnostic, "line" | "column">, doc: Text): number {
  if (line == null || line < 1) return 0;
  if (line > doc.lines) return doc.length;
  const { from, text } = doc.line(line);
  return from + unitsOf(text, (column ?? 1) - 1);
}

/** How many UTF-16 units the first `characters` of a text take. */
function unitsOf(text: string, characters: number): number {
  let units = 0;
  for (let count = 0; count < characters && units < text.length; count++) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  }
  return units;
}
