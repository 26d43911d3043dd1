// How Node.js starts a worker.

import { Worker } from "node:worker_threads";
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

/** Starts a worker. The browser's bundle has `environment.browser.ts` in this file's place. */
export function startThread(listener: Listener): Thread {
  // Loaders and debuggers of the program itself have no business in there.
  const worker = new Worker(new URL("./sandbox-worker.js", import.meta.url), { execArgv: [] });
  worker.on("message", (message) => listener.heard(message));
  worker.on("error", (error) => listener.failed(error.message));
  worker.on("exit", () => listener.failed("it ended"));
  return {
    post: (request) => worker.postMessage(request),
    end: () => {
      worker.removeAllListeners();
      void worker.terminate();
    },
    hold: (isHeld) => (isHeld ? worker.ref() : worker.unref()),
  };
}
