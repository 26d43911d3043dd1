// The real engines, where `reconcile-kit engine install graaljs` put them, asked through a host of one class.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The GraalJS of FusionAuth up to 1.50, up to 1.55, and of newer ones. */
export const VERSIONS = ["22.3.3", "23.1.2", "24.1.2"];

const HOST = fileURLToPath(new URL("Host.java", import.meta.url));
const CLI = fileURLToPath(new URL("../../../js/dist/cli.js", import.meta.url));
/** Scripts that each run once are slowed down by what makes servers fast. */
const JAVA = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"];

/** What a program prints, given `input`. */
async function printed(command, given, input = "") {
  const child = spawn(command, given, { stdio: ["pipe", "pipe", "inherit"] });
  const parts = [];
  child.stdout.on("data", (part) => parts.push(part));
  child.stdin.end(input);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`\`${command}\` ended with ${code}`);
  return Buffer.concat(parts).toString();
}

/** The directory with an engine's libraries. */
async function libraries(version) {
  const { graaljs } = JSON.parse(
    await printed(process.execPath, [CLI, "engine", "list", "--json"]),
  );
  const found = graaljs.find((one) => one.version === version);
  if (found?.isInstalled) return found.directory;
  throw new Error(`run \`reconcile-kit engine install graaljs --version ${version}\` first`);
}

/** What an engine answers to each of `scripts`, each in a context of its own. */
export async function evaluate(version, scripts) {
  const input = scripts.map((text) => `${Buffer.from(text).toString("base64")}\n`).join("");
  const path = join(await libraries(version), "*");
  const text = await printed("java", [...JAVA, "-cp", path, HOST], input);
  return text
    .trim()
    .split("\n")
    .map((line) => Buffer.from(line.trim(), "base64").toString());
}
