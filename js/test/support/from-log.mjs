// The reader of debug logs as a module, for tests that call it more often than a process can be started.

import { load } from "../../../fuzz/javascript/bundle.mjs";

const MODULE = `
import { offer } from "../../environment.js";
import { environment } from "../../entries/environment.node.js";
offer(environment);
export { compareWithLog } from "./compare-lines.js";
export { recognised } from "./read-log-file.js";
export { scenariosFrom } from "./scenario-from-log.js";
export { writtenText } from "./report.js";
export { simulate, simulateText, prepare } from "../../index.js";
export { ReconcileKitError } from "../../errors.js";
export { parseExact, writeExact } from "../json-text.js";
`;

/** Bundles the reader and the core, which it shares with nobody, and loads them. */
export function loadReader() {
  return load("from-log", "js/src/cli/from-log", MODULE);
}

/** The text of the identity provider's own entry in each outcome. */
export function debugLogs(preview) {
  const outcomes = preview.logins ?? [preview];
  return outcomes.flatMap(({ eventLog }) =>
    eventLog
      .filter(({ type, message }) => type === "Debug" && message.includes("IdP Response Debug Log"))
      .map(({ message }) => message),
  );
}

/** Numbers between 0 and 1 that look random and are the same each time. */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
