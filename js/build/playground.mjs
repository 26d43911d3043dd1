// Puts the built playground into the package: each file compressed, and none that the package has already.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const BUILT = fileURLToPath(new URL("../../www/dist", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../dist", import.meta.url));
const TARGET = join(PACKAGE, "playground");
const compress = promisify(brotliCompress);

/** Modules that the package has anyway, by their content. */
async function modules() {
  const names = (await readdir(PACKAGE)).filter((name) => name.endsWith(".wasm"));
  const found = names.map(async (name) => [hash(await readFile(join(PACKAGE, name))), name]);
  return new Map(await Promise.all(found));
}

function hash(content) {
  return createHash("sha256").update(content).digest("hex");
}

/** What the page may do, as it says itself. */
function policyOf(page) {
  const [, policy] = page.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/) ?? [];
  if (!policy) throw new Error("www/dist/index.html has no policy: run its build first");
  return policy.replaceAll("&#39;", "'");
}

/** Writes one file, and says what the server has to know of it. */
async function put(path, there) {
  const content = await readFile(join(BUILT, path));
  const tag = hash(content);
  const same = there.get(tag);
  if (same) return { stored: same, tag: tag.slice(0, 16) };
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  const stored = `playground/${path}.br`;
  await mkdir(dirname(join(PACKAGE, stored)), { recursive: true });
  await writeFile(join(PACKAGE, stored), await compress(content, { params }));
  return { stored, tag: tag.slice(0, 16) };
}

async function build() {
  const page = await readFile(join(BUILT, "index.html"), "utf8").catch(() => {
    throw new Error("there is no www/dist: run `npm run build --workspace www` first");
  });
  const kept = Object.keys(JSON.parse(await readFile(join(BUILT, "files.json"), "utf8")));
  await rm(TARGET, { recursive: true, force: true });
  const there = await modules();
  const files = {};
  for (const path of [...kept, "files.json", "sw.js"]) files[path] = await put(path, there);
  await mkdir(TARGET, { recursive: true });
  const list = JSON.stringify({ policy: policyOf(page), files }, null, 2);
  await writeFile(join(TARGET, "playground.json"), `${list}\n`);
}

await build();
