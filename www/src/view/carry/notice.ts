// What the page says in passing: the shell shows it, and a screen reader says it.

import { signal } from "@preact/signals";

/** A sentence for people. */
export interface Notice {
  readonly kind: "done" | "problem";
  readonly text: string;
  /** Tells two notices with the same words apart. */
  readonly id: number;
}

/** The newest notice; `undefined` where there is none, or it was read. */
export const notice = signal<Notice | undefined>(undefined);

let count = 0;

/** Says that something is done. */
export function say(text: string): void {
  notice.value = { kind: "done", text, id: ++count };
}

/** Says what is in the way. */
export function warn(text: string): void {
  notice.value = { kind: "problem", text, id: ++count };
}
