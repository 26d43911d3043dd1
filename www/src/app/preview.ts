// Keeps the outcome in step with the draft: asks the core at every change, and only for the newest one.

import { batch, effect } from "@preact/signals";
import { ask, KitRefusal, simulate } from "../kit/client.js";
import { composed, draft, findings, isRunning, refusal, result } from "./store.js";

let isBusy = false;
let isOutdated = false;

/** Starts to follow the draft. */
export function follow(): () => void {
  return effect(() => {
    void composed.value;
    isOutdated = true;
    if (!isBusy) void run();
  });
}

async function run(): Promise<void> {
  isBusy = true;
  isRunning.value = true;
  while (isOutdated) {
    isOutdated = false;
    await once();
  }
  isBusy = false;
  isRunning.value = false;
}

async function once(): Promise<void> {
  const [of, scenario, started] = [draft.peek(), composed.peek(), performance.now()];
  const found = ask("check", { document: scenario.text }).catch(() => []);
  try {
    const text = await simulate(scenario.text, of.lambda.used);
    const took = performance.now() - started;
    batch(() => {
      result.value = { draft: of, scenario, text, preview: JSON.parse(text), took };
      refusal.value = undefined;
    });
  } catch (error) {
    if (!(error instanceof KitRefusal)) throw error;
    refusal.value = error.refusal;
  }
  findings.value = await found;
}
