// Which panels show their JSON instead of a form. Findings and commands switch it too.

import { signal } from "@preact/signals";
import type { Piece } from "../../../draft/compose.js";

/** How a piece is edited. */
export type Mode = "form" | "json";

const shown = signal<Readonly<Record<string, Mode>>>({});

/** Logins share one mode, so that going from one to the next does not change the view. */
function keyOf(piece: Piece): string {
  return piece.startsWith("login ") ? "login" : piece;
}

/** How a piece is edited now. */
export function modeOf(piece: Piece): Mode {
  return shown.value[keyOf(piece)] ?? "form";
}

/** Shows the form or the JSON of a piece. */
export function showAs(piece: Piece, mode: Mode): void {
  shown.value = { ...shown.value, [keyOf(piece)]: mode };
}
