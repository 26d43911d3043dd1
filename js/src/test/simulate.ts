// The core answers by itself where there is no lambda; where there is one, the sandbox is used.

import { ReconcileKitError } from "../errors.js";
import { simulateText, verifyText } from "../index.js";
import * as sandbox from "../sandbox/index.js";
import type { Preview, Verification } from "../types.js";

/** What runs lambdas, as `engine` of a sandbox. */
export type Engine = sandbox.SandboxOptions["engine"];

/** The outcome of a scenario, given as JSON text. */
export async function simulate(scenario: string, engine: Engine): Promise<Preview> {
  const core = withoutLambda(() => simulateText(scenario));
  return core === undefined ? sandboxWith(engine).simulate(scenario) : JSON.parse(core);
}

/** The outcome of a scenario, compared with what it expects. */
export async function verify(scenario: string, engine: Engine): Promise<Verification> {
  const core = withoutLambda(() => verifyText(scenario));
  return core === undefined ? sandboxWith(engine).verify(scenario) : JSON.parse(core);
}

/** Sandboxes by their engine. They do not keep a program alive. */
const sandboxes = new Map<string, sandbox.Sandbox>();

function sandboxWith(engine: Engine): Pick<sandbox.Sandbox, "simulate" | "verify"> {
  if (engine === undefined) return sandbox;
  const key = JSON.stringify(engine);
  const made = sandboxes.get(key) ?? new sandbox.Sandbox({ engine });
  sandboxes.set(key, made);
  return made;
}

function withoutLambda(work: () => string): string | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReconcileKitError && error.code === "lambda-not-run") return undefined;
    throw error;
  }
}
