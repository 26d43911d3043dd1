// Writes what the real engines have (graaljs-*.txt), and what follows from it: what is taken away from the realm
// (js/src/sandbox/realm-shape/lacking.ts) and what `check` knows (js/src/lambda-check/built-ins.ts). With `--check`
// nothing is written, and it is an error when something would be.
//
//   node tests/parity/realms/write.mjs [--check] [--no-java]
//
// `--no-java` takes the committed lists for the engines' own.

import { fileURLToPath } from "node:url";
import { builtIns } from "./built-ins.mjs";
import { evaluate, VERSIONS } from "./graaljs.mjs";
import { lacking } from "./lacking.mjs";
import { enumeration, filesOf, formatted, listOf, settle } from "./lists.mjs";

async function measured(version) {
  const [text] = await evaluate(version, [`(() => {${enumeration()}})()`]);
  if (!text.includes("\n")) throw new Error(`GraalJS ${version} gave no list: ${text}`);
  return [version, text.split("\n").sort()];
}

const isCheck = process.argv.includes("--check");
const stale = [];
if (!process.argv.includes("--no-java")) {
  const lists = await Promise.all(VERSIONS.map(measured));
  stale.push(...settle(filesOf(Object.fromEntries(lists)), isCheck));
}
const lists = Object.fromEntries(VERSIONS.map((version) => [version, listOf(version)]));
const generated = [
  ["js/src/sandbox/realm-shape/lacking.ts", await lacking(lists)],
  ["js/src/lambda-check/built-ins.ts", await builtIns(lists)],
].map(([name, text]) => ({
  path: fileURLToPath(new URL(`../../../${name}`, import.meta.url)),
  text: formatted(text),
}));
stale.push(...settle(generated, isCheck));
for (const path of stale) console.log(`${isCheck ? "not current" : "written"}: ${path}`);
console.log(`${VERSIONS.length} engines, ${stale.length} files ${isCheck ? "differ" : "written"}`);
if (isCheck && stale.length > 0) process.exitCode = 1;
