// How a browser's worker hears, answers and finds QuickJS.

import type { Beginning, Message, Request } from "../messages.js";

/** QuickJS, compiled. */
export async function loadQuickJs(): Promise<WebAssembly.Module> {
  const response = await fetch(new URL("./quickjs.wasm", import.meta.url));
  if (!response.ok) throw new Error(`quickjs.wasm could not be fetched: status ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Says something to the owner. */
export function say(message: Message): void {
  postMessage(message);
}

/** Hears what the owner says. */
export function listen(hear: (message: Request | Beginning) => void): void {
  addEventListener("message", ({ data }) => hear(data));
}
