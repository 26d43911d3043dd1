// The sandbox's worker in Node.js.

import { parentPort } from "node:worker_threads";
import { inflateSync } from "node:zlib";
import { offer } from "../environment.js";
import { GraalJsEngine } from "../sandbox/graaljs/engine.js";
import { workOn } from "../sandbox/worker/main.js";
import { environment } from "./environment.node.js";

offer(environment);
workOn({
  inflate: async (bytes) => inflateSync(bytes),
  graalJs: (limits, version) => new GraalJsEngine(limits, version),
  say: (message) => parentPort?.postMessage(message),
  listen: (hear) => parentPort?.on("message", hear),
});
