// What the page remembers between visits about itself, in this browser only. Drafts are not its business.

import { effect, type Signal, signal } from "@preact/signals";
import { keep, kept } from "./kept.js";

/**
 * A signal whose value outlives the page. Where there is no storage, or something else was stored, it begins with
 * `fallback`.
 *
 * @param isValid Whether what was stored can be used: anybody may have written it.
 */
export function remembered<T>(
  name: string,
  fallback: T,
  isValid: (stored: unknown) => stored is T,
): Signal<T> {
  const stored = read(name);
  const value = signal<T>(isValid(stored) ? stored : fallback);
  let isFirst = true;
  effect(() => {
    const text = JSON.stringify(value.value);
    if (!isFirst) keep(name, text);
    isFirst = false;
  });
  return value;
}

function read(name: string): unknown {
  try {
    return JSON.parse(kept(name) ?? "null");
  } catch {
    return null;
  }
}

/** Whether something is a boolean. */
export function isBoolean(stored: unknown): stored is boolean {
  return typeof stored === "boolean";
}
