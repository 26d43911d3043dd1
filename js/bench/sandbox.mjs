// What a lambda costs in the sandbox, beside `node:vm`, which shields nothing. The ways are measured in turn
// in one run, so that whatever else the machine does hits all of them alike. Medians, in microseconds.

import { createContext, Script } from "node:vm";
import { quantile, record } from "../../benches/figures/record.mjs";
import { simulateText } from "../dist/node.js";
import { Sandbox } from "../dist/sandbox.js";
import { callOf, LAMBDA_SCENARIO, LAMBDAS, loadEngine, programOf, QUICKJS } from "./inputs.mjs";

const BATCHES = 15;
const CALLS = 100;
const WARM_UP = 3;
/** The figures by lambda and way. */
const FIGURES = {
  "names and picture": {
    "the lambda, prepared": "sandbox.prepared",
    "the lambda, cold": "sandbox.cold",
    "the lambda by node:vm, fresh context": "sandbox.vm",
    "a preview, prepared, with core and worker": "sandbox.preview",
    "a preview, cold, with core and worker": "sandbox.preview.cold",
  },
  "all standard claims": {
    "the lambda, prepared": "sandbox.standard.prepared",
    "the lambda, cold": "sandbox.standard.cold",
  },
};

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

const median = (numbers) => quantile(numbers, 0.5);

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
  return times;
}

const engine = await loadEngine(new WebAssembly.Module(QUICKJS));
const sandbox = new Sandbox();

for (const [name, body] of Object.entries(LAMBDAS)) {
  const scenario = { ...LAMBDA_SCENARIO, lambda: { body } };
  const call = callOf(simulateText, scenario);
  const loaded = engine.load(programOf(body, 0));
  const prepared = await sandbox.prepare(scenario);
  const login = JSON.stringify(scenario.login);
  const found = await measure({
    "the lambda, prepared": () => loaded.run(call),
    "the lambda, cold": (number) => {
      const fresh = engine.load(programOf(body, number));
      fresh.run(call);
      fresh.free();
    },
    "the lambda by node:vm, fresh context": (number) => byVm(`${body}// ${number}\n`, call),
    "a preview, prepared, with core and worker": () => prepared.simulateText(login),
    "a preview, cold, with core and worker": (number) =>
      sandbox.simulateText({ ...scenario, lambda: { body: `${body}// ${number}\n` } }),
    "a preview without a lambda, core alone": () =>
      simulateText({ ...LAMBDA_SCENARIO, lambda: undefined }),
  });
  console.log(`\n${name} (call of ${call.length} B)`);
  for (const [way, times] of Object.entries(found)) {
    console.log(`  ${way.padEnd(44)}${median(times).toFixed(0).padStart(6)} µs`);
    const figure = FIGURES[name][way];
    if (figure) record(figure, ...times);
  }
  await prepared.free();
}
await sandbox.close();
