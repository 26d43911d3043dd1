// How a browser starts a worker. Bundlers know this form of an address.

import type { Listener, Thread } from "./environment.js";

/** Starts a worker. */
export function startThread(listener: Listener): Thread {
  const worker = new Worker(new URL("./sandbox-worker.browser.js", import.meta.url), {
    type: "module",
  });
  worker.onmessage = ({ data }) => listener.heard(data);
  worker.onerror = (event) => {
    event.preventDefault();
    listener.failed(event.message || "it could not be loaded");
  };
  return {
    post: (request) => worker.postMessage(request),
    end: () => worker.terminate(),
    hold: () => {},
  };
}
