// The package's declarations: without those of its inside, and once more for `require`.

import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** No declaration that is left names these, and they name files that the package does not have. */
const INTERNAL = ["core.d.ts", "environment.d.ts", "text-of.d.ts"];

/** Finishes what the compiler wrote into `directory`. */
export async function finishDeclarations(directory) {
  for (const name of INTERNAL) await rm(join(directory, name));
  for (const name of await readdir(directory, { recursive: true })) {
    if (!name.endsWith(".d.ts")) continue;
    const text = await readFile(join(directory, name), "utf8");
    const renamed = text.replaceAll(/(from\s+["']\.[^"']*)\.js(["'])/g, "$1.cjs$2");
    await writeFile(join(directory, name.replace(/\.d\.ts$/, ".d.cts")), renamed);
  }
}
