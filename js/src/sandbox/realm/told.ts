// Tells the host at once what is lost otherwise when a lambda is stopped. QuickJS can be asked afterwards.

import type { Ask } from "./main.js";
import { bare, stringify } from "./primordials.js";

let tellHost: Ask | undefined;

/** Has the host told from now on. */
export function tellAtOnce(ask: Ask): void {
  tellHost = ask;
}

/** Tells that the log of `level` goes on with `text`. */
export function tellLogged(level: string, text: string): void {
  if (tellHost === undefined) return;
  const told = bare<string>();
  told.log = level;
  told.text = text;
  tellHost(stringify(told));
}

/** Tells that `console.warn` was asked for. */
export function tellWarnMet(): void {
  if (tellHost !== undefined) tellHost('{"warnWasMet":true}');
}
