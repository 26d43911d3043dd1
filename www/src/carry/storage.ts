// What is edited outlives a reload: it is kept in the browser. A link that is opened comes first.

import { effect, signal } from "@preact/signals";
import { open } from "../app/actions.js";
import { drop, dropAll, keep, kept } from "../app/kept.js";
import { type InputTab, inputTab, type OutputTab, outputTab } from "../app/layout.js";
import { draft } from "../app/store.js";
import type { Draft } from "../draft/draft.js";
import { say, warn } from "../view/carry/notice.js";
import { draftOf } from "./shape.js";
import { draftIn, isFragment } from "./share.js";

/** The form in which drafts are kept. */
const VERSION = "1.";
/** How long typing has to pause before it is kept, in milliseconds. */
const PAUSE = 400;

const INPUT_TABS: ReadonlySet<string> = new Set<InputTab>([
  "login",
  "provider",
  "application",
  "users",
  "mapping",
  "settings",
  "scenario",
]);
const OUTPUT_TABS: ReadonlySet<string> = new Set<OutputTab>([
  "path",
  "changes",
  "log",
  "assumptions",
  "compare",
  "history",
  "json",
]);

/** What was edited before a link took its place. */
export const before = signal<Draft | undefined>(undefined);

/** Typing that is not kept yet. */
let timer: ReturnType<typeof setTimeout> | undefined;
/** The browser's refusal is told once. */
let isRefusalTold = false;

/** What the page begins with: the link's scenario, else what was edited last; `undefined` on a first visit. */
export async function restore(): Promise<Draft | undefined> {
  restoreLayout();
  const stored = keptDraft("draft");
  before.value = keptDraft("before");
  const linked = await fromAddress();
  if (!linked) return stored;
  keepBefore(stored);
  return linked;
}

/** Keeps draft and layout as they change, and opens links that are pasted into the address of an open page. */
export function remember(): () => void {
  const stops = [rememberDraft(), rememberLayout(), followAddress()];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Drops everything that the page keeps in this browser. What is on the page stays until it is closed. */
export function forget(): void {
  clearTimeout(timer);
  timer = undefined;
  dropAll();
  before.value = undefined;
  say("Everything that this page kept in the browser is deleted.");
}

/** Opens what was edited before a link took its place. */
export function openBefore(): void {
  const other = before.value;
  if (!other) return;
  before.value = undefined;
  drop("before");
  open(other);
}

function keptDraft(name: string): Draft | undefined {
  const text = kept(name);
  if (!text?.startsWith(VERSION)) return undefined;
  try {
    return draftOf(JSON.parse(text.slice(VERSION.length)));
  } catch {
    return undefined;
  }
}

function keepBefore(stored: Draft | undefined): void {
  if (!stored) return;
  before.value = stored;
  keep("before", VERSION + JSON.stringify(stored));
}

/** The draft in the address, which is cleaned, so that a reload keeps what is edited from now on. */
async function fromAddress(): Promise<Draft | undefined> {
  const { hash, pathname, search } = location;
  if (!isFragment(hash)) return undefined;
  const shared = await draftIn(hash);
  if ("fault" in shared) {
    warn(shared.fault.message);
    return undefined;
  }
  history.replaceState(history.state, "", pathname + search);
  return shared.draft;
}

function followAddress(): () => void {
  const opened = () => {
    void fromAddress().then((linked) => {
      if (!linked) return;
      keepBefore(draft.peek());
      open(linked);
    });
  };
  addEventListener("hashchange", opened);
  return () => removeEventListener("hashchange", opened);
}

function rememberDraft(): () => void {
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    keepOrTell("draft", VERSION + JSON.stringify(draft.peek()));
  };
  const flush = () => timer !== undefined && write();
  const stop = effect(() => {
    void draft.value;
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE);
  });
  addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", flush);
  return () => {
    stop();
    clearTimeout(timer);
    removeEventListener("pagehide", flush);
    document.removeEventListener("visibilitychange", flush);
  };
}

function keepOrTell(name: string, text: string): void {
  if (keep(name, text) || isRefusalTold) return;
  isRefusalTold = true;
  warn("This browser does not keep the scenario: export it before you close the page.");
}

function restoreLayout(): void {
  const [input = "", output = ""] = (kept("layout") ?? "").split(" ");
  if (INPUT_TABS.has(input)) inputTab.value = input as InputTab;
  if (OUTPUT_TABS.has(output)) outputTab.value = output as OutputTab;
}

function rememberLayout(): () => void {
  let isFirst = true;
  return effect(() => {
    const layout = `${inputTab.value} ${outputTab.value}`;
    if (!isFirst) keep("layout", layout);
    isFirst = false;
  });
}
