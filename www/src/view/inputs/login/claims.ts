// The claims of a login, side by side: what userinfo and the ID token say.

import { getNodeValue, type Node } from "jsonc-parser";
import type { Claims, IdentityView } from "reconcile-kit";
import type { Path } from "../../../draft/edit.js";
import { pointerOf } from "../../../draft/pointer.js";
import type { JsonForm } from "../parts/json-form.js";
import { rankOf } from "./known-claims.js";

/** Where claims are: the names are those of the outcome's pointers. */
export type Side = "userinfo" | "idToken";

/** A claim's value in one of the two. */
export interface Cell {
  readonly side: Side;
  /** As the outcome points to it: `/userinfo/given_name`. */
  readonly pointer: string;
  /** Where it is in the login's text. */
  readonly path: Path;
  /** The JSON text as it was typed. */
  readonly raw: string;
  readonly value: unknown;
  readonly kind: Node["type"];
}

/** How the two sides of a claim differ: in the value, or only in how it is written. */
export type Difference = "value" | "writing";

/** One claim. */
export interface ClaimRow {
  readonly name: string;
  readonly userinfo: Cell | undefined;
  readonly idToken: Cell | undefined;
  readonly difference: Difference | undefined;
}

/**
 * All claims of a login.
 *
 * @param decoded The claims of an ID token that is given as its text.
 */
export function claimRows(login: JsonForm, decoded: Claims | undefined): ClaimRow[] {
  const userinfo = cellsOf(login, "userinfo");
  const idToken = decoded ? decodedCells(decoded) : cellsOf(login, "idToken");
  const names = [...new Set([...userinfo.keys(), ...idToken.keys()])];
  return names
    .map((name) => row(name, userinfo.get(name), idToken.get(name)))
    .sort((a, b) => rankOf(a.name) - rankOf(b.name));
}

function row(name: string, userinfo: Cell | undefined, idToken: Cell | undefined): ClaimRow {
  const difference = userinfo && idToken ? differenceOf(userinfo, idToken) : undefined;
  return { name, userinfo, idToken, difference };
}

function cellsOf(login: JsonForm, side: Side): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  const claims = login.node([side]);
  if (claims?.type !== "object") return cells;
  for (const { children } of claims.children ?? []) {
    const [key, node] = children ?? [];
    if (!key || !node) continue;
    const name = String(key.value);
    const raw = login.text.slice(node.offset, node.offset + node.length);
    const value = getNodeValue(node);
    cells.set(name, { side, ...place(side, name), raw, value, kind: node.type });
  }
  return cells;
}

function decodedCells(claims: Claims): Map<string, Cell> {
  const side = "idToken";
  return new Map(
    Object.entries(claims).map(([name, value]) => {
      const raw = JSON.stringify(value, null, 1).replace(/\n\s*/g, " ");
      return [name, { side, ...place(side, name), raw, value, kind: kindOf(value) }];
    }),
  );
}

function place(side: Side, name: string): { pointer: string; path: Path } {
  return { pointer: pointerOf([side, name]), path: [side, name] };
}

function kindOf(value: unknown): Node["type"] {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "number" || type === "boolean" || type === "string" ? type : "object";
}

function differenceOf(userinfo: Cell, idToken: Cell): Difference | undefined {
  if (JSON.stringify(userinfo.value) === JSON.stringify(idToken.value)) return undefined;
  return plain(userinfo.value) === plain(idToken.value) ? "writing" : "value";
}

/** The value without the way in which it is written: `"true"` is `true`, and a text may hold JSON. */
function plain(value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value);
  try {
    return JSON.stringify(JSON.parse(value));
  } catch {
    return JSON.stringify(value);
  }
}

/** What FusionAuth read from which claim, in a word each. */
export function decidedBy(identity: IdentityView | undefined): ReadonlyMap<string, string[]> {
  const decided = new Map<string, string[]>();
  if (!identity) return decided;
  const { uniqueId, email, emailVerified, username } = identity;
  const all = [
    ["unique id", uniqueId.source],
    ["e-mail", email.source],
    ["verified?", emailVerified.source],
    ["username", username.source],
  ] as const;
  for (const [word, source] of all) {
    if (source) decided.set(source, [...(decided.get(source) ?? []), word]);
  }
  return decided;
}

/** Whether one of two places is inside the other. */
export function overlaps(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}
