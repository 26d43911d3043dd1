// The reader of debug logs as a module, for tests that call it more often than a process can be started.

import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const js = fileURLToPath(new URL("../..", import.meta.url));

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
export async function loadReader() {
  const directory = mkdtempSync(join(tmpdir(), "reconcile-kit-"));
  process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
  const outfile = join(directory, "reader.mjs");
  await build({
    stdin: { contents: MODULE, resolveDir: join(js, "src/cli/from-log"), loader: "ts" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "warning",
    outfile,
  });
  copyFileSync(join(js, "dist/reconcile_kit.wasm"), join(directory, "reconcile_kit.wasm"));
  return import(pathToFileURL(outfile).href);
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
