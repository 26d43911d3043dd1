// The page's side of the worker, and of the sandbox in which lambdas run.

import type { Sandbox } from "reconcile-kit/sandbox";
import type { Answer, Asked, Message, Question, Refusal, Request } from "./protocol.js";

/** A question that the core refuses: an invalid document, or a module that is not there. */
export class KitRefusal extends Error {
  override readonly name = "KitRefusal";
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: KitRefusal): void;
}

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
const waiting = new Map<number, Waiting>();
let asked = 0;

worker.onmessage = ({ data }: MessageEvent<Message>) => {
  if (data.kind === "answer" || data.kind === "refusal") {
    const question = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === "answer") question?.resolve(data.answer);
    else question?.reject(new KitRefusal(data.refusal));
  } else if (data.kind === "failed") {
    fail(data.reason);
  }
};
worker.onerror = (event) => {
  event.preventDefault();
  fail(event.message || "it could not be loaded");
};

/** The core cannot be used: everything that waits is told so. */
function fail(reason: string): void {
  const refusal: Refusal = {
    code: "kit-not-loaded",
    path: "",
    message: `the simulator cannot be started: ${reason}`,
    help: "reload the page; it needs workers and WebAssembly, and its own files beside it",
    url: "",
    diagnostics: [],
  };
  for (const { reject } of waiting.values()) reject(new KitRefusal(refusal));
  waiting.clear();
}

/**
 * Asks the core.
 *
 * @throws {KitRefusal} when the core refuses.
 */
export function ask<Q extends Question>(question: Q, about: Asked<Q>): Promise<Answer<Q>> {
  const id = asked++;
  return new Promise<Answer<Q>>((resolve, reject) => {
    waiting.set(id, { resolve: (answer) => resolve(answer as Answer<Q>), reject });
    const request: Request<Q> = { id, question, asked: about };
    worker.postMessage(request);
  });
}

let sandbox: Promise<Sandbox> | undefined;

/** The sandbox, loaded when the first lambda runs. */
function lambdas(): Promise<Sandbox> {
  sandbox ??= import("reconcile-kit/sandbox").then(({ Sandbox }) => new Sandbox());
  return sandbox;
}

/**
 * What a login does, as JSON text. A scenario with a lambda runs in the sandbox.
 *
 * @throws {KitRefusal} when the scenario is not valid.
 */
export async function simulate(scenario: string, hasLambda: boolean): Promise<string> {
  if (!hasLambda) return ask("simulate", { scenario });
  return inSandbox((lambda) => lambda.simulateText(scenario));
}

/**
 * The same under every linking strategy, as JSON text.
 *
 * @throws {KitRefusal} when the scenario is not valid.
 */
export async function compare(scenario: string, hasLambda: boolean): Promise<string> {
  if (!hasLambda) return ask("compare", { scenario });
  return inSandbox((lambda) => lambda.compareText(scenario));
}

async function inSandbox(work: (sandbox: Sandbox) => Promise<string>): Promise<string> {
  const lambda = await lambdas();
  try {
    return await work(lambda);
  } catch (error) {
    throw new KitRefusal(error as Refusal);
  }
}
