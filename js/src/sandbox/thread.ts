// The worker as its owner sees it. How one is started differs between hosts, so an entry of the package says it.

import { failure, ReconcileKitError } from "../errors.js";
import type { Beginning, Message, Request } from "./messages.js";

/** A worker, as its owner sees it. */
export interface Thread {
  post(request: Request | Beginning): void;
  /** Ends it at once, whatever it does. */
  end(): void;
  /** Whether a program goes on for its sake. A browser's page does not ask. */
  hold(isHeld: boolean): void;
}

/** What a worker's owner hears. */
export interface Listener {
  heard(message: Message): void;
  /** It ended without having been asked to. */
  failed(reason: string): void;
}

type Start = (listener: Listener) => Thread;

let start: Start = () => {
  throw noThreads("nothing says how to start one");
};

/** Which way of starting a worker the host has. */
export function runThreadsBy(way: Start): void {
  start = way;
}

/** Starts a worker. */
export function startThread(listener: Listener): Thread {
  return start(listener);
}

/** Says that the host has no workers. */
export function noThreads(reason: string): ReconcileKitError {
  const message = `the sandbox's worker cannot be used: ${reason}`;
  const help =
    "run lambdas in Node.js, Deno, Bun or a browser; policies and previews need no worker";
  return new ReconcileKitError(failure("sandbox-failed", "", message, help));
}
