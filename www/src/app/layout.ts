// What is open on the page. Views and commands both change it. The width of the panes and whether somebody is new are
// remembered here; tabs are kept with the draft.

import { batch, computed, effect, signal } from "@preact/signals";
import { isBoolean, remembered } from "./remembered.js";

/** The tabs on the side of what goes in. */
export type InputTab =
  | "login"
  | "provider"
  | "application"
  | "users"
  | "mapping"
  | "settings"
  | "scenario";
/** The tabs on the side of what comes out. */
export type OutputTab = "path" | "changes" | "log" | "assumptions" | "compare" | "history" | "json";
/** What lies over the page. */
export type Overlay = "examples" | "share" | "export" | "import" | "palette" | "help";
/** What a narrow window shows of the two panes. */
export type Side = "input" | "outcome";

/** How much of the width what goes in may have, in percent. */
export const SPLIT = { least: 25, most: 75, standard: 48 } as const;

export const inputTab = signal<InputTab>("login");
export const outputTab = signal<OutputTab>("path");
export const overlay = signal<Overlay | undefined>(undefined);
/** The pane that a narrow window shows. */
export const side = signal<Side>("input");

interface Remembered {
  /** The width of what goes in, in percent. */
  readonly split: number;
}

const panes = remembered<Remembered>("panes", { split: SPLIT.standard }, isRemembered);

/** The width of what goes in, in percent. */
export const split = computed(() => panes.value.split);

/** Gives what goes in another width, within its limits. */
export function setSplit(percent: number): void {
  const within = Math.min(Math.max(Math.round(percent * 10) / 10, SPLIT.least), SPLIT.most);
  panes.value = { ...panes.value, split: within };
}

function isRemembered(stored: unknown): stored is Remembered {
  if (typeof stored !== "object" || stored === null || !("split" in stored)) return false;
  const { split: percent } = stored;
  return typeof percent === "number" && percent >= SPLIT.least && percent <= SPLIT.most;
}

/** Whether the three lines for somebody who is new are on the page. */
export const isGuideShown = remembered("guide", true, isBoolean);

/** Opens a tab of what goes in, and on a narrow window that side. */
export function showInput(tab: InputTab): void {
  batch(() => {
    inputTab.value = tab;
    side.value = "input";
  });
}

/** Opens a tab of what comes out, and on a narrow window that side. */
export function showOutput(tab: OutputTab): void {
  batch(() => {
    outputTab.value = tab;
    side.value = "outcome";
  });
}

/** A tab that anybody opens is in sight on a narrow window too. */
export function followTabs(): () => void {
  const stops = [
    onChange(() => inputTab.value, "input"),
    onChange(() => outputTab.value, "outcome"),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function onChange(tab: () => string, shown: Side): () => void {
  let isFirst = true;
  return effect(() => {
    tab();
    if (!isFirst) side.value = shown;
    isFirst = false;
  });
}
