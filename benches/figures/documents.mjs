// Puts the measured figures into the documents, or checks that they are there: `node documents.mjs [--check]`.
//
// A figure stands between marks, such as `<!--figure:policy.text-->18 µs<!--/-->`, and a whole table too. A number that
// looks measured and stands in no mark is a mistake, unless allowed.json says in which file it may, and why.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { textsOf } from "./texts.mjs";

const root = new URL("../../", import.meta.url);
const MARK = /<!--figure:([\w.-]+)-->([^]*?)<!--\/-->/g;
/** What was measured once and cannot be measured again: experiments. */
const ONCE = /<!--measured once-->[^]*?<!--\/-->/g;
const MEASURED =
  /\d[\d.,]*(?:\s?(?:–|to)\s?\d[\d.,]*)?\s?(?:µs|ms|KB|MB|×|microseconds?|milliseconds?)(?![\w/])/g;

const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));

/** Every document for people. */
function documents() {
  const inside = (directory) =>
    readdirSync(new URL(directory, root), { recursive: true })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${directory}${name.replaceAll("\\", "/")}`);
  const own = readdirSync(root).filter((name) => name.endsWith(".md"));
  return [...own, ...inside("docs/"), "benches/peers/README.md"].sort();
}

function lineOf(text, index) {
  return text.slice(0, index).split("\n").length;
}

/** The text with every mark filled, and the names that nothing was measured of. */
function filled(text, texts, unknown) {
  return text.replace(MARK, (_, name) => {
    if (!texts.has(name)) unknown.push(name);
    return `<!--figure:${name}-->${texts.get(name) ?? ""}<!--/-->`;
  });
}

/** As long as before, so that places stay, but without what is in marks. */
function blanked(text) {
  const blank = (found) => found.replace(/[^\n]/g, " ");
  return text.replace(MARK, blank).replace(ONCE, blank);
}

/** The numbers that look measured, stand in no mark, and are allowed nowhere. */
function loose(path, text, allowed, used) {
  const plain = blanked(text);
  return [...plain.matchAll(MEASURED)].flatMap(({ 0: number, index }) => {
    const line = plain.split("\n")[lineOf(plain, index) - 1];
    const rule = allowed.find((entry) => entry.file === path && line.includes(entry.text));
    if (rule && rule.text.includes(number)) {
      used.add(rule);
      return [];
    }
    return [
      `${path}:${lineOf(plain, index)}: \`${number}\` looks measured: put it between \`<!--figure:NAME-->\` and ` +
        "`<!--/-->`, or say in benches/figures/allowed.json why it is not",
    ];
  });
}

function stale(path, text, texts) {
  return [...text.matchAll(MARK)].flatMap(({ 1: name, 2: found, index }) => {
    const place = `${path}:${lineOf(text, index)}`;
    if (!texts.has(name)) return [`${place}: there is no figure \`${name}\` in benches/results.json`];
    if (texts.get(name) === found) return [];
    return [`${place}: \`${name}\` is not what was measured: \`cargo xtask bench --documents\` puts it in`];
  });
}

function check(texts) {
  const allowed = readJson("benches/figures/allowed.json");
  const used = new Set();
  const faults = documents().flatMap((path) => {
    const text = readFileSync(new URL(path, root), "utf8");
    return [...stale(path, text, texts), ...loose(path, text, allowed, used)];
  });
  for (const rule of allowed) {
    if (!used.has(rule)) faults.push(`benches/figures/allowed.json: ${rule.file} has no \`${rule.text}\``);
  }
  return faults;
}

function write(texts) {
  for (const path of documents()) {
    const text = readFileSync(new URL(path, root), "utf8");
    const unknown = [];
    const better = filled(text, texts, unknown);
    for (const name of unknown) console.error(`${path}: there is no figure \`${name}\``);
    if (unknown.length > 0) process.exitCode = 1;
    else if (better !== text) {
      writeFileSync(new URL(path, root), better);
      console.log(`wrote ${fileURLToPath(new URL(path, root))}`);
    }
  }
}

const texts = textsOf(readJson("benches/results.json"));
if (process.argv.includes("--check")) {
  const faults = check(texts);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log("Every measured number in the documents is the measured one.");
} else write(texts);
