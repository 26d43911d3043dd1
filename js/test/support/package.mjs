// The packed tarball, installed where nothing else is.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const js = fileURLToPath(new URL("../..", import.meta.url));
const NPM = process.platform === "win32" ? "npm.cmd" : "npm";

/** Runs npm and gives what it prints. */
export function npm(words, cwd) {
  return execFileSync(NPM, words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** Installs the tarball into a directory of its own, without the network. */
export function installed() {
  const directory = mkdtempSync(join(tmpdir(), "reconcile-kit-package-"));
  const [packed] = JSON.parse(npm(["pack", "--json", "--pack-destination", directory], js));
  writeFileSync(join(directory, "package.json"), '{ "name": "user", "private": true }');
  npm(
    ["install", "--offline", "--no-audit", "--no-fund", join(directory, packed.filename)],
    directory,
  );
  return {
    directory,
    files: packed.files.map(({ path }) => path),
    /** Writes a file into the directory and runs it by Node.js. */
    node(name, text) {
      writeFileSync(join(directory, name), text);
      return execFileSync(process.execPath, [name], { cwd: directory, encoding: "utf8" }).trim();
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
