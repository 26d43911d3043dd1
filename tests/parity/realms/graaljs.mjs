// The real engines: fetched by Maven into the user's cache once, and asked through a host of one class.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The GraalJS of FusionAuth up to 1.50, up to 1.55, and of newer ones. */
export const VERSIONS = ["22.3.3", "23.1.2", "24.1.2"];

const HOST = fileURLToPath(new URL("Host.java", import.meta.url));
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "reconcile-kit-parity");

function dependency(group, name, version, type = "jar") {
  return `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version><type>${type}</type></dependency>`;
}

function project(version) {
  const dependencies = version.startsWith("22.")
    ? dependency("org.graalvm.js", "js", version)
    : dependency("org.graalvm.polyglot", "polyglot", version) +
      dependency("org.graalvm.polyglot", "js-community", version, "pom");
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>local</groupId><artifactId>realms</artifactId><version>1</version><dependencies>${dependencies}</dependencies></project>`;
}

/** What a program prints, given `input`. */
async function printed(command, given, { input = "", cwd } = {}) {
  const child = spawn(command, given, { cwd, stdio: ["pipe", "pipe", "inherit"] });
  const parts = [];
  child.stdout.on("data", (part) => parts.push(part));
  child.stdin.end(input);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`\`${command}\` ended with ${code}`);
  return Buffer.concat(parts).toString();
}

/** The directory with an engine's libraries. */
async function libraries(version) {
  const directory = join(cache, version);
  const jars = join(directory, "jars");
  if (existsSync(jars)) return jars;
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "pom.xml"), project(version));
  const goal = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies";
  await printed("mvn", ["-q", "-B", goal, "-DoutputDirectory=jars"], { cwd: directory });
  return jars;
}

/** What an engine answers to each of `scripts`, each in a context of its own. */
export async function evaluate(version, scripts) {
  const input = scripts.map((text) => `${Buffer.from(text).toString("base64")}\n`).join("");
  const path = join(await libraries(version), "*");
  const text = await printed("java", ["-Dfile.encoding=UTF-8", "-cp", path, HOST], { input });
  return text
    .trim()
    .split("\n")
    .map((line) => Buffer.from(line.trim(), "base64").toString());
}
