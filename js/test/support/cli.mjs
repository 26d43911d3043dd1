// Runs the built command line tool, as a user does.

import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** What a call printed, and its exit code. */
export function run(words, { cwd, env = {}, cli = CLI } = {}) {
  const { FORCE_COLOR: _, NO_COLOR: __, ...inherited } = process.env;
  const call = spawnSync(process.execPath, [cli, ...words], {
    cwd,
    encoding: "utf8",
    env: { ...inherited, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: call.status, out: call.stdout, err: call.stderr };
}

/** The same call, while it runs. */
export function start(words, { cwd, env = {} }) {
  return spawn(process.execPath, [CLI, ...words], { cwd, env: { ...process.env, ...env } });
}

/** The same, with the environment and the copy of the tool that a test needs. */
export function spawnCli(words, { env = {}, cli = CLI } = {}) {
  return spawn(process.execPath, [cli, ...words], { env: { ...process.env, ...env } });
}

/** A directory with these files, which is gone after the test. */
export function directoryWith(context, files) {
  const directory = mkdtempSync(join(tmpdir(), "reconcile-kit-"));
  context.after(() => rmSync(directory, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    const isRaw = typeof content === "string" || content instanceof Uint8Array;
    writeFileSync(path, isRaw ? content : JSON.stringify(content, null, 2));
  }
  return directory;
}
