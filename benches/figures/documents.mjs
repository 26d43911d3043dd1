// Puts the measured figures into the documents, or checks that they are there: `node documents.mjs [--check]`.
//
// A number that looks measured and stands in no mark is a mistake, unless allowed.json says in which file it may, and why.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { filled, loose, stale, unknown } from "./marks.mjs";
import { textsOf } from "./texts.mjs";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

/** Every document for people. */
function documents() {
  const inside = (directory) =>
    readdirSync(new URL(directory, root), { recursive: true })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${directory}${name.replaceAll("\\", "/")}`);
  const own = readdirSync(root).filter((name) => name.endsWith(".md"));
  return [...own, ...inside("docs/"), "benches/peers/README.md"].sort();
}

function faults(texts) {
  const allowed = JSON.parse(read("benches/figures/allowed.json"));
  const used = new Set();
  const found = documents().flatMap((path) => {
    const text = read(path);
    return [...stale(path, text, texts), ...loose(path, text, allowed, used)];
  });
  const unused = allowed.filter((entry) => !used.has(entry));
  const lines = unused.map(
    ({ file, text }) => `benches/figures/allowed.json: no number needs \`${text}\` of ${file}`,
  );
  return [...found, ...lines];
}

function check(texts) {
  const found = faults(texts);
  for (const fault of found) console.error(fault);
  if (found.length > 0) process.exitCode = 1;
  else console.log("Every measured number in the documents is the measured one.");
}

function write(texts) {
  for (const path of documents()) {
    const text = read(path);
    const names = unknown(text, texts);
    for (const name of names) console.error(`${path}: nothing was measured for \`${name}\``);
    if (names.length > 0) process.exitCode = 1;
    const better = filled(text, texts);
    if (better === text) continue;
    writeFileSync(new URL(path, root), better);
    console.log(`wrote ${path}`);
  }
}

const texts = textsOf(JSON.parse(read("benches/results.json")));
if (process.argv.includes("--check")) check(texts);
else write(texts);
