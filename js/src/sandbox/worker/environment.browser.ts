// How a browser's worker hears, answers and finds its engine.

import { failure, ReconcileKitError } from "../../errors.js";
import type { Engine } from "../engine.js";
import type { Beginning, Message, Request } from "../messages.js";

/** QuickJS, compiled. */
export async function loadQuickJs(): Promise<WebAssembly.Module> {
  const response = await fetch(new URL("./quickjs.wasm", import.meta.url));
  if (!response.ok) throw new Error(`quickjs.wasm could not be fetched: status ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** A page cannot start a process. */
export function graalJs(): Engine {
  const message = "the engine `graaljs` runs in Node.js only";
  const help = "leave `engine` out, or run this in Node.js";
  throw new ReconcileKitError(failure("engine-unknown", "", message, help));
}

/** Says something to the owner. */
export function say(message: Message): void {
  postMessage(message);
}

/** Hears what the owner says. */
export function listen(hear: (message: Request | Beginning) => void): void {
  addEventListener("message", ({ data }) => hear(data));
}
