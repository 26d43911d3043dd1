// Where findings belong: the piece that they are in, with that piece's own lines, and its tab.

import type { Diagnostic } from "reconcile-kit";
import type { InputTab } from "../../app/layout.js";
import type { Composed, Piece, Stretch } from "../../draft/compose.js";

/** The findings in a piece, with line numbers of the piece's own text. */
export function findingsOf(
  piece: Piece,
  { stretches }: Composed,
  findings: readonly Diagnostic[],
): Diagnostic[] {
  return findings.flatMap((finding) => {
    const stretch = stretchOf(finding, stretches);
    if (stretch?.piece !== piece) return [];
    const { line } = finding;
    const isInside = line != null && line >= stretch.first && line <= stretch.last;
    if (finding.file != null) return [finding];
    return [isInside ? { ...finding, line: line - stretch.first + 1 } : { ...finding, line: null }];
  });
}

/** The tab in which a finding is put right. */
export function tabOf(finding: Diagnostic, { stretches }: Composed): InputTab {
  const piece = stretchOf(finding, stretches)?.piece;
  if (piece !== undefined) return tabOfPiece(piece);
  const [, key = ""] = finding.path.split("/");
  return TAB_OF_KEY[key] ?? (key === "" ? "scenario" : "settings");
}

/** The tab that a piece is edited in. */
function tabOfPiece(piece: Piece): InputTab {
  if (piece.startsWith("login ")) return "login";
  return TAB_OF_KEY[piece] ?? "settings";
}

/** How many findings each tab has. */
export function countByTab(
  composed: Composed,
  findings: readonly Diagnostic[],
): ReadonlyMap<InputTab, number> {
  const counts = new Map<InputTab, number>();
  for (const finding of findings) {
    const tab = tabOf(finding, composed);
    counts.set(tab, (counts.get(tab) ?? 0) + 1);
  }
  return counts;
}

const TAB_OF_KEY: Readonly<Record<string, InputTab>> = {
  login: "login",
  logins: "login",
  identityProvider: "provider",
  application: "application",
  tenant: "application",
  users: "users",
  links: "users",
  lambda: "mapping",
  policy: "mapping",
};

/** By the pointer, which is exact; a text that is not JSON has lines only. */
function stretchOf(finding: Diagnostic, stretches: readonly Stretch[]): Stretch | undefined {
  const { path, line } = finding;
  const named = stretches.find(({ pointer }) => path === pointer || path.startsWith(`${pointer}/`));
  if (named || line == null || finding.file != null) return named;
  return stretches.find(({ first, last }) => line >= first && line <= last);
}
