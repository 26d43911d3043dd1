// The pieces of a draft that hold JSON, each by itself.

import type { Piece } from "./compose.js";
import { type Draft, SECTIONS } from "./draft.js";

/** A piece, and its text. */
export interface PieceText {
  readonly piece: Piece;
  readonly text: string;
}

/** The pieces that are JSON and take part in the scenario. */
export function jsonPieces(draft: Draft): readonly PieceText[] {
  const sections = SECTIONS.map((piece) => ({ piece, text: draft.sections[piece] }));
  const logins = draft.logins.map((text, index) => ({ piece: `login ${index}` as const, text }));
  const policy = draft.policy.used ? [{ piece: "policy" as const, text: draft.policy.text }] : [];
  return [
    ...sections.filter(({ text }) => text.trim() !== ""),
    ...policy.filter(({ text }) => text.trim() !== ""),
    ...logins,
  ];
}

/** What a piece is called in a sentence. */
export function nameOf(piece: Piece): string {
  if (piece.startsWith("login ")) {
    const index = Number(piece.slice("login ".length));
    return index === 0 ? "login" : `login ${index + 1}`;
  }
  return NAMES[piece] ?? piece;
}

const NAMES: Readonly<Record<string, string>> = {
  identityProvider: "identity provider",
  loginValidation: "login validation",
  expect: "expectation",
  fetch: "answers to fetch",
};
