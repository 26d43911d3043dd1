// The core answers by itself where there is no lambda; where there is one, the sandbox is used.

import { ReconcileKitError } from "../errors.js";
import { simulateText, verifyText } from "../index.js";
import * as sandbox from "../sandbox/index.js";
import type { Preview, Verification } from "../types.js";

/** The outcome of a scenario, given as JSON text. */
export async function simulate(scenario: string): Promise<Preview> {
  const core = withoutLambda(() => simulateText(scenario));
  return core === undefined ? sandbox.simulate(scenario) : JSON.parse(core);
}

/** The outcome of a scenario, compared with what it expects. */
export async function verify(scenario: string): Promise<Verification> {
  const core = withoutLambda(() => verifyText(scenario));
  return core === undefined ? sandbox.verify(scenario) : JSON.parse(core);
}

function withoutLambda(work: () => string): string | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReconcileKitError && error.code === "lambda-not-run") return undefined;
    throw error;
  }
}
