// Keeps what was measured for documents, in the file that the variable RECONCILE_KIT_FIGURES names; where it is not
// set, a benchmark only prints.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { FIGURES } from "./list.mjs";

/** Of some numbers the one that so large a part of them is below. */
export function quantile(numbers, part) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * part)];
}

function keep(change) {
  const file = process.env.RECONCILE_KIT_FIGURES;
  if (!file) return;
  const kept = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : { figures: {}, tables: {} };
  change(kept);
  writeFileSync(file, `${JSON.stringify(kept, null, 1)}\n`);
}

/** Keeps the median and the spread of `numbers`, or the one number that a count or a size is. */
export function record(name, ...numbers) {
  if (!FIGURES[name]) throw new Error(`benches/figures/list.mjs has no figure \`${name}\``);
  const part = (share) => Number(quantile(numbers, share).toPrecision(4));
  const spread = numbers.length > 1 ? { low: part(0.1), high: part(0.9), of: numbers.length } : {};
  const value = numbers.length > 1 ? part(0.5) : numbers[0];
  keep(({ figures }) => {
    figures[name] = { value, ...spread };
  });
}

/** Keeps rows that are no figures by name, such as those of other engines. */
export function recordTable(name, rows) {
  keep(({ tables }) => {
    tables[name] = rows;
  });
}
