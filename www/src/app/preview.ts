// Keeps the outcome in step with the draft: asks the core at every change, and only for the newest one.

import { batch, effect } from "@preact/signals";
import { ask, KitRefusal, simulate } from "../kit/client.js";
import type { Refusal } from "../kit/protocol.js";
import { brokenFindings, refusalByText } from "./broken.js";
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
    await Promise.all([preview(), check()]);
  }
  isBusy = false;
  isRunning.value = false;
}

/** What was loaded by an earlier outcome; the first one waits for it, which says nothing about the simulation. */
const loaded = { core: false, sandbox: false };

/** An outcome is kept even when the draft has gone on: it says which draft it is of, and typing may never pause. */
async function preview(): Promise<void> {
  const [of, scenario, started] = [draft.peek(), composed.peek(), performance.now()];
  const part = of.lambda.used ? "sandbox" : "core";
  try {
    const text = await simulate(scenario.text, of.lambda.used);
    const took = loaded[part] ? performance.now() - started : undefined;
    loaded[part] = true;
    const next = { draft: of, scenario, text, preview: JSON.parse(text), took };
    batch(() => {
      result.value = next;
      refusal.value = undefined;
    });
  } catch (error) {
    const broken = await brokenFindings(of, scenario);
    // Why an older draft was refused says nothing of this one.
    if (isOutdated) return;
    refusal.value = broken[0] ? refusalByText(broken[0], broken) : refusalOf(error);
  }
}

/** Findings name lines, so those of an older draft are of no use. */
async function check(): Promise<void> {
  const [of, scenario] = [draft.peek(), composed.peek()];
  const found = await ask("check", { document: scenario.text }).catch(() => []);
  const isText = found.some(({ code }) => code === "not-json");
  const broken = isText ? await brokenFindings(of, scenario) : [];
  if (!isOutdated) findings.value = broken.length > 0 ? broken : found;
}

/** Anything that goes wrong is shown, although it should not happen. */
function refusalOf(error: unknown): Refusal {
  const known = error instanceof KitRefusal ? error.refusal : undefined;
  if (typeof known?.code === "string") return known;
  const cause = known ?? error;
  return {
    code: "internal",
    path: "",
    message: cause instanceof Error ? cause.message : String(cause),
    help: "take the last change back, or reload the page",
    url: "",
    diagnostics: [],
  };
}
