// What the page asks the core: a worker answers, or a sandbox where a lambda runs.

import { completeSoon } from "./completion.js";
import { Host } from "./host.js";
import type { Answer, Asked, Question } from "./protocol.js";
import { LazySandbox } from "./sandboxes.js";
import { stage } from "./stage.js";

export { KitRefusal } from "./refusal.js";

const host = new Host(
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
  (reached) => {
    stage.value = reached;
  },
);
const single = new LazySandbox();
const every = new LazySandbox();

/**
 * Asks the core.
 *
 * @throws {KitRefusal} when the core refuses.
 */
export function ask<Q extends Question>(question: Q, about: Asked<Q>): Promise<Answer<Q>> {
  return host.ask(question, about, mayHavePolicy(about));
}

/** The small module has no policies, so a scenario with one would load it in vain. */
function mayHavePolicy(about: object): boolean {
  return Object.values(about).some((text) => typeof text === "string" && /"policy"\s*:/.test(text));
}

/**
 * What a login does, as JSON text. A scenario with a lambda runs in the sandbox.
 *
 * @throws {KitRefusal} when the scenario is not valid.
 */
export async function simulate(scenario: string, hasLambda: boolean): Promise<string> {
  try {
    if (!hasLambda) return await ask("simulate", { scenario });
    return await single.run((sandbox) => sandbox.simulateText(scenario));
  } finally {
    completeSoon(() => ask("whole", {}));
  }
}

/**
 * The same under every linking strategy, as JSON text.
 *
 * @throws {KitRefusal} when the scenario is not valid.
 */
export function compare(scenario: string, hasLambda: boolean): Promise<string> {
  if (!hasLambda) return ask("compare", { scenario });
  return every.run((sandbox) => sandbox.compareText(scenario));
}
