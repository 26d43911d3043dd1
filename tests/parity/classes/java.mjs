// FusionAuth's own classes, which a program in Java reads and prints with.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL(".", import.meta.url));
const lib = fileURLToPath(new URL("../../../target/parity/classes/lib", import.meta.url));
const program = join(lib, "fusionauth-classes-1.jar");

/** Builds the program with Maven, where its sources are newer. */
export function build() {
  const sources = ["pom.xml", ...javaFiles()].map((file) => statSync(join(project, file)).mtimeMs);
  if (existsSync(program) && statSync(program).mtimeMs > Math.max(...sources)) return;
  const words = ["--quiet", "--batch-mode", "--file", join(project, "pom.xml"), "package"];
  const { status, error } = spawnSync("mvn", words, { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) {
    throw new Error(
      `Maven did not build \`tests/parity/classes\`${error ? `: ${error.message}` : ""}; install Java 17 and Maven, and check that Maven reaches its repository`,
    );
  }
}

function javaFiles() {
  const files = readdirSync(join(project, "src"), { recursive: true });
  return files.filter((file) => file.endsWith(".java")).map((file) => join("src", file));
}

/**
 * What the classes make of each request `{class, json, normalize}`, in order: `{printed}` or `{refused}`. `json` and
 * `printed` are JSON texts.
 */
export function read(requests) {
  return new Promise((resolve, reject) => {
    const words = ["-XX:+UseSerialGC", "-cp", join(lib, "*"), "reconcilekit.Classes"];
    const java = spawn("java", words, { stdio: ["pipe", "pipe", "inherit"] });
    const chunks = [];
    java.on("error", reject);
    java.stdin.on("error", reject);
    java.stdout.on("data", (chunk) => chunks.push(chunk));
    java.on("close", (status) => {
      const answers = Buffer.concat(chunks).toString("utf8").split("\n").filter(Boolean);
      if (status === 0 && answers.length === requests.length) resolve(answers.map(JSON.parse));
      else reject(new Error(`java ended with ${status} after ${answers.length} answers`));
    });
    java.stdin.end(requests.map((request) => `${JSON.stringify(request)}\n`).join(""));
  });
}
