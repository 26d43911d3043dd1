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
/** What no change is: the next one begins a new step. */
const NOTHING = { what: "", at: Number.NEGATIVE_INFINITY };
let last = NOTHING;

export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);

/**
 * Puts another draft in place of the one there is. One that says the same is no change: an editor may repeat what it
 * was given, and that must not end what can be redone.
 *
 * @param what Names the kind of change; the same kind twice at once is one step back.
 */
export function change(next: Draft, what: string): void {
  if (isSame(next, draft.value)) return;
  const now = Date.now();
  const continues = what === last.what && now - last.at < TOGETHER && past.value.length > 0;
  last = { what, at: now };
  batch(() => {
    if (!continues) past.value = [...past.value, draft.value].slice(-REMEMBERED);
    future.value = [];
    show(next);
  });
}

/** Everything that is about one login follows when there are fewer of them. */
function show(next: Draft): void {
  draft.value = next;
  chosenLogin.value = Math.min(chosenLogin.value, next.logins.length - 1);
}

/** Opens a whole scenario, which is always a step of its own. */
export function open(next: Draft): void {
  last = NOTHING;
  batch(() => {
    chosenLogin.value = 0;
    change(next, "open");
  });
  last = NOTHING;
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

/** Changes the text of a login that there is. */
export function editLogin(index: number, text: string): void {
  const [first, ...rest] = draft.value.logins;
  const all: [string, ...string[]] = [first, ...rest];
  if (!(index in all)) return;
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
    show(before);
  });
  last = NOTHING;
}

/** Makes it again. */
export function redo(): void {
  const after = future.value.at(-1);
  if (!after) return;
  batch(() => {
    future.value = future.value.slice(0, -1);
    past.value = [...past.value, draft.value];
    show(after);
  });
  last = NOTHING;
}

/** Whether two drafts, or parts of them, say the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  const [mine, others] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    mine.length === others.size &&
    mine.every(([key, value]) => others.has(key) && isSame(value, others.get(key)))
  );
}
