// Which Java there is.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The oldest Java that runs GraalJS and its host. */
export const OLDEST_JAVA = 17;

/** A Java. */
export interface Java {
  /** What starts it. */
  readonly command: string;
  /** Its version, such as `17.0.15`. */
  readonly version: string;
  /** The first number of it. */
  readonly major: number;
}

/** What starts Java: the one that JAVA_HOME names, or the one on the path. */
export function javaCommand(): string {
  const home = process.env.JAVA_HOME;
  const named = home && join(home, "bin", process.platform === "win32" ? "java.exe" : "java");
  return named && existsSync(named) ? named : "java";
}

/** The Java that would be started; `undefined` when there is none. */
export function findJava(): Java | undefined {
  const command = javaCommand();
  const { status, stdout, stderr } = spawnSync(command, ["-version"], {
    encoding: "utf8",
    timeout: 30_000,
  });
  if (status !== 0) return undefined;
  const version = /version "([^"]+)"/.exec(`${stderr}${stdout}`)?.[1] ?? "unknown";
  return { command, version, major: majorOf(version) };
}

/** Java 8 calls itself 1.8. */
function majorOf(version: string): number {
  const [first = "0", second = "0"] = version.split(/[._+-]/);
  return Number(first === "1" ? second : first) || 0;
}
