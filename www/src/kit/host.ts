// The page's side of the worker: posts questions, waits, and starts another worker when one is
// lost.

import type { Answer, Asked, Message, Order, Question, Refusal, Request } from "./protocol.js";
import { KitRefusal, reasonOf, refusal } from "./refusal.js";
import type { Stage } from "./stage.js";

/** How long the core may think about one question, in milliseconds; it takes a few. */
const PATIENCE = 15_000;

/** As much of a `Worker` as is needed. */
export type Thread = Pick<
  Worker,
  "postMessage" | "terminate" | "onmessage" | "onerror" | "onmessageerror"
>;

interface Waiting {
  readonly request: Request;
  resolve(answer: unknown): void;
  reject(error: KitRefusal): void;
}

/** A worker and everything that was asked of it. No promise of it ever stays open. */
export class Host {
  readonly #open: () => Thread;
  readonly #listener: (stage: Stage) => void;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Thread | undefined;
  #stage: Stage = "starting";
  #failure: Refusal | undefined;
  #hasBegun = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /**
   * @param open Starts a worker.
   * @param listener Hears what can be answered.
   */
  constructor(open: () => Thread, listener: (stage: Stage) => void) {
    this.#open = open;
    this.#listener = listener;
    this.#start();
  }

  /**
   * Asks the core.
   *
   * @param goesForWhole Whether the small module would be of no use; only the first question
   * decides.
   * @throws {KitRefusal} when the core refuses, or cannot be asked.
   */
  ask<Q extends Question>(question: Q, asked: Asked<Q>, goesForWhole = false): Promise<Answer<Q>> {
    if (this.#failure) return Promise.reject(new KitRefusal(this.#failure));
    const id = this.#asked++;
    const request: Request<Q> = { kind: "ask", id, question, asked };
    return new Promise<Answer<Q>>((resolve, reject) => {
      const waiting = {
        request,
        resolve: (answer: unknown) => resolve(answer as Answer<Q>),
        reject,
      };
      this.#waiting.set(id, waiting as Waiting);
      this.#begin(goesForWhole);
      this.#post(request as Request);
    });
  }

  #start(): void {
    this.#hasBegun = false;
    try {
      const thread = this.#open();
      thread.onmessage = ({ data }: MessageEvent<Message>) => this.#heard(data);
      thread.onmessageerror = () => this.#lost("it said something that cannot be read");
      thread.onerror = (event) => {
        event.preventDefault();
        this.#lost(event.message || "it could not be loaded");
      };
      this.#thread = thread;
    } catch (error) {
      this.#fail(reasonOf(error));
    }
  }

  #begin(goesForWhole: boolean): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.#post({ kind: "begin", goesForWhole });
  }

  #post(order: Order): void {
    this.#thread?.postMessage(order);
  }

  #heard(message: Message): void {
    if (message.kind === "ready") this.#reach(message.with);
    else if (message.kind === "failed") this.#fail(message.reason);
    else if (message.kind === "begun") this.#watch(message.id);
    else this.#settle(message);
  }

  #settle(message: Extract<Message, { id: number }>): void {
    clearTimeout(this.#timer);
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === "answer") waiting?.resolve(message.answer);
    if (message.kind !== "refusal") return;
    waiting?.reject(new KitRefusal(message.refusal));
    // The core stopped in the middle of something, and what it left behind is not to be trusted.
    if (message.refusal.code === "internal") this.#restart();
  }

  #reach(stage: Stage): void {
    this.#stage = stage;
    this.#listener(stage);
  }

  /** Gives the question up when its answer does not come. */
  #watch(id: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const seconds = PATIENCE / 1000;
      const message = `the simulator did not answer within ${seconds} s, and was started again`;
      const slow = refusal("kit-too-slow", message, "make the scenario or the policy smaller");
      this.#waiting.get(id)?.reject(new KitRefusal(slow));
      this.#waiting.delete(id);
      this.#restart();
    }, PATIENCE);
  }

  /** Puts another worker in the place of this one; it hears what still waits. */
  #restart(): void {
    clearTimeout(this.#timer);
    this.#thread?.terminate();
    const wasWhole = this.#stage === "whole";
    this.#reach("starting");
    this.#start();
    this.#begin(wasWhole);
    for (const { request } of this.#waiting.values()) this.#post(request);
  }

  /** A worker that never worked will not work the next time. */
  #lost(reason: string): void {
    if (this.#stage !== "first" && this.#stage !== "whole") this.#fail(reason);
    else {
      this.#refuseAll(refusal("internal", `the simulator stopped: ${reason}`, "try it again"));
      this.#restart();
    }
  }

  #fail(reason: string): void {
    const message = `the simulator cannot be started: ${reason}`;
    const help = "reload the page; it needs workers and WebAssembly, and its own files beside it";
    this.#failure = refusal("kit-not-loaded", message, help);
    this.#thread?.terminate();
    this.#thread = undefined;
    this.#reach("failed");
    this.#refuseAll(this.#failure);
  }

  #refuseAll(why: Refusal): void {
    clearTimeout(this.#timer);
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of all) reject(new KitRefusal(why));
  }
}
