// Whether memory stays flat: node js/bench/memory.mjs [--calls N] [--runs N]
//
// Calls the module and the sandbox over and over, and ends with 1 when memory grew after the warm-up: the module's own
// by a page, or the heap of JavaScript by more than what comes and goes.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const { values } = parseArgs({
  options: {
    calls: { type: "string", default: "1000000" },
    runs: { type: "string", default: "20000" },
  },
});

/** The memory of each module that is started from here on. */
const memories = [];
const Instance = WebAssembly.Instance;
WebAssembly.Instance = class extends Instance {
  constructor(module, imports) {
    super(module, imports);
    if (this.exports.memory) memories.push(this.exports.memory);
  }
};
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const { check, Policy, prepare } = await import("../dist/node.js");
const { createReconcile } = await import("../dist/lambda.js");
const { Sandbox } = await import("../dist/sandbox.js");

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const SCENARIO = read("examples/cognito/first-login.json");
const POLICY = read("examples/policies/roles-from-groups/policy.json");
const LAMBDA = JSON.parse(read("examples/lambdas/names-and-picture/first-login.json"));
LAMBDA.lambda = { body: read("examples/lambdas/names-and-picture/reconcile.js") };

/** What a heap of JavaScript may differ by between two full collections, in bytes: caches and code of its own. */
const SWAY = 2_000_000;
/** What the whole process may grow by while a worker runs lambdas: its heaps, and what the allocator keeps. */
const PROCESS_SWAY = 40_000_000;

const prepared = prepare(SCENARIO);
const login = JSON.stringify(JSON.parse(SCENARIO).login);
const policy = new Policy(POLICY);
const reconcile = createReconcile(POLICY);
const jwt = { sub: "1", email: "jane@example.com", email_verified: "true", given_name: "Jane" };
const given = JSON.stringify({ user: {}, registration: {}, jwt });

const WAYS = {
  "prepared preview": () => prepared.simulateText(login),
  "policy, text in and out": () => policy.runText(given),
  createReconcile: () => reconcile({}, {}, jwt, undefined, {}, {}),
  check: () => check(SCENARIO),
  "prepared and freed": () => prepare(SCENARIO).free(),
};

function measure() {
  collect();
  collect();
  const pages = memories.map(({ buffer }) => buffer.byteLength / 65536);
  return { pages, heap: process.memoryUsage().heapUsed };
}

function repeat(work, calls) {
  for (let call = 0; call < calls; call += 1) work();
}

function isFlat(name, work, calls) {
  repeat(work, Math.min(5000, calls));
  const before = measure();
  repeat(work, calls);
  const after = measure();
  const grown = after.heap - before.heap;
  const isSame = String(after.pages) === String(before.pages);
  console.log(
    `${name}: ${calls} calls, pages ${before.pages.join(" and ")} → ${after.pages.join(" and ")}, ` +
      `heap ${kilobytes(before.heap)} → ${kilobytes(after.heap)} KB`,
  );
  return isSame && grown < SWAY;
}

const kilobytes = (bytes) => Math.round(bytes / 1024);

/** The sandbox's memory is in a worker, so that only the process shows it. */
async function isSandboxFlat(runs) {
  const sandbox = new Sandbox();
  try {
    for (let run = 0; run < Math.min(2000, runs); run += 1) await sandbox.simulateText(LAMBDA);
    collect();
    const before = process.memoryUsage().rss;
    for (let run = 0; run < runs; run += 1) await sandbox.simulateText(LAMBDA);
    collect();
    const after = process.memoryUsage().rss;
    console.log(`sandbox: ${runs} runs, process ${kilobytes(before)} → ${kilobytes(after)} KB`);
    return after - before < PROCESS_SWAY;
  } finally {
    await sandbox.close();
  }
}

const calls = Number(values.calls);
const flat = Object.entries(WAYS).map(([name, work]) => isFlat(name, work, calls));
flat.push(await isSandboxFlat(Number(values.runs)));
if (!flat.every(Boolean)) {
  console.error("memory grew: see the lines above");
  process.exitCode = 1;
}
