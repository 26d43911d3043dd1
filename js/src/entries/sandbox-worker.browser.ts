// The sandbox's worker in a browser.

import { offer } from "../environment.js";
import { failure, ReconcileKitError } from "../errors.js";
import { workOn } from "../sandbox/worker/main.js";
import { environment } from "./environment.browser.js";

offer(environment);
workOn({
  inflate: (bytes) => {
    const expanded = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(expanded).arrayBuffer();
  },
  graalJs: () => {
    // A page cannot start a process.
    const message = "the engine `graaljs` runs in Node.js only";
    const help = "leave `engine` out, or run this in Node.js";
    throw new ReconcileKitError(failure("engine-unknown", "", message, help));
  },
  say: (message) => postMessage(message),
  listen: (hear) => addEventListener("message", ({ data }) => hear(data)),
});
