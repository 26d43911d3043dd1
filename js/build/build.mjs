// Makes js/ a complete npm package: bundles, declarations, the module, schemas, rule pages, licences.

import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundles.mjs";
import { declare } from "./declarations.mjs";
import { QUICKJS } from "./embedded.mjs";
import { crates, licenceText, npmPackages } from "./licences.mjs";

const js = fileURLToPath(new URL("..", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Copied from the root, where there is one of each. */
const COPIES = [
  ["pkg/reconcile_kit_bg.wasm", "dist/reconcile_kit.wasm"],
  ["docs", "docs"],
  ["README.md", "README.md"],
  ["LICENSE-APACHE", "LICENSE-APACHE"],
  ["LICENSE-MIT", "LICENSE-MIT"],
];

/** Writes the licences of everything that travels with the package, whose bundles are made of `inputs`. */
async function licences(inputs) {
  const all = [...(await npmPackages([...inputs, QUICKJS])), ...(await crates())];
  await writeFile(`${js}/dist/THIRD-PARTY-LICENSES.txt`, licenceText(all));
}

/** The schemas without blanks: programs read them. The compiled one serves the core's own build and nobody else. */
async function schemas() {
  await mkdir(`${js}/schemas`);
  const names = (await readdir(`${root}/schemas`)).filter((name) => name.endsWith(".json"));
  const written = names.map(async (name) => {
    const schema = JSON.parse(await readFile(`${root}/schemas/${name}`, "utf8"));
    await writeFile(`${js}/schemas/${name}`, `${JSON.stringify(schema)}\n`);
  });
  await Promise.all(written);
}

async function build() {
  for (const directory of ["dist", "schemas", "docs"]) {
    await rm(`${js}/${directory}`, { recursive: true, force: true });
  }
  const inputs = await bundle(js);
  await declare(js);
  // Pictures are for readers of the repository.
  const filter = (path) => !path.endsWith("docs/images");
  for (const [from, to] of COPIES) {
    await cp(`${root}/${from}`, `${js}/${to}`, { recursive: true, filter });
  }
  await schemas();
  await licences(inputs);
  await chmod(`${js}/dist/cli.js`, 0o755);
}

await build();
