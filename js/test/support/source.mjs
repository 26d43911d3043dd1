// Loads a module of the package that it does not give out, as its build would bundle it.

import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const js = fileURLToPath(new URL("../..", import.meta.url));

/** The sandbox has parts of its own, so the built one is taken. */
const builtSandbox = {
  name: "built-sandbox",
  setup(plugin) {
    plugin.onResolve({ filter: /\/(sandbox\/index|sandbox\.node)\.js$/ }, () => {
      return { path: pathToFileURL(join(js, "dist/sandbox.js")).href, external: true };
    });
  },
};

/** The module `NAME`, which finds the core as the entries for Node.js do. */
function withModule(name) {
  return `import { offer } from "./environment.js";
    import { environment } from "./entries/environment.node.js";
    offer(environment);
    export * from "./${name}.js";`;
}

/** The module `js/src/${name}.ts`. */
export async function source(name) {
  const directory = mkdtempSync(join(tmpdir(), "reconcile-kit-source-"));
  process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
  const outfile = join(directory, "module.mjs");
  await build({
    stdin: { contents: withModule(name), resolveDir: join(js, "src"), loader: "ts" },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "warning",
    plugins: [builtSandbox],
    alias: { yaml: join(js, "../node_modules/yaml/browser/index.js") },
  });
  const wasm = join(js, "../pkg/reconcile_kit_bg.wasm");
  copyFileSync(wasm, join(directory, "reconcile_kit.wasm"));
  return import(pathToFileURL(outfile).href);
}
