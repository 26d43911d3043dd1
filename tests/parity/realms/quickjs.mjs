// The realm of lambdas in QuickJS, as the sandbox's worker has it.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { withRealm } from "../../../js/build/bundles.mjs";

const js = fileURLToPath(new URL("../../../js", import.meta.url));
const LIMITS = { steps: 1e6, deadline: 60_000, memory: 64, stack: 128 };
const MODULE = "../node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm";
/** The instant of `Date`. */
export const NOW = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

/** `LACKING` is not read before it was made. */
const shapeless = {
  name: "shapeless",
  setup(plugin) {
    plugin.onLoad({ filter: /realm-shape[\\/]lacking\.ts$/ }, () => ({
      contents: 'export const LACKING = new Proxy({}, { get: () => ({}) }), NEWEST = "";',
    }));
  },
};

async function engineClass(plugins) {
  const directory = mkdtempSync(join(tmpdir(), "reconcile-kit-realms-"));
  try {
    const outfile = join(directory, "engine.mjs");
    const entryPoints = [join(js, "src/sandbox/quickjs/engine.ts")];
    await build({ entryPoints, outfile, bundle: true, format: "esm", plugins });
    return (await import(pathToFileURL(outfile).href)).QuickJsEngine;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * A function that answers what the body of a function gives in the realm of a version, fresh each time. With
 * `isWhole` nothing was taken away from it.
 */
export async function quickjs({ isWhole = false } = {}) {
  const QuickJsEngine = await engineClass(isWhole ? [withRealm, shapeless] : [withRealm]);
  const engine = new QuickJsEngine(new WebAssembly.Module(readFileSync(join(js, MODULE))), LIMITS);
  const parameters = [{ name: "user", place: "/user", value: {} }];
  const call = JSON.stringify({ run: 0, exploring: false, consoleWarn: "exists", parameters });
  return (version, text) => {
    const body = `var result;\nfunction reconcile() { result = (function () {\n${text}\n}).call(undefined); }`;
    const program = { engine: version, now: NOW, body, debug: true, secrets: {}, fetch: [] };
    const lambda = engine.load(JSON.stringify(program));
    const answer = JSON.parse(lambda.run(call));
    const value = JSON.parse(lambda.global("result"));
    lambda.free();
    return answer.failure ? `failed: ${answer.failure.message}` : value;
  };
}
