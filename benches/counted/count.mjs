// How many instructions the modules execute for what people wait for: the same number on every machine. Each is the
// third call, so that what is made once is left out.

import { readFileSync } from "node:fs";
import {
  callOf,
  GIVEN,
  LAMBDA_SCENARIO,
  LAMBDAS,
  loadEngine,
  POLICY,
  programOf,
  QUICKJS,
  SCENARIO_TEXT,
} from "../../js/bench/inputs.mjs";
import { simulateText } from "../../js/dist/node.js";
import { COUNTER, withCounter } from "./meter.mjs";

const pkg = new URL("../../pkg/", import.meta.url);

/** The modules by name: the glue and the bytes. */
export const MODULES = {
  main: ["reconcile_kit.js", "reconcile_kit_bg.wasm"],
  lambda: ["lambda/reconcile_kit_lambda.js", "lambda/reconcile_kit_lambda_bg.wasm"],
  preview: ["preview/reconcile_kit_preview.js", "preview/reconcile_kit_preview_bg.wasm"],
};

/** The bytes of a module. */
export function bytesOf(name) {
  return readFileSync(new URL(MODULES[name][1], pkg));
}

/** What is asked of a module, as far as it can. */
function waysOf(glue) {
  const ways = {};
  if (glue.CompiledPolicy) {
    const [policy, given] = [JSON.stringify(POLICY), JSON.stringify(GIVEN)];
    const compiled = new glue.CompiledPolicy(policy);
    ways["policy, text in and out"] = () => compiled.run(given, false);
    ways["policy, with a trace"] = () => compiled.run(given, true);
    ways["policy, read"] = () => new glue.CompiledPolicy(policy).free();
  }
  if (glue.PreparedScenario) {
    const prepared = new glue.PreparedScenario(SCENARIO_TEXT);
    const login = JSON.stringify(JSON.parse(SCENARIO_TEXT).login);
    ways["preview, prepared"] = () => prepared.simulate(login);
    ways["preview, not prepared"] = () => glue.simulate(SCENARIO_TEXT);
    ways["seven strategies compared"] = () => glue.compare(SCENARIO_TEXT);
  }
  return ways;
}

/** What a way adds to the counters that `read` sums up. */
function added(way, read) {
  way();
  way();
  const before = read();
  way();
  return Number(read() - before);
}

async function ofModule(name) {
  const glue = await import(new URL(MODULES[name][0], pkg));
  const { [COUNTER]: counter } = glue.initSync({ module: withCounter(bytesOf(name)) });
  const ways = Object.entries(waysOf(glue));
  return ways.map(([way, run]) => [`${name}: ${way}`, added(run, () => counter.value)]);
}

/** The counters of every instance that is made from now on, summed up. */
function watched() {
  const counters = [];
  const { Instance } = WebAssembly;
  WebAssembly.Instance = class extends Instance {
    constructor(module, imports) {
      super(module, imports);
      if (this.exports[COUNTER]) counters.push(this.exports[COUNTER]);
    }
  };
  return () => counters.reduce((sum, { value }) => sum + value, 0n);
}

async function ofLambdas() {
  const read = watched();
  const engine = await loadEngine(new WebAssembly.Module(withCounter(QUICKJS)));
  return Object.entries(LAMBDAS).flatMap(([name, body]) => {
    const call = callOf(simulateText, { ...LAMBDA_SCENARIO, lambda: { body } });
    const loaded = engine.load(programOf(body, 0));
    const cold = () => {
      const fresh = engine.load(programOf(body, 1));
      fresh.run(call);
      fresh.free();
    };
    return [
      [`sandbox: ${name}, prepared`, added(() => loaded.run(call), read)],
      [`sandbox: ${name}, cold`, added(cold, read)],
    ];
  });
}

/** All counts by name. Those of lambdas depend on the engine, which is a package, and on no compiler. */
export async function count() {
  const modules = [];
  for (const name of Object.keys(MODULES)) modules.push(...(await ofModule(name)));
  const lambdas = await ofLambdas();
  return { modules: Object.fromEntries(modules), lambdas: Object.fromEntries(lambdas) };
}
