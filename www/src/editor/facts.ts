// What the core knows of the lambda in this scenario. The newest answer counts; the last good one stays meanwhile.

import { effect, signal } from "@preact/signals";
import type { LambdaFacts } from "reconcile-kit";
import { composed } from "../app/store.js";
import { ask } from "../kit/client.js";
import { newestOf } from "./newest.js";

/** What a lambda may rely on. */
export const lambdaFacts = signal<LambdaFacts | undefined>(undefined);

/** Pause after a change before the core is asked, in milliseconds. */
const PAUSE = 150;

/** Any OpenID Connect login, for a scenario that cannot be read yet. */
const PLAIN = JSON.stringify({ identityProvider: {}, login: {} });

let users = 0;
let stopAll: () => void = () => {};

/** Keeps the facts in step with the scenario, until what is returned is called. */
export function followFacts(): () => void {
  users++;
  if (users === 1) stopAll = begin();
  return () => {
    users--;
    if (users === 0) stopAll();
  };
}

function begin(): () => void {
  const later = newestOf(PAUSE, async (scenario: string, isNewest) => {
    const facts = await factsOf(scenario);
    if (facts && isNewest()) lambdaFacts.value = facts;
  });
  const stop = effect(() => later.start(composed.value.text));
  return () => {
    stop();
    later.stop();
  };
}

async function factsOf(scenario: string): Promise<LambdaFacts | undefined> {
  const answer = await ask("lambdaFacts", { scenario }).catch(() => undefined);
  if (answer || lambdaFacts.peek()) return answer;
  return ask("lambdaFacts", { scenario: PLAIN }).catch(() => undefined);
}
