// Every change to the draft goes through here, so that all of them can be undone.

import { batch, computed, signal } from "@preact/signals";
import type { Draft, Section } from "../draft/draft.js";
import { chosenLogin, draft } from "./store.js";

/** Changes of one kind that follow each other within this time are undone together, in milliseconds. */
const TOGETHER = 1000;
/** How many changes can be undone. */
const REMEMBERED = 200;

const past = signal<readonly Draft[]>([]);
const future = signal<readonly Draft[]>([]);
let last = { what: "", at: 0 };

export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);

/**
 * Puts another draft in place of the one there is.
 *
 * @param what Names the kind of change; the same kind twice at once is one step back.
 */
export function change(next: Draft, what: string): void {
  if (next === draft.value) return;
  const now = Date.now();
  const continues = what === last.what && now - last.at < TOGETHER && past.value.length > 0;
  last = { what, at: now };
  batch(() => {
    if (!continues) past.value = [...past.value, draft.value].slice(-REMEMBERED);
    future.value = [];
    draft.value = next;
  });
}

/** Opens a whole scenario. */
export function open(next: Draft): void {
  batch(() => {
    chosenLogin.value = 0;
    change(next, `open ${Date.now()}`);
  });
}

/** Changes some of the draft. */
export function edit(part: Partial<Draft>, what: string): void {
  change({ ...draft.value, ...part }, what);
}

/** Changes the text of a section. */
export function editSection(section: Section, text: string): void {
  const sections = { ...draft.value.sections, [section]: text };
  edit({ sections }, `section ${section}`);
}

/** Changes the text of a login. */
export function editLogin(index: number, text: string): void {
  const [first, ...rest] = draft.value.logins;
  const all: [string, ...string[]] = [first, ...rest];
  all[index] = text;
  edit({ logins: all }, `login ${index}`);
}

/** Changes the lambda. */
export function editLambda(part: Partial<Draft["lambda"]>): void {
  edit({ lambda: { ...draft.value.lambda, ...part } }, `lambda ${Object.keys(part)}`);
}

/** Changes the policy. */
export function editPolicy(part: Partial<Draft["policy"]>): void {
  edit({ policy: { ...draft.value.policy, ...part } }, `policy ${Object.keys(part)}`);
}

/** Takes the last change back. */
export function undo(): void {
  const before = past.value.at(-1);
  if (!before) return;
  batch(() => {
    past.value = past.value.slice(0, -1);
    future.value = [...future.value, draft.value];
    draft.value = before;
  });
  last = { what: "", at: 0 };
}

/** Makes it again. */
export function redo(): void {
  const after = future.value.at(-1);
  if (!after) return;
  batch(() => {
    future.value = future.value.slice(0, -1);
    past.value = [...past.value, draft.value];
    draft.value = after;
  });
  last = { what: "", at: 0 };
}
