// The package's declarations: those that its entries lead to, and the same once more for `require`.

import { execFileSync } from "node:child_process";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";

/** What users import. Whatever these do not lead to is the package's inside. */
const ENTRIES = [
  "index.d.ts",
  "lambda/index.d.ts",
  "lambda-check/public.d.ts",
  "sandbox/index.d.ts",
  "test/index.d.ts",
];

/** The file of the core: what a host gives out that compiles it where it is imported. */
const MODULE_FILE = "/** The core, compiled. */\ndeclare const module: WebAssembly.Module;\n";

/** The import of a neighbour: `from "./types.js"` or `import("./types.js")`. */
const NEIGHBOUR = /((?:from\s+|import\()["'])(\.[^"']*)\.js(["'])/g;

/** Writes the declarations of the package in `js`. */
export async function declare(js) {
  const tsc = `${js}/../node_modules/typescript/bin/tsc`;
  const words = [tsc, "--project", "tsconfig.types.json"];
  execFileSync(process.execPath, words, { cwd: js, stdio: "inherit" });
  await finish(`${js}/dist/types`);
  await writeFile(`${js}/dist/types/module-file.d.ts`, `${MODULE_FILE}export default module;\n`);
  await writeFile(`${js}/dist/types/module-file.d.cts`, `${MODULE_FILE}export = module;\n`);
}

/** Finishes what the compiler wrote into `directory`. */
async function finish(directory) {
  const wanted = await reached(directory);
  await removeOthers(directory, [...wanted.keys()]);
  for (const name of await readdir(directory, { recursive: true })) {
    if (!name.endsWith(".d.ts")) continue;
    const file = join(directory, name);
    const text = wanted.get(file);
    if (text === undefined) await rm(file);
    else
      await writeFile(file.replace(/\.d\.ts$/, ".d.cts"), text.replaceAll(NEIGHBOUR, "$1$2.cjs$3"));
  }
}

/** Removes the directories in which nothing is wanted. */
async function removeOthers(directory, files) {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    const isWanted = files.some((file) => file.startsWith(path + sep));
    if (entry.isDirectory() && !isWanted) await rm(path, { recursive: true });
  }
}

/** The files that the entries lead to, with their texts. */
async function reached(directory) {
  const texts = new Map();
  const files = ENTRIES.map((entry) => join(directory, entry));
  for (const file of files) {
    if (texts.has(file)) continue;
    const text = await readFile(file, "utf8");
    texts.set(file, text);
    for (const [, , path] of text.matchAll(NEIGHBOUR)) {
      files.push(join(dirname(file), `${path}.d.ts`));
    }
  }
  return texts;
}
