// Compares made-up logins: node tests/reference/run.mjs [--logins N] [--seed N] [--only SEED]

import { parseArgs } from "node:util";
import { simulate } from "../../js/dist/node.js";
import { compareSeed } from "./compare.mjs";
import { branchesMet } from "./model/coverage.mjs";

const { values } = parseArgs({
  options: {
    logins: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});

if (values.only) {
  console.log(JSON.stringify(compareSeed(Number(values.only), simulate), null, 1));
  process.exit();
}
const kinds = new Map();
let [logins, seed] = [0, Number(values.seed)];
for (; logins < Number(values.logins); seed += 1) {
  let result;
  try { result = compareSeed(seed, simulate); } catch (error) {
    result = { logins: 1, differences: [{ place: "0 threw", model: "", core: `${error.code} ${error.message} ${error.path}`.slice(0, 150) }] };
    if (!error.code) result.differences[0].core = error.stack.slice(0, 300);
  }
  logins += result.logins;
  for (const d of result.differences.slice(0, 1)) {
    const kind = d.place.replace(/^\d+ /, "") + " | " + JSON.stringify(d.model).slice(0, 120) + " | " + JSON.stringify(d.core)?.slice(0, 160);
    const key = kind.replace(/user-\d/g, 'user-N');
    const k = kinds.get(key) ?? { n: 0, seed, kind };
    k.n += 1; kinds.set(key, k);
  }
}
console.log(logins, "logins", [...kinds.values()].reduce((s, k) => s + k.n, 0), "scenarios differ");
for (const k of [...kinds.values()].sort((a, b) => b.n - a.n).slice(0, 40)) console.log(k.n, k.seed, k.kind);
if (process.env.COVER) for (const [b, n] of [...branchesMet()].sort()) console.log(n, b);
