// What a lambda costs in the sandbox, beside `node:vm`, which shields nothing. The ways are measured in turn
// in one run, so that whatever else the machine does hits all of them alike. Medians, in microseconds.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createContext, Script } from "node:vm";
import { build } from "esbuild";
import { withRealm } from "../build/bundles.mjs";
import { QUICKJS } from "../build/embedded.mjs";
import { simulateText } from "../dist/node.js";
import { DEFAULT_LIMITS, Sandbox } from "../dist/sandbox.js";

const BATCHES = 15;
const CALLS = 100;
const WARM_UP = 3;
const BUDGETS = { cold: 400, prepared: 80 };

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const LAMBDAS = {
  "names and picture": read("examples/lambdas/names-and-picture/reconcile.js"),
  "all standard claims": read("js/src/cli/default-lambdas/OpenIDReconcile.js"),
};
const SCENARIO = JSON.parse(read("examples/lambdas/names-and-picture/first-login.json"));

/** The engine as the worker has it, which the package does not give out. */
async function loadEngine() {
  const directory = mkdtempSync(join(tmpdir(), "reconcile-kit-bench-"));
  try {
    const outfile = join(directory, "engine.mjs");
    const entryPoints = [join(root, "js/src/sandbox/quickjs/engine.ts")];
    await build({ entryPoints, outfile, bundle: true, format: "esm", plugins: [withRealm] });
    const { QuickJsEngine } = await import(pathToFileURL(outfile).href);
    const module = new WebAssembly.Module(readFileSync(QUICKJS));
    return new QuickJsEngine(module, DEFAULT_LIMITS);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The call that the core makes for this scenario. */
function callOf(scenario) {
  let seen;
  simulateText(scenario, {
    lambda(call) {
      seen ??= call;
      const [{ value: user }, { value: registration }] = JSON.parse(call).parameters;
      return JSON.stringify({ user, registration, undefined: [], origins: [], eventLog: [] });
    },
  });
  return seen;
}

/** The same by `node:vm`: a fresh context, the lambda's text, copies of the arguments, JSON back. */
function byVm(body, call) {
  const context = createContext({ call });
  const script = `${body}
;(() => {
  const list = JSON.parse(call).parameters.map(({ value }) => value);
  reconcile(...list);
  return JSON.stringify({ user: list[0], registration: list[1] });
})()`;
  return new Script(script).runInContext(context);
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Microseconds a call: the median of a batch, because garbage of the other ways falls due in it. */
async function batch(way, round) {
  const times = [];
  for (let call = 0; call < CALLS; call += 1) {
    const started = process.hrtime.bigint();
    const waiting = way(round * CALLS + call);
    if (waiting instanceof Promise) await waiting;
    times.push(Number(process.hrtime.bigint() - started) / 1000);
  }
  return median(times);
}

async function measure(ways) {
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = -WARM_UP; round < BATCHES; round += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const time = await batch(way, round);
      // The first rounds are the compiler's.
      if (round >= 0) times[name].push(time);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

const engine = await loadEngine();
const sandbox = new Sandbox();

for (const [name, body] of Object.entries(LAMBDAS)) {
  const scenario = { ...SCENARIO, lambda: { body } };
  const call = callOf(scenario);
  const program = (number) =>
    JSON.stringify({ now: 0, debug: false, body: `${body}// ${number}\n`, secrets: {}, fetch: [] });
  const loaded = engine.load(program(0));
  const prepared = await sandbox.prepare(scenario);
  const login = JSON.stringify(scenario.login);
  const found = await measure({
    "the lambda, prepared": () => loaded.run(call),
    "the lambda, cold": (number) => {
      const fresh = engine.load(program(number));
      fresh.run(call);
      fresh.free();
    },
    "the lambda by node:vm, fresh context": (number) => byVm(`${body}// ${number}\n`, call),
    "a preview, prepared, with core and worker": () => prepared.simulateText(login),
    "a preview, cold, with core and worker": (number) =>
      sandbox.simulateText({ ...scenario, lambda: { body: `${body}// ${number}\n` } }),
    "a preview without a lambda, core alone": () =>
      simulateText({ ...SCENARIO, lambda: undefined }),
  });
  console.log(`\n${name} (call of ${call.length} B)`);
  for (const [way, time] of Object.entries(found)) {
    const budget = BUDGETS[/^the lambda, (\w+)$/.exec(way)?.[1]];
    console.log(
      `  ${way.padEnd(44)}${time.toFixed(0).padStart(6)} µs${budget ? `  (budget ${budget})` : ""}`,
    );
  }
  await prepared.free();
}
await sandbox.close();
