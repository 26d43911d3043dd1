// Pointing at fields and claims: who is on one of them sees where it comes from, and what becomes of it.

import { type Pointed, pointed } from "../../../app/store.js";
import { overlap } from "./pointers.js";

let held: string | undefined;

/** Points at something and stays there when the pointer leaves, until something else is pointed at. */
export function hold(kind: Pointed["kind"], path: string): void {
  held = path;
  pointed.value = { kind, path };
}

/** Handlers of something that points when the pointer or the keyboard is on it. */
export function pointing(kind: Pointed["kind"], path: string) {
  const point = (event: Event) => {
    event.stopPropagation();
    const at = pointed.peek();
    if (at?.kind === kind && at.path === path) return;
    held = undefined;
    pointed.value = { kind, path };
  };
  const leave = () => {
    if (held === path) return;
    if (pointed.peek()?.kind === kind && pointed.peek()?.path === path) pointed.value = undefined;
  };
  return { onMouseOver: point, onMouseLeave: leave, onFocusIn: point, onFocusOut: leave };
}

/** Whether a field lights up: it is pointed at itself, or a claim that it came from. */
export function isFieldLit(path: string, from: readonly string[]): boolean {
  const at = pointed.value;
  if (!at) return false;
  if (at.kind === "field") return at.path === path;
  return from.some((claim) => overlap(claim, at.path));
}

/** Whether a claim lights up that a field came from. */
export function isClaimLit(claim: string, field: string): boolean {
  const at = pointed.value;
  if (!at) return false;
  return at.kind === "claim" ? overlap(claim, at.path) : at.path === field;
}
