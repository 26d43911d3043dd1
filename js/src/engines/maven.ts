// Which Maven there is, and how it is run.

import { spawn, spawnSync } from "node:child_process";

/** Maven. */
export interface Maven {
  readonly command: string;
  readonly version: string;
}

/** What starts Maven: a script, which Windows starts through its shell only. */
const isWindows = process.platform === "win32";
const COMMAND = isWindows ? "mvn.cmd" : "mvn";

/** The Maven on the path; `undefined` when there is none. */
export function findMaven(): Maven | undefined {
  const { status, stdout } = spawnSync(COMMAND, ["-B", "--version"], {
    encoding: "utf8",
    shell: isWindows,
    timeout: 60_000,
  });
  if (status !== 0) return undefined;
  return { command: COMMAND, version: /Maven (\S+)/.exec(stdout)?.[1] ?? "unknown" };
}

/**
 * Runs Maven in `directory` and shows every line that it prints to `hear`. The answer is whether it did what it was
 * asked for.
 */
export async function runMaven(
  words: readonly string[],
  directory: string,
  hear: (line: string) => void,
): Promise<boolean> {
  const child = spawn(COMMAND, ["-B", ...words], {
    cwd: directory,
    shell: isWindows,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let begun = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      const lines = (begun + text).split("\n");
      begun = lines.pop() ?? "";
      for (const line of lines) hear(line.trimEnd());
    });
  }
  // Ctrl+C reaches Maven too; what it leaves behind is cleared away when it has ended.
  const wait = () => {};
  process.on("SIGINT", wait);
  try {
    return await new Promise((resolve) => {
      child.on("error", () => resolve(false));
      child.on("close", (code) => resolve(code === 0));
    });
  } finally {
    process.off("SIGINT", wait);
  }
}
