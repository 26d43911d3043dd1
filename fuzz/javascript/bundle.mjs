// TypeScript of the package and of the playground as a module, for targets that have no entry of their own.

import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Loads what `contents` exports, read in `directory`. The bundle's name contains `name`. */
export async function load(name, directory, contents) {
  const into = mkdtempSync(join(tmpdir(), "reconcile-kit-fuzz-"));
  process.on("exit", () => rmSync(into, { recursive: true, force: true }));
  const outfile = join(into, `${name}.mjs`);
  await build({
    stdin: { contents, resolveDir: join(root, directory), loader: "ts" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "warning",
    outfile,
  });
  copyFileSync(join(root, "js/dist/reconcile_kit.wasm"), join(into, "reconcile_kit.wasm"));
  return import(pathToFileURL(outfile).href);
}
