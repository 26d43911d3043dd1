// In which tab a piece of the draft is edited, and so where a finding is put right.

import type { Diagnostic } from "reconcile-kit";
import type { Composed, Piece } from "../draft/compose.js";
import { pieceOf } from "../draft/place.js";
import type { InputTab } from "./layout.js";

const TABS: Readonly<Partial<Record<Piece, InputTab>>> = {
  identityProvider: "provider",
  application: "application",
  tenant: "application",
  users: "users",
  links: "users",
  lambda: "mapping",
  policy: "mapping",
};

/** The tab that a piece is edited in. */
export function tabOfPiece(piece: Piece): InputTab {
  return piece.startsWith("login ") ? "login" : (TABS[piece] ?? "settings");
}

/** The tab in which a finding is put right; what is said of the whole scenario belongs to the whole. */
export function tabOf(finding: Diagnostic, composed: Composed): InputTab {
  const piece = pieceOf(finding, composed);
  return piece === "settings" && finding.path === "" ? "scenario" : tabOfPiece(piece);
}
