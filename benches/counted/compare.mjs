// Compares the modules' sizes and counted instructions with those that are committed, or writes them down:
// `node compare.mjs RUSTC`, where RUSTC is the compiler's version.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { bytesOf, count, MODULES } from "./count.mjs";

const FILE = fileURLToPath(new URL("snapshots.json", import.meta.url));
/** How far a number may be from the committed one, in per cent. */
const TOLERANCE = { sizes: 1.5, modules: 2.5, lambdas: 2.5 };
const WORDS = {
  sizes: "bytes",
  modules: "instructions",
  lambdas: "instructions",
};
const UPDATE = "RECONCILE_KIT_UPDATE=1 cargo xtask snapshots";

function sizes() {
  const all = Object.keys(MODULES).map((name) => {
    const bytes = bytesOf(name);
    return [
      [`${name}, raw`, bytes.length],
      [`${name}, gzip`, gzipSync(bytes, { level: 9 }).length],
    ];
  });
  return Object.fromEntries(all.flat());
}

/** What is compared: what a compiler makes only with the compiler that the committed numbers are of. */
function groupsFor(rustc, committed) {
  if (committed.rustc === rustc) return Object.keys(TOLERANCE);
  console.log(
    `The committed numbers are of ${committed.rustc}, and this is ${rustc}: only lambdas are compared.`,
  );
  return ["lambdas"];
}

function percent(found, expected) {
  return ((found - expected) / expected) * 100;
}

/** Each difference as a line. */
function differences(group, found, committed) {
  const names = new Set([...Object.keys(found), ...Object.keys(committed)]);
  return [...names].flatMap((name) => {
    const [now, before] = [found[name], committed[name]];
    if (now === undefined)
      return [`${name}: ${before} ${WORDS[group]} are committed, and nothing measures it`];
    if (before === undefined) return [`${name}: ${now} ${WORDS[group]}, and nothing is committed`];
    const change = percent(now, before);
    if (Math.abs(change) <= TOLERANCE[group]) return [];
    const sign = change > 0 ? "+" : "−";
    const by = `${sign}${Math.abs(change).toFixed(1)} %`;
    return [
      `${name}: ${now} ${WORDS[group]}, committed ${before} (${by}, allowed ${TOLERANCE[group]} %)`,
    ];
  });
}

const rustc = process.argv[2];
const found = { rustc, sizes: sizes(), ...(await count()) };
if (process.env.RECONCILE_KIT_UPDATE) {
  writeFileSync(FILE, `${JSON.stringify(found, null, 2)}\n`);
  console.log(`wrote ${FILE}`);
} else {
  const committed = JSON.parse(readFileSync(FILE, "utf8"));
  const groups = groupsFor(rustc, committed);
  const lines = groups.flatMap((group) => differences(group, found[group], committed[group]));
  for (const line of lines) console.error(line);
  if (lines.length > 0) {
    console.error(
      `\nIf that is meant, \`${UPDATE}\` writes it down; commit benches/counted/snapshots.json with why.`,
    );
    process.exitCode = 1;
  } else {
    const counted = groups.map((group) => Object.keys(found[group]).length);
    const total = counted.reduce((sum, length) => sum + length);
    console.log(`${total} sizes and counts are as committed.`);
  }
}
