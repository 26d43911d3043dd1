// Runs pairs of a lambda and a login in the embedded engine and in the one that FusionAuth has, and compares what comes
// of them. `cargo xtask parity` installs what this needs and starts it.

import { optionsOf } from "./arguments.mjs";
import { kept } from "./differences.mjs";
import { Engines } from "./engines.mjs";
import { told } from "./findings.mjs";
import { updatePage } from "./page.mjs";
import { collect } from "./sources/all.mjs";
import { printSummary } from "./summary.mjs";
import { Tally } from "./tally.mjs";

const options = optionsOf(process.argv.slice(2));
const started = performance.now();
const tally = new Tally(kept());
const engines = new Engines();
try {
  console.log(`parity: seed ${options.seed}, ${options.pairs} generated pairs`);
  await Promise.all(
    collect(options).map((pairs) => engines.compareAll(pairs, (result) => tally.count(result))),
  );
  // A machine that was busy can let another limit stop a lambda, so what differs is run again, alone.
  for (const { pair } of tally.takeUnexplained()) tally.count(await engines.compare(pair));
  const findings = await told(tally.unexplained, engines, options);
  printSummary(tally, findings, (performance.now() - started) / 1000);
  if (options.only === undefined) updatePage(tally);
} finally {
  await engines.close();
}
process.exitCode = tally.unexplained.length > 0 ? 1 : 0;
