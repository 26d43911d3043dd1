// How a worker of Node.js hears, answers and finds its engine.

import { readFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import type { GraalJsVersion } from "../../engines/versions.js";
import type { Engine } from "../engine.js";
import { GraalJsEngine } from "../graaljs/engine.js";
import type { Limits } from "../limits.js";
import type { Beginning, Message, Request } from "../messages.js";

/** QuickJS, compiled. The browser's bundle has `environment.browser.ts` in this file's place. */
export async function loadQuickJs(): Promise<WebAssembly.Module> {
  return new WebAssembly.Module(readFileSync(new URL("./quickjs.wasm", import.meta.url)));
}

/** GraalJS, in processes of its own. */
export function graalJs(limits: Required<Limits>, version?: GraalJsVersion): Engine {
  return new GraalJsEngine(limits, version);
}

/** Says something to the owner. */
export function say(message: Message): void {
  parentPort?.postMessage(message);
}

/** Hears what the owner says. */
export function listen(hear: (message: Request | Beginning) => void): void {
  parentPort?.on("message", hear);
}
