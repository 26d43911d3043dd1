// The cases that Rust, Node.js and the browser share.

import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const tests = fileURLToPath(new URL("../../../tests/", import.meta.url));

/** Every case with its name and the text of its committed outcome. */
export function cases() {
  const files = readdirSync(`${tests}cases`).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => ({
    ...JSON.parse(readFileSync(`${tests}cases/${file}`, "utf8")),
    file: basename(file, ".json"),
    outcome: readFileSync(`${tests}outcomes/${file}`, "utf8"),
  }));
}

/** A pretty-printed JSON text without its white space. Each line begins with a key, or has none. */
export function compact(text) {
  const lines = text.split("\n").map((line) => line.trimStart());
  return lines.map((line) => line.replace(/^("(?:[^"\\]|\\.)*"): /, "$1:")).join("");
}
