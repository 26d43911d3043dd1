// Differences that nothing explains, as small as they can be made, in files of their own.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { engineOf } from "./engines.mjs";
import { shrunk } from "./shrink.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "parity");

/** What is said of the differences, each written to a file; at most `shrink` of them, because one cause makes many. */
export async function told(results, engines, { seed, shrink }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const found = [];
  for (const result of oneOfEach(results).slice(0, shrink)) {
    // A hostile lambda is small already, and each try takes seconds.
    const isSmall = result.pair.source === "hostile";
    const { pair, differences } = isSmall ? result : await shrunk(result, engines);
    const { source, name, scenario } = pair;
    const file = join(folder, `${source}-${name}.json`.replace(/[^\w.-]+/g, "_"));
    const finding = { source, name, seed, engine: engineOf(scenario), differences, scenario };
    writeFileSync(file, `${JSON.stringify(finding, null, 2)}\n`);
    found.push({ ...finding, file });
  }
  return found;
}

/** One result of each kind first, then the others. */
function oneOfEach(results) {
  const seen = new Set();
  const [first, others] = [[], []];
  for (const result of results) {
    const kind = kindOf(result);
    (seen.has(kind) ? others : first).push(result);
    seen.add(kind);
  }
  return [...first, ...others];
}

/** Where a result differs and in which words, without names and numbers. */
export function kindOf({ differences }) {
  const parts = differences.slice(0, 1).map(({ pointer, ...values }) => {
    const place = pointer
      .replace(/\/\d+/g, "/n")
      .replace(/^(\/user|\/registration)\/data\/.*/, "$1/data");
    const words = JSON.stringify(Object.values(values)).replace(/'[^']*'|\d+/g, "");
    return place + words.slice(0, 160);
  });
  return parts.join();
}
