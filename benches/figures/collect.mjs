// Makes benches/results.json of what one run of `cargo xtask bench` recorded, with machine and versions:
// `node collect.mjs RECORDED RUSTC`.

import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { budgetShown, FIGURES, isMet, shown } from "./list.mjs";

const root = new URL("../../", import.meta.url);
const [file, rustc] = process.argv.slice(2);
const { figures, tables } = JSON.parse(readFileSync(file, "utf8"));

/** The versions of the packages that are measured beside ours, and of ours. */
function versions() {
  const { dependencies } = JSON.parse(readFileSync(new URL("benches/peers/package.json", root)));
  const all = { "Node.js": process.versions.node, Rust: rustc.split(" ")[1] };
  for (const name of Object.keys(dependencies)) {
    const installed = new URL(`node_modules/${name}/package.json`, root);
    all[name] = JSON.parse(readFileSync(installed, "utf8")).version;
  }
  return all;
}

const results = {
  date: new Date().toISOString().slice(0, 10),
  machine: {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()}`,
  },
  versions: versions(),
  // In the order of the list, so that a later run differs only where numbers do.
  figures: Object.fromEntries(
    Object.keys(FIGURES).flatMap((name) => (figures[name] ? [[name, figures[name]]] : [])),
  ),
  tables,
};
writeFileSync(new URL("benches/results.json", root), `${JSON.stringify(results, null, 2)}\n`);

/** How a figure keeps its budget, as a line. */
function kept(name, figure) {
  const found = figures[name];
  const value = found ? shown(found.value, figure.unit) : "not measured here";
  const verdict = !found ? "" : isMet(figure, found.value) ? "met" : "MISSED";
  return `  ${figure.what.padEnd(66)}${value.padStart(18)}  budget ${budgetShown(figure).padStart(9)}  ${verdict}`;
}

console.log("\nBudgets:");
for (const [name, figure] of Object.entries(FIGURES)) {
  if (figure.budget !== undefined) console.log(kept(name, figure));
}
