// What the JSON of each piece of the draft is, in the words of the schema.

import words from "virtual:policy-words";
import { Guide, type Schema } from "./json/schema.js";

/** The scenario's schema. */
export const guide = new Guide(words.schema);

/** The schema of a piece's text; nothing is known of a piece that the scenario does not have. */
export function schemaOf(piece: string): Schema | undefined {
  if (piece.startsWith("login ")) return guide.definition("LoginDocument");
  if (piece === "policy") return guide.definition("PolicyDocument");
  if (piece === "attributeMappings") {
    return guide.definition("IdentityProvider").properties?.attributeMappings;
  }
  if (piece === "scenario") return guide.root;
  const property = guide.property(piece);
  return Object.keys(property).length > 0 ? property : undefined;
}

/** The index of the login that a piece is; `undefined` for another piece. */
export function loginIndex(piece: string): number | undefined {
  const [, index] = /^login (\d+)$/.exec(piece) ?? [];
  return index === undefined ? undefined : Number(index);
}
