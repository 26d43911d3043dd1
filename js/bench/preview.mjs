// How long a preview takes, in pairs: the ways are measured in turn in one run, so that whatever else the
// machine does hits all of them alike. Medians.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { quantile, record } from "../../benches/figures/record.mjs";
import { compareText, prepare, simulate, simulateText } from "../dist/node.js";
import { SCENARIO_FILE as file, SCENARIO_TEXT as text } from "./inputs.mjs";

const BATCHES = 60;
const CALLS = 50;
const COLD_STARTS = 15;
// V8 optimises a module late on a busy machine.
const WARM_UP = 30;

const scenario = JSON.parse(text);
const loginText = JSON.stringify(scenario.login);
const prepared = prepare(scenario);
const FIGURES = {
  "prepared, text in and out": "preview.prepared",
  "prepared, object in and out": "preview.object",
  "not prepared, text in and out": "preview.text",
  "seven strategies, text in and out": "preview.compare",
};

/** The ways to ask for the same outcome. */
const WAYS = {
  "prepared, text in and out": () => prepared.simulateText(loginText),
  "prepared, object in and out": () => prepared.simulate(scenario.login),
  "not prepared, text in and out": () => simulateText(text),
  "not prepared, object in and out": () => simulate(scenario),
  "seven strategies, text in and out": () => compareText(text),
};

const median = (numbers) => quantile(numbers, 0.5);

/** Microseconds a call, measured over a batch. */
function batch(way) {
  const started = process.hrtime.bigint();
  for (let call = 0; call < CALLS; call += 1) way();
  return Number(process.hrtime.bigint() - started) / 1000 / CALLS;
}

function warmTimes() {
  const times = Object.fromEntries(Object.keys(WAYS).map((name) => [name, []]));
  for (let round = -WARM_UP; round < BATCHES; round += 1) {
    for (const [name, way] of Object.entries(WAYS)) {
      const time = batch(way);
      // The first rounds are the compiler's.
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
}

const COLD = `
const { readFileSync } = await import("node:fs");
const text = readFileSync(${JSON.stringify(file)}, "utf8");
const { simulateText } = await import(${JSON.stringify(new URL("../dist/node.js", import.meta.url).href)});
const started = process.hrtime.bigint();
simulateText(text);
console.log(Number(process.hrtime.bigint() - started) / 1e6);
`;

/** Milliseconds of compiling, instantiating and the first preview, in a process of its own. */
function coldStart() {
  const words = ["--input-type=module", "--eval", COLD];
  return Number(execFileSync(process.execPath, words, { encoding: "utf8" }));
}

/** Milliseconds of a whole process. */
function processTime(words) {
  const started = process.hrtime.bigint();
  execFileSync(process.execPath, words);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

const outcome = prepared.simulateText(loginText);
console.log(`scenario ${text.length} B, login ${loginText.length} B, outcome ${outcome.length} B`);
console.log(`median of ${BATCHES} batches of ${CALLS} calls:`);
for (const [name, times] of Object.entries(warmTimes())) {
  console.log(`  ${name.padEnd(34)} ${median(times).toFixed(1).padStart(8)} µs`);
  if (FIGURES[name]) record(FIGURES[name], ...times);
}

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const cold = [];
const tool = [];
const bare = [];
for (let start = 0; start < COLD_STARTS; start += 1) {
  cold.push(coldStart());
  tool.push(processTime([cli, "preview", file]));
  bare.push(processTime(["--eval", "0"]));
}
console.log(`median of ${COLD_STARTS} fresh processes:`);
console.log(`  compile, instantiate, first preview ${median(cold).toFixed(1).padStart(7)} ms`);
// Start by start, so that a slow moment is not held against one of the two.
const over = tool.map((time, start) => time - bare[start]);
console.log(`  command line preview over node -e 0 ${median(over).toFixed(1).padStart(7)} ms`);
record("preview.first", ...cold);
record("preview.cli", ...over);
