// The playground as the command line serves it, and a Chromium to look at it.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const CLI = fileURLToPath(new URL("../../js/dist/cli.js", import.meta.url));
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/** Chromium, where a test finds it too. */
export function launch() {
  const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Serves the playground; gives its address and how to end it. */
export async function serve() {
  const program = spawn(process.execPath, [CLI, "playground", "--port", "0"]);
  const ended = new Promise((resolve) => program.once("exit", resolve));
  const address = await new Promise((resolve, reject) => {
    program.stdout.on("data", (text) => resolve(String(text).match(/http:\S+/)?.[0]));
    program.stderr.on("data", (text) => reject(new Error(String(text))));
  });
  return { address, stop: () => program.kill("SIGINT") && ended };
}
