// The caller's side of the worker: posts requests, waits, and ends a worker that does not come back.

import { failure, ReconcileKitError } from "../errors.js";
import type { Choice } from "./choice.js";
import type { Limits } from "./limits.js";
import type { Message, Request } from "./messages.js";
import { type Listener, startThread, type Thread } from "./thread.js";

/** How long a worker may take to start, and a lambda to be stopped by its own limits, in milliseconds. */
const PATIENCE_TO_START = 30_000;
const PATIENCE_TO_STOP = 2000;
const PATIENCE_TO_START_GRAALJS = 90_000;

/** A request that waits for its answer. */
interface Waiting {
  readonly request: Request;
  answer(text: string): void;
  refuse(error: ReconcileKitError): void;
}

/** A worker and everything that was asked of it. */
export class Host {
  readonly #limits: Required<Limits>;
  readonly #engine: Choice;
  /** What a new worker has to be told before anything else. */
  readonly #prepared = new Map<number, Request>();
  #waiting: Waiting[] = [];
  #thread: Thread | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(limits: Required<Limits>, engine: Choice) {
    this.#limits = limits;
    this.#engine = engine;
  }

  /** Asks, in turn. */
  ask(request: Request): Promise<string> {
    if (this.#isClosed) return Promise.reject(closed());
    return new Promise((answer, refuse) => {
      this.#waiting.push({ request, answer, refuse });
      if (!this.#thread) this.#start();
      else {
        this.#thread.post(request);
        if (this.#waiting.length === 1) this.#watch(this.#patience);
      }
    });
  }

  /** Ends the worker. What still waits is refused. */
  close(): void {
    this.#isClosed = true;
    this.#end();
    this.#prepared.clear();
    for (const { refuse } of this.#waiting.splice(0)) refuse(closed());
  }

  get #patience(): number {
    const { deadline } = this.#limits;
    // A request may have to start a process first, which is waited for where it is started.
    const more = this.#engine.name === "graaljs" ? PATIENCE_TO_START_GRAALJS : 0;
    return deadline + PATIENCE_TO_STOP + more;
  }

  #start(): void {
    const listener: Listener = {
      heard: (message) => this.#heard(message),
      failed: (reason) => this.#failed(reason),
    };
    this.#thread = startThread(listener);
    this.#thread.post({ kind: "begin", engine: this.#engine, limits: this.#limits });
    const again = [...this.#prepared.values()].map((request) => ({
      request,
      answer: () => {},
      refuse: () => {},
    }));
    this.#waiting.unshift(...again);
    for (const { request } of this.#waiting) this.#thread.post(request);
    this.#watch(PATIENCE_TO_START);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#thread?.end();
    this.#thread = undefined;
  }

  /** Waits for the oldest request, or for nothing, and then nothing keeps a program alive. */
  #watch(patience: number): void {
    clearTimeout(this.#timer);
    const isWaiting = this.#waiting.length > 0;
    this.#thread?.hold(isWaiting);
    this.#timer = isWaiting ? setTimeout(() => this.#giveUp(), patience) : undefined;
  }

  #heard(message: Message): void {
    if (message.kind !== "alive") {
      const oldest = this.#waiting.shift();
      if (message.kind === "failure") oldest?.refuse(new ReconcileKitError(message.failure));
      else if (oldest) this.#answered(oldest, message.text);
    }
    this.#watch(this.#patience);
  }

  #answered({ request, answer }: Waiting, text: string): void {
    if (request.kind === "prepare") this.#prepared.set(request.handle, request);
    if (request.kind === "free") this.#prepared.delete(request.handle);
    answer(text);
  }

  /** The oldest request is at fault. The others go to a new worker. */
  #giveUp(): void {
    this.#end();
    this.#waiting.shift()?.refuse(unresponsive(this.#patience));
    if (this.#waiting.length > 0) this.#start();
  }

  #failed(reason: string): void {
    this.#end();
    for (const { refuse } of this.#waiting.splice(0)) refuse(broken(reason));
  }
}

function unresponsive(milliseconds: number): ReconcileKitError {
  const seconds = Math.ceil(milliseconds / 1000);
  const message = `the lambda did not end within ${seconds} s and could not be stopped, so its sandbox was ended`;
  const help =
    "look for a built-in function that is given something huge, such as `Array(1e9).sort()`";
  return new ReconcileKitError(failure("lambda-unresponsive", "/lambda", message, help));
}

function closed(): ReconcileKitError {
  const help = "make a new `Sandbox`, or close this one later";
  return new ReconcileKitError(failure("sandbox-closed", "", "this sandbox was closed", help));
}

function broken(reason: string): ReconcileKitError {
  const message = `the sandbox's worker cannot be used: ${reason}`;
  const help =
    "serve the package's whole `dist` directory, and allow workers and WebAssembly where a policy forbids them";
  return new ReconcileKitError(failure("sandbox-failed", "", message, help));
}
