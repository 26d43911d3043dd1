// Modules that travel as text. Each is compressed once, which takes seconds, and kept until it changes.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const CACHE = join(root, "node_modules/.cache/reconcile-kit-embedded");

/** QuickJS, and the build of it whose letters src/sandbox/quickjs/ knows, and whose memory it lays out. */
export const QUICKJS = join(
  root,
  "node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm",
);
const QUICKJS_HASH = "105c3bed22d457e43e3d1c3c1c6959fda62a8fe06f0fc8a985303c3a2be72232";

/** What can be embedded, by the name that sources import it under, behind `embedded:`. */
const MODULES = {
  reconcile_kit: join(root, "pkg/reconcile_kit_bg.wasm"),
  reconcile_kit_lambda: join(root, "pkg/lambda/reconcile_kit_lambda_bg.wasm"),
  quickjs: QUICKJS,
};

/**
 * Those that `import` and `require` share. A module's text would otherwise be in the package twice, as it cannot be
 * exported in both ways. So it is a script that exports nothing, and hands the text over under a name of its own.
 */
const SHARED = ["reconcile_kit", "reconcile_kit_lambda"];

/** Where the shared ones are, beside the bundles, and what makes `require` take them for scripts. */
const DIRECTORY = "embedded";
const PACKAGE = { type: "commonjs", sideEffects: true };

function hashOf(content) {
  return createHash("sha256").update(content).digest("hex");
}

async function compress(file) {
  const program = fileURLToPath(new URL("compress.mjs", import.meta.url));
  const most = { maxBuffer: 64 * 1024 * 1024 };
  return (await promisify(execFile)(process.execPath, [program, file], most)).stdout;
}

/** A module compressed, as text, and the hash of what it was. */
async function packed(name) {
  const file = MODULES[name];
  const content = await readFile(file);
  const hash = hashOf(content);
  if (name === "quickjs" && hash !== QUICKJS_HASH) {
    throw new Error("this is another build of QuickJS: compare src/sandbox/quickjs/ with its glue");
  }
  const kept = join(CACHE, `${name}-${hash}`);
  const text = await readFile(kept, "utf8").catch(async () => {
    const made = await compress(file);
    await mkdir(CACHE, { recursive: true });
    await writeFile(kept, made);
    return made;
  });
  return { text, hash };
}

/** How the script and those who use it name the text: no other version of the package means the same by it. */
function registered(name, hash) {
  return `globalThis[Symbol.for("reconcile-kit/${name}/${hash.slice(0, 16)}")]`;
}

/** Puts the texts in the place of what sources import as `embedded:NAME`. */
export const embedded = {
  name: "embedded",
  setup(plugin) {
    plugin.onResolve({ filter: /^embedded:/ }, ({ path }) => ({
      path: path.replace(/^embedded:/, ""),
      namespace: "embedded",
    }));
    plugin.onResolve({ filter: /^script:/ }, ({ path }) => ({
      path: `./${DIRECTORY}/${path.replace(/^script:/, "")}.js`,
      external: true,
      sideEffects: true,
    }));
    plugin.onLoad({ filter: /.*/, namespace: "embedded" }, async ({ path: name }) => {
      const { text, hash } = await packed(name);
      if (!SHARED.includes(name)) return { contents: text, loader: "text" };
      return {
        contents: `import "script:${name}"; export default ${registered(name, hash)};`,
        loader: "js",
      };
    });
  },
};

/** Writes the shared texts into `dist`. */
export async function writeEmbedded(dist) {
  const directory = join(dist, DIRECTORY);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, "package.json"), `${JSON.stringify(PACKAGE)}\n`);
  const written = SHARED.map(async (name) => {
    const { text, hash } = await packed(name);
    await writeFile(join(directory, `${name}.js`), `${registered(name, hash)}="${text}";\n`);
  });
  await Promise.all(written);
}
