// What a login costs on each engine, beside the other in one run, so that whatever else the machine does hits both
// alike. Medians.

import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { quantile, record } from "../../benches/figures/record.mjs";
import { ReconcileKitError } from "../dist/node.js";
import { Sandbox } from "../dist/sandbox.js";

const STARTS = 5;
const BATCHES = 15;
const CALLS = 40;
const WARM_UP = 5;
const LOGINS = 1000;
/** The figures by way, with how many of their unit a millisecond is. */
const FIGURES = {
  "quickjs, start": ["engines.quickjs.start", 1],
  "quickjs, prepared": ["engines.quickjs.warm", 1000],
  "graaljs, start": ["engines.graaljs.start", 1],
  "graaljs, warm": ["engines.graaljs.warm", 1000],
};

const root = fileURLToPath(new URL("../..", import.meta.url));
const example = join(root, "examples/lambdas/names-and-picture");
const body = readFileSync(join(example, "reconcile.js"), "utf8");
const scenario = {
  ...JSON.parse(readFileSync(join(example, "first-login.json"), "utf8")),
  lambda: { body },
};
const login = JSON.stringify(scenario.login);

/** A lambda that no engine has seen before. */
let seen = 0;
const fresh = () => ({ ...scenario, lambda: { body: `${body}// ${++seen}\n` } });

/** The engines that can be used here; why `graaljs` cannot, in a sentence. */
async function engines() {
  const sandbox = new Sandbox({ engine: "graaljs" });
  try {
    await sandbox.simulate(scenario);
    return ["quickjs", "graaljs"];
  } catch (error) {
    if (!(error instanceof ReconcileKitError) || !error.code.startsWith("engine-")) throw error;
    console.log(`without graaljs: ${error.message}; ${error.help}`);
    return ["quickjs"];
  } finally {
    await sandbox.close();
  }
}

const median = (numbers) => quantile(numbers, 0.5);

async function milliseconds(way) {
  const started = process.hrtime.bigint();
  await way();
  return Number(process.hrtime.bigint() - started) / 1e6;
}

/** Times each of `ways` in turn, so often; `calls` of them at once. */
async function measure(ways, rounds, calls, warmUp) {
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const batch = [];
      for (let call = 0; call < calls; call += 1) batch.push(await milliseconds(way));
      // The first rounds are the compilers'.
      if (round >= 0) times[name].push(median(batch));
    }
  }
  for (const [name, all] of Object.entries(times)) {
    print(name, median(all));
    const [figure, units] = FIGURES[name] ?? [];
    if (figure) record(figure, ...all.map((time) => time * units));
  }
}

function print(name, time) {
  const text =
    time < 1 ? `${(time * 1000).toFixed(0)} µs` : `${time.toFixed(time < 10 ? 2 : 0)} ms`;
  console.log(`  ${name.padEnd(44)}${text.padStart(9)}`);
}

/** From nothing to the first outcome. */
async function starts(names) {
  console.log("\nthe first login of a sandbox");
  const start = (engine) => async () => {
    const sandbox = new Sandbox({ engine });
    await sandbox.simulate(scenario);
    await sandbox.close();
  };
  const ways = Object.fromEntries(names.map((name) => [`${name}, start`, start(name)]));
  await measure(ways, STARTS, 1, 1);
}

/** A login by an engine that runs already. */
async function logins(names) {
  console.log("\na login, with core and worker");
  const sandboxes = names.map((engine) => new Sandbox({ engine }));
  const ways = {};
  for (const [index, name] of names.entries()) {
    const sandbox = sandboxes[index];
    const prepared = await sandbox.prepare(scenario);
    const [same, other] = name === "graaljs" ? ["warm", "warm, new text"] : ["prepared", "cold"];
    ways[`${name}, ${same}`] = () => prepared.simulateText(login);
    ways[`${name}, ${other}`] = () => sandbox.simulateText(fresh());
  }
  await measure(ways, BATCHES, CALLS, WARM_UP);
  for (const sandbox of sandboxes) await sandbox.close();
}

/** Many scenarios by the command line, each with what is expected of it. */
async function throughTest(names) {
  console.log(`\n${LOGINS.toLocaleString("en")} logins through \`reconcile-kit test\``);
  const directory = mkdtempSync(join(tmpdir(), "reconcile-kit-bench-"));
  try {
    cpSync(join(example, "reconcile.js"), join(directory, "reconcile.js"));
    const text = JSON.stringify({ ...scenario, lambda: { file: "reconcile.js" } });
    for (let number = 0; number < LOGINS; number += 1) {
      writeFileSync(join(directory, `login-${number}.json`), text);
    }
    for (const name of names) {
      const program = [join(root, "js/dist/cli.js"), "test", "--engine", name, directory];
      const options = { maxBuffer: 2 ** 26 };
      const run = () => promisify(execFile)(process.execPath, program, options);
      print(name, await milliseconds(run));
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const names = await engines();
await starts(names);
await logins(names);
await throughTest(names);
