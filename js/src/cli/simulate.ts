// Simulates scenarios for the commands. The engine that runs lambdas is loaded by the first scenario with one.

import { ReconcileKitError } from "../errors.js";
import { compareText, simulateText, verifyText } from "../index.js";
import type { Choice } from "../sandbox/choice.js";
import type { Sandbox } from "../sandbox/index.js";
import type { Outcome, Preview, SimulateOptions } from "../types.js";
import { usageOf } from "./engine-choice.js";
import { EXIT } from "./exit.js";

/** How the commands simulate. */
export type Options = Pick<SimulateOptions, "strategy">;

/** Simulates scenarios, given as JSON text, with or without a lambda. */
export class Simulator {
  readonly #engine: Choice;
  #sandbox: Promise<Sandbox> | undefined;

  /** @param engine What runs lambdas. */
  constructor(engine: Choice) {
    this.#engine = engine;
  }

  /** The outcome, as JSON text. */
  simulate(scenario: string, options: Options = {}): Promise<string> {
    return this.#first(
      () => simulateText(scenario, options),
      (sandbox) => sandbox.simulateText(scenario, options),
    );
  }

  /** The outcomes by strategy, as JSON text. */
  compare(scenario: string): Promise<string> {
    return this.#first(
      () => compareText(scenario),
      (sandbox) => sandbox.compareText(scenario),
    );
  }

  /** The outcome and its differences from what the scenario expects, as JSON text. */
  verify(scenario: string): Promise<string> {
    return this.#first(
      () => verifyText(scenario),
      (sandbox) => sandbox.verifyText(scenario),
    );
  }

  /** What the global variable `name` holds after each run of `body` in place of the scenario's lambda. */
  async inspect(scenario: string, body: string, name: string): Promise<unknown[]> {
    return this.#run((sandbox) => sandbox.inspect(scenario, body, name));
  }

  /** Ends the engine, if one runs. */
  async close(): Promise<void> {
    const sandbox = this.#sandbox;
    this.#sandbox = undefined;
    await (await sandbox)?.close();
  }

  /** The core alone answers faster; it says so when there is a lambda. */
  async #first(core: () => string, engine: (sandbox: Sandbox) => Promise<string>): Promise<string> {
    try {
      return core();
    } catch (error) {
      if (!(error instanceof ReconcileKitError) || error.code !== "lambda-not-run") throw error;
    }
    return this.#run(engine);
  }

  /** An engine that cannot be used is said of the call: it is the same for each of its files. */
  async #run<T>(work: (sandbox: Sandbox) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#loaded());
    } catch (error) {
      throw usageOf(error);
    }
  }

  #loaded(): Promise<Sandbox> {
    this.#sandbox ??= import("../entries/sandbox.node.js").then(
      ({ Sandbox }) => new Sandbox({ engine: this.#engine }),
    );
    return this.#sandbox;
  }
}

/** Gives `work` a simulator and ends it afterwards, whatever happens. */
export async function withSimulator<T>(
  engine: Choice,
  work: (simulator: Simulator) => Promise<T>,
): Promise<T> {
  const simulator = new Simulator(engine);
  try {
    return await work(simulator);
  } finally {
    await simulator.close();
  }
}

/** The outcomes of one login or of several. */
export function outcomesOf(preview: Preview): readonly Outcome[] {
  return "logins" in preview ? preview.logins : [preview];
}

/** The exit code that outcomes call for: one whose lambda does not load tells of a faulty file. */
export function exitCodeOfOutcomes(outcomes: readonly Outcome[]): number {
  const broken = outcomes.some(({ diagnostics }) =>
    diagnostics.some(({ code }) => code === "lambda-does-not-load"),
  );
  return broken ? EXIT.lambda : EXIT.done;
}
