// How long a preview takes, in pairs: the ways are measured in turn in one run, so that whatever else the
// machine does hits all of them alike. Medians.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compareText, prepare, simulate, simulateText } from "../dist/node.js";

const BATCHES = 60;
const CALLS = 50;
const COLD_STARTS = 15;

const file = fileURLToPath(new URL("../../examples/cognito/first-login.json", import.meta.url));
const text = readFileSync(file, "utf8");
const scenario = JSON.parse(text);
const loginText = JSON.stringify(scenario.login);
const prepared = prepare(scenario);

/** The ways to ask for the same outcome. */
const WAYS = {
  "prepared, text in and out": () => prepared.simulateText(loginText),
  "prepared, object in and out": () => prepared.simulate(scenario.login),
  "not prepared, text in and out": () => simulateText(text),
  "not prepared, object in and out": () => simulate(scenario),
  "seven strategies, text in and out": () => compareText(text),
};

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Microseconds a call, measured over a batch. */
function batch(way) {
  const started = process.hrtime.bigint();
  for (let call = 0; call < CALLS; call += 1) way();
  return Number(process.hrtime.bigint() - started) / 1000 / CALLS;
}

function warmTimes() {
  const times = Object.fromEntries(Object.keys(WAYS).map((name) => [name, []]));
  for (let round = -5; round < BATCHES; round += 1) {
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
const over = median(tool) - median(bare);
console.log(`  command line preview over node -e 0 ${over.toFixed(1).padStart(7)} ms`);
