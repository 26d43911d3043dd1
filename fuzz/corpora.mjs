// The corpora as files that one can commit: an input a line, in base64. libFuzzer wants a folder.
//
//   node fuzz/corpora.mjs pack FOLDER TARGET     writes fuzz/corpora/TARGET.base64
//   node fuzz/corpora.mjs unpack TARGET FOLDER   writes the inputs into the folder

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [command, from, to] = process.argv.slice(2);
const fileOf = (target) => new URL(`corpora/${target}.base64`, import.meta.url);

if (command === "pack" && to) {
  const inputs = readdirSync(from).map((name) => readFileSync(join(from, name)));
  const lines = inputs.filter(({ length }) => length > 0).map((input) => input.toString("base64"));
  writeFileSync(fileOf(to), `${lines.sort().join("\n")}\n`);
} else if (command === "unpack" && to) {
  mkdirSync(to, { recursive: true });
  const lines = readFileSync(fileOf(from), "utf8").trim().split("\n");
  lines.forEach((line, index) => {
    writeFileSync(join(to, `corpus-${index}`), Buffer.from(line, "base64"));
  });
} else {
  console.error("give `pack FOLDER TARGET` or `unpack TARGET FOLDER`");
  process.exitCode = 1;
}
