// How Node.js starts a worker.

// biome-ignore lint/style/useNodejsImportProtocol: webpack knows a worker by this name alone
import { Worker } from "worker_threads";
import type { Listener, Thread } from "../sandbox/thread.js";

/** Starts a worker. */
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
