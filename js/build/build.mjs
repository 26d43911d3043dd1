// Makes js/ a complete npm package: bundles, declarations, the module, schemas, rule pages, licences.

import { createHash } from "node:crypto";
import { chmod, cp, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundles.mjs";
import { declare } from "./declarations.mjs";
import { crates, licenceText, npmPackages } from "./licences.mjs";

const js = fileURLToPath(new URL("..", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Copied from the root, where there is one of each. */
const COPIES = [
  ["pkg/reconcile_kit_bg.wasm", "dist/reconcile_kit.wasm"],
  ["pkg/lambda/reconcile_kit_lambda_bg.wasm", "dist/reconcile_kit_lambda.wasm"],
  [
    "node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm",
    "dist/quickjs.wasm",
  ],
  ["schemas", "schemas"],
  ["docs", "docs"],
  ["README.md", "README.md"],
  ["LICENSE-APACHE", "LICENSE-APACHE"],
  ["LICENSE-MIT", "LICENSE-MIT"],
];

/** The build of QuickJS whose letters src/sandbox/quickjs/ knows, and whose memory it lays out. */
const QUICKJS = "105c3bed22d457e43e3d1c3c1c6959fda62a8fe06f0fc8a985303c3a2be72232";

async function checkQuickJs() {
  const hash = createHash("sha256").update(await readFile(`${js}/dist/quickjs.wasm`));
  if (hash.digest("hex") === QUICKJS) return;
  throw new Error("this is another build of QuickJS: compare src/sandbox/quickjs/ with its glue");
}

/** Writes the licences of everything that travels with the package, whose bundles are made of `inputs`. */
async function licences(inputs) {
  const quickJs = "node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm";
  const all = [...(await npmPackages([...inputs, quickJs])), ...(await crates())];
  await writeFile(`${js}/dist/THIRD-PARTY-LICENSES.txt`, licenceText(all));
}

async function build() {
  for (const directory of ["dist", "schemas", "docs"]) {
    await rm(`${js}/${directory}`, { recursive: true, force: true });
  }
  const inputs = await bundle(js);
  await declare(js);
  // The compiled schema serves the core's own build and nobody else.
  const filter = (path) => !path.endsWith("schemas/compiled");
  for (const [from, to] of COPIES) {
    await cp(`${root}/${from}`, `${js}/${to}`, { recursive: true, filter });
  }
  await checkQuickJs();
  await licences(inputs);
  await chmod(`${js}/dist/cli.js`, 0o755);
}

await build();
