// Loads, once the first outcome is shown and nobody waits, everything that the page may ever need.

import { effect } from "@preact/signals";
import { keepForOffline } from "../offline/registration.js";
import { fetchEverything } from "./everything.js";
import { isComplete, isShown, offline, stage } from "./stage.js";

let hasStarted = false;

/**
 * Loads what is missing; only the first call does.
 *
 * @param loadWhole Loads the whole core.
 */
export function completeSoon(loadWhole: () => Promise<unknown>): void {
  if (hasStarted) return;
  hasStarted = true;
  reflect();
  void complete(loadWhole);
}

async function complete(loadWhole: () => Promise<unknown>): Promise<void> {
  await shown();
  isShown.value = true;
  // Who pays for data gets what they use, when they use it.
  if (isSavingData()) return;
  // Without the whole core the page still answers, and says what it cannot.
  await loadWhole().catch(() => {});
  await idle();
  const isKept = await keepForOffline();
  const isThere = isKept || (await fetchEverything());
  isComplete.value = isThere && stage.value === "whole";
}

/** After the outcome is on the page: two frames, which a hidden page does not draw. */
async function shown(): Promise<void> {
  const frames = new Promise<void>((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
  });
  await Promise.race([frames, new Promise((done) => setTimeout(done, 2000))]);
  await idle();
}

/** Whether the browser was told to be sparing with data. */
function isSavingData(): boolean {
  return "connection" in navigator && Object(navigator.connection).saveData === true;
}

function idle(): Promise<void> {
  return new Promise((done) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => done(), { timeout: 2000 });
    else setTimeout(done, 200);
  });
}

/** Shows the state of loading as attributes of the document, for styles and for tests. */
function reflect(): void {
  effect(() => {
    const { dataset } = document.documentElement;
    dataset.stage = stage.value;
    dataset.offline = offline.value;
    dataset.complete = String(isComplete.value);
  });
}
