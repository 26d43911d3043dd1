// Answers requests: the core simulates a login and calls the engine as it calls any function.

import type { PreparedScenario } from "../../../../pkg/reconcile_kit.js";
import { call } from "../../core.js";
import type { Engine, LoadedLambda } from "../engine.js";
import type { Request, Wish } from "../messages.js";
import { Runs } from "./runs.js";

/** A scenario in the core, and its lambda in the engine if it has one. */
interface Prepared {
  readonly scenario: PreparedScenario;
  readonly lambda: LoadedLambda | undefined;
}

/** What the worker does. */
export class Service {
  readonly #engine: Engine;
  readonly #isRunning: () => void;
  readonly #prepared = new Map<number, Prepared>();

  /** @param isRunning Is called before each run of a lambda. */
  constructor(engine: Engine, isRunning: () => void) {
    this.#engine = engine;
    this.#isRunning = isRunning;
  }

  /** The answer, as a text. It throws what the core throws. */
  answer(request: Request): string {
    switch (request.kind) {
      case "simulate":
      case "compare":
      case "verify":
        return this.#whole(request);
      case "inspect":
        return this.#inspect(request);
      case "prepare":
        this.#prepared.set(request.handle, this.#prepare(request.scenario));
        return "";
      case "login":
        return this.#login(request);
      case "free":
        this.#free(request.handle);
        return "";
    }
  }

  #prepare(text: string, body?: string): Prepared {
    const scenario = call((core) => new core.PreparedScenario(text));
    const program = call(() => scenario.lambda());
    if (program === undefined) return { scenario, lambda: undefined };
    this.#isRunning();
    const taken = body === undefined ? program : JSON.stringify({ ...JSON.parse(program), body });
    return { scenario, lambda: this.#engine.load(taken) };
  }

  #whole(request: Extract<Request, { kind: "simulate" | "compare" | "verify" }>): string {
    const prepared = this.#prepare(request.scenario);
    const { scenario } = prepared;
    const options = this.#options(prepared, request.wish);
    try {
      return call(() => {
        if (request.kind === "compare") return scenario.compare(options);
        if (request.kind === "verify") return scenario.verify(options);
        return scenario.simulate(undefined, options);
      });
    } finally {
      release(prepared);
    }
  }

  #login({ handle, login, wish }: Extract<Request, { kind: "login" }>): string {
    const prepared = this.#prepared.get(handle);
    if (!prepared) throw new Error(`no scenario ${handle} is prepared`);
    return call(() => prepared.scenario.simulate(login, this.#options(prepared, wish)));
  }

  #inspect({ scenario, body, name }: Extract<Request, { kind: "inspect" }>): string {
    const prepared = this.#prepare(scenario, body);
    const found: string[] = [];
    const lambda = (text: string) => {
      this.#isRunning();
      const answer = prepared.lambda?.run(text) ?? "";
      if (!JSON.parse(text).exploring) found.push(prepared.lambda?.global(name) ?? "null");
      return answer;
    };
    try {
      call(() => prepared.scenario.simulate(undefined, { lambda }));
    } finally {
      release(prepared);
    }
    return `[${found.join(",")}]`;
  }

  #options({ lambda }: Prepared, wish: Wish): object {
    if (!lambda) return wish;
    const runs = new Runs(lambda, this.#isRunning);
    return { ...wish, lambda: (text: string) => runs.answer(text) };
  }

  #free(handle: number): void {
    const prepared = this.#prepared.get(handle);
    if (prepared) release(prepared);
    this.#prepared.delete(handle);
  }
}

function release({ scenario, lambda }: Prepared): void {
  scenario.free();
  lambda?.free();
}
