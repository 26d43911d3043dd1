// Stands in for `mvn`: makes the archives that the project would make. FAKE_MVN says how it fails.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const words = process.argv.slice(2);
if (words.includes("--version")) {
  process.stdout.write("Apache Maven 3.9.9 (abcdef)\nMaven home: /opt/maven\n");
  process.exit(0);
}
const pom = readFileSync("pom.xml", "utf8");
if (!pom.includes("maven-dependency-plugin")) throw new Error("this is not the project");
mkdirSync("target/lib", { recursive: true });
writeFileSync("target/lib/polyglot.jar", "");
process.stdout.write("[INFO] Scanning for projects...\n");
const file = "https://repo.example.com/maven2/org/graalvm/js/js-language/js-language.jar";
process.stdout.write(`Downloaded from central: ${file} (26 MB at 5.2 MB/s)\n`);
if (process.env.FAKE_MVN === "fails") {
  process.stdout.write("[ERROR] Failed to execute goal: repo.example.com: Unknown host\n[ERROR]\n");
  process.exit(1);
}
if (process.env.FAKE_MVN === "killed") process.kill(process.pid, "SIGKILL");
process.stdout.write("[INFO] Compiling 3 source files with javac\n");
writeFileSync("target/lib/graaljs-host.jar", words.join(" "));
