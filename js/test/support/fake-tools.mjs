// An environment in which `java` and `mvn` are scripts of ours, or are missing.

import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { directoryWith } from "./cli.mjs";

/** An installation that is only a name: the fake `java` needs no archives. */
const INSTALLED = { "cache/reconcile-kit/graaljs/24.1.2/graaljs-host.jar": "" };

/**
 * The environment, and the directory of everything in it.
 *
 * @param tools Which tools there are.
 * @param isInstalled Whether GraalJS 24.1.2 counts as installed.
 */
export function environmentWith(context, { tools = ["java", "mvn"], isInstalled = true } = {}) {
  const directory = directoryWith(context, isInstalled ? INSTALLED : { "cache/empty": "" });
  mkdirSync(join(directory, "bin"));
  for (const tool of tools) {
    const script = fileURLToPath(new URL(`fake-${tool}.mjs`, import.meta.url));
    const file = join(directory, "bin", tool);
    writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`);
    chmodSync(file, 0o755);
  }
  const log = join(directory, "started");
  writeFileSync(log, "");
  const env = {
    PATH: join(directory, "bin"),
    JAVA_HOME: "",
    XDG_CACHE_HOME: join(directory, "cache"),
    FAKE_JAVA_LOG: log,
  };
  return { directory, env, started: () => startedIn(log) };
}

/** The numbers of the processes that were started. */
function startedIn(log) {
  const lines = readFileSync(log, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => Number(line.split(" ")[0]));
}

/** Waits until a process is gone. */
export async function gone(pid, patience = 10_000) {
  const until = Date.now() + patience;
  while (isAlive(pid)) {
    if (Date.now() > until) throw new Error(`process ${pid} is still there`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Whether it runs. One that ended and that nobody asked about yet does not. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return !/\) Z /.test(stat);
  } catch (error) {
    return error.code === "EPERM";
  }
}
