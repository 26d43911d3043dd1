// The findings of a scenario that lie in one of its pieces, with the piece's own lines.

import type { Diagnostic } from "reconcile-kit";
import type { Composed } from "../../draft/compose.js";

/** The findings whose line is in `piece`, moved there. */
export function findingsOfPiece(
  findings: readonly Diagnostic[],
  { stretches }: Composed,
  piece: string,
): Diagnostic[] {
  const stretch = stretches.find((one) => one.piece === piece);
  if (!stretch) return [];
  const { first, last } = stretch;
  return findings.flatMap((finding) => {
    const { line, file, path } = finding;
    // The lines of a lambda are its own.
    const isOfLambda = file != null || path.startsWith("/lambda/");
    const isHere = line != null && !isOfLambda && line >= first && line <= last;
    return isHere ? [{ ...finding, line: line - first + 1 }] : [];
  });
}
