// Policies beside other engines: first every answer is compared, then each pair is timed in one run.
// `node bench.mjs [allowed|denied|"wrong types"]` times the given login; without a word, the allowed one.

import assert from "node:assert/strict";
import { loadavg } from "node:os";
import { recordTable } from "../figures/record.mjs";
import { ANSWERS, LOGINS } from "./claims.mjs";
import { coldStarts } from "./cold.mjs";
import { PEERS } from "./engines/index.mjs";
import { hasExports } from "./engines/lambdas.mjs";
import { reconcileKit } from "./engines/reconcile-kit.mjs";
import { measure } from "./measure.mjs";
import { inPlace, pairOf } from "./ways.mjs";

const login = process.argv[2] ?? "allowed";
if (!Object.hasOwn(LOGINS, login)) {
  console.error(`there is no login \`${login}\`: ${Object.keys(LOGINS).join(", ")}`);
  process.exit(2);
}

const GIVEN = Object.fromEntries(
  Object.entries(LOGINS).map(([name, login]) => [name, { login, text: JSON.stringify(login) }]),
);

/** Plain data without `null`, which stands for no field where an engine cannot leave one out. */
function comparable(answer) {
  return JSON.parse(JSON.stringify(answer), (_, value) => value ?? undefined);
}

/** Throws unless every way answers for every login what is expected of it. */
async function compare(groups) {
  let answers = 0;
  for (const { task, ways } of groups) {
    for (const { name, run, read } of ways) {
      for (const [login, given] of Object.entries(GIVEN)) {
        const found = comparable(read(await run(given)));
        assert.deepEqual(found, ANSWERS[task][login], `${name}, task ${task}, login ${login}`);
        answers += 1;
      }
    }
  }
  return answers;
}

/** What is timed together: each task with each peer that can do it, then with functions in place. */
async function groupsOf() {
  const ours = await reconcileKit.load();
  const peers = [];
  for (const peer of PEERS) peers.push([peer, await peer.load()]);
  const groups = [];
  for (const task of Object.keys(ANSWERS)) {
    for (const [peer, tasks] of peers) {
      if (tasks[task]) groups.push({ task, ways: pairOf(task, ours, peer, tasks) });
    }
    groups.push({ task, ways: await inPlace(task) });
  }
  return groups;
}

const load = () => `load ${loadavg()[0].toFixed(1)}`;

/** A line of a table: a name, the median and the spread. */
function line(name, { low, middle, high }, digits) {
  const [from, to] = [low, high].map((value) => value.toFixed(digits));
  return `  ${name.padEnd(42)}${middle.toFixed(digits).padStart(9)}${`${from}–${to}`.padStart(17)}`;
}

function print({ task, ways }, rows) {
  const first = ways[0].name.startsWith("reconcile-kit") ? "to ours" : "to by hand";
  const head = `${"µs".padStart(9)}${"p10–p90".padStart(17)}${first.padStart(12)}`;
  console.log(`\n${task.padEnd(44)}${head}`);
  for (const { name, quotient, ...times } of rows) {
    const end = quotient === undefined ? "" : `${quotient.toFixed(2).padStart(11)}×`;
    console.log(line(name, times, 2) + end);
  }
}

const groups = await groupsOf();
console.log(`${await compare(groups)} answers are as expected, of three logins.`);
console.log(
  `The login "${login}", ${GIVEN[login].text.length} B; Node.js ${process.version}; ${load()}.`,
);
const tables = [];
for (const group of groups) {
  const rows = await measure(group.ways, GIVEN[login]);
  print(group, rows);
  tables.push({ task: group.task, rows });
}
recordTable("peers", tables);
if (!hasExports) console.log("\nThe exported lambda is not measured: this package cannot export.");

const head = `${"ms".padStart(9)}${"p10–p90".padStart(17)}${"to Node.js".padStart(12)}`;
console.log(`\n${"start of a process to first answer, gate".padEnd(44)}${head}`);
const starts = coldStarts();
recordTable("starts", starts);
for (const { name, more, ...times } of starts) {
  const sign = more < 0 ? "−" : "+";
  console.log(line(name, times, 1) + `${sign}${Math.abs(more).toFixed(1)}`.padStart(12));
}
console.log(`\nAt the end: ${load()}.`);
