// How a browser starts a worker. Bundlers know this form of an address.

import { type Listener, noThreads, type Thread } from "../sandbox/thread.js";

/** Starts a worker. */
export function startThread(listener: Listener): Thread {
  if (typeof Worker === "undefined") throw noThreads("this host has none");
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
