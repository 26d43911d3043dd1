// Compares made-up logins: node tests/reference/run.mjs [--logins N] [--seed N] [--only SEED]

import { parseArgs } from "node:util";
import * as kit from "../../js/dist/node.js";
import { compareLogins } from "./comparison.mjs";

const { values } = parseArgs({
  options: {
    logins: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});

if (values.only) await printOne(Number(values.only));
else await printAll(Number(values.logins), Number(values.seed));

async function printOne(seed) {
  const { compareSeed } = await import("./compare.mjs");
  console.log(JSON.stringify(compareSeed(seed, kit), null, 2));
}

async function printAll(logins, seed) {
  const started = Date.now();
  const run = await compareLogins(kit, { logins, seed });
  for (const [branch, count] of [...run.met].sort()) console.log(`${count}\t${branch}`);
  for (const { seed: made, differences } of run.different.slice(0, 20)) {
    const [{ place, model, core }] = differences;
    console.log(`\nseed ${made}: ${place}`);
    console.log(`  model ${JSON.stringify(model)}\n  core  ${JSON.stringify(core)}`);
  }
  for (const block of run.missed) console.log(`never met: ${block}`);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    `\n${run.logins} logins in ${run.scenarios} scenarios, ${run.met.size} branches of the model: ` +
      `${run.different.length} scenarios differ, ${run.missed.length} branches never met; ${seconds} s`,
  );
  if (run.different.length > 0 || run.missed.length > 0) process.exitCode = 1;
}
