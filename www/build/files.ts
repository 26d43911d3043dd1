// What was built: every file with the hash of its content, for the service worker to keep.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rolldown } from "vite";

const WORKER = fileURLToPath(new URL("../src/offline/sw.ts", import.meta.url));
/** The browser sees to the first itself; the second is for pages that have no service worker. */
const NOT_KEPT = new Set(["sw.js", "files.json"]);

/** Writes `sw.js` and `files.json` beside what was built. */
export function files(): Plugin {
  let directory = "";
  return {
    name: "files",
    apply: "build",
    configResolved({ root, build: { outDir } }) {
      directory = resolve(root, outDir);
    },
    closeBundle: () => writeFiles(directory),
  };
}

/** Writes them for what is in `directory`, which is a version of the page by itself. */
export async function writeFiles(directory: string): Promise<void> {
  const list = JSON.stringify(hashes(directory));
  writeFileSync(join(directory, "files.json"), `${list}\n`);
  writeFileSync(join(directory, "sw.js"), await serviceWorker(list));
}

/** Every file's path and what a `Request` calls its integrity. */
function hashes(directory: string): Record<string, string> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(directory, join(parentPath, name)))
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !NOT_KEPT.has(path))
    .sort();
  return Object.fromEntries(paths.map((path) => [path, integrity(join(directory, path))]));
}

function integrity(path: string): string {
  return `sha256-${createHash("sha256").update(readFileSync(path)).digest("base64")}`;
}

async function serviceWorker(list: string): Promise<string> {
  const version = createHash("sha256").update(list).digest("hex").slice(0, 16);
  const banner = `const FILES=${list},VERSION="${version}";`;
  const built = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: { input: WORKER, output: { format: "iife", postBanner: banner } },
    },
  });
  const [{ output }] = [built].flat() as [Rolldown.RolldownOutput];
  return output[0].code;
}
