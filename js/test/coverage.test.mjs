// What is counted in a lambda, and how it is told.

import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { source } from "./support/source.mjs";

const { instrument } = await source("coverage/instrument");
const { Collector } = await source("coverage/collect");
const { lcovOf } = await source("coverage/lcov");
const { figuresOf, uncovered } = await source("coverage/measure");
const { summaryOf } = await source("coverage/summary");

/** Runs a lambda once for each entry of the scenario, which is a list of claims, and gives its counters. */
async function inspect(scenario, body, name) {
  return JSON.parse(scenario).map((jwt) => {
    const context = vm.createContext({});
    vm.runInContext(body, context);
    try {
      context.reconcile({}, {}, jwt);
    } catch {
      // The lambda threw; what it did until then counts.
    }
    return JSON.parse(JSON.stringify(context[name]));
  });
}

/** The coverage of the lambda `body` after runs with each of these claims. */
async function covered(body, ...claims) {
  const collector = new Collector(inspect);
  const scenario = JSON.stringify(claims);
  await collector.add({ scenario, body, name: "reconcile.js", isFile: true });
  return collector.coverage()[0];
}

test("a line is reached when one of its statements is, as often as the most reached one", async () => {
  const { lines } = await covered(
    `function reconcile(user, registration, jwt) {
  var names = [];
  for (var i = 0; i < 3; i++) names.push(i);
  if (jwt.a) {
    user.a = 1;
  }
}`,
    {},
    {},
  );
  assert.deepEqual(
    [...lines],
    [
      [2, 2],
      [3, 6],
      [4, 2],
      [5, 0],
    ],
  );
});

test("every way to go on counts by itself", async () => {
  const taken = async (statement, ...claims) => {
    const { branches } = await covered(
      `function reconcile(user, registration, jwt) { ${statement} }`,
      ...claims,
    );
    return branches.map(({ taken }) => taken);
  };
  const [a, none] = [{ a: 1 }, {}];
  assert.deepEqual(await taken("if (jwt.a) user.a = 1;", a, a, none), [[2, 1]]);
  assert.deepEqual(await taken("if (jwt.a) ; else user.a = 1", a), [[1, 0]]);
  assert.deepEqual(await taken("user.a = jwt.a ? 1 : 2", none), [[0, 1]]);
  // The first figure is how often the left side was enough.
  assert.deepEqual(await taken("user.a = jwt.a || 2", a, a, none), [[2, 1]]);
  assert.deepEqual(await taken("user.a = jwt.a && 2", a, a, none), [[1, 2]]);
  assert.deepEqual(await taken("user.a = jwt.a ?? 2", none), [[0, 1]]);
  assert.deepEqual(await taken("user.a = jwt.a || jwt.b || 3", { b: 1 }), [
    [1, 0],
    [0, 1],
  ]);
  assert.deepEqual(await taken("jwt.a ||= 2", a, none, none), [[1, 2]]);
  assert.deepEqual(await taken("switch (jwt.a) { case 1: break; case 2: default: }", a, none), [
    [1, 0, 1],
  ]);
  assert.deepEqual(await taken("(function (b = 1) {})(jwt.a)", a, none), [[1]]);
  // A left side that throws was not enough.
  assert.deepEqual(await taken("user.a = jwt.a.b || 2", none), [[0, 0]]);
});

test("functions are known by their names, or by what they are assigned to", async () => {
  const { functions } = await covered(
    `function reconcile(user) { helper(); [1].forEach(function () {}) }
const helper = () => unused;
const unused = { method() {}, ["computed"]: () => 1 };`,
    {},
  );
  assert.deepEqual(
    functions.map(({ name, line, calls }) => [name, line, calls]),
    [
      ["reconcile", 1, 1],
      ["(anonymous 2)", 1, 1],
      ["helper", 2, 1],
      ["method", 3, 0],
      ["(anonymous 5)", 3, 0],
    ],
  );
});

test("what several scenarios reach of one lambda adds up", async () => {
  const body =
    "function reconcile(user, registration, jwt) {\n  if (jwt.a) user.a = 1;\n  else user.b = 1;\n}";
  const collector = new Collector(inspect);
  const lambda = { body, name: "reconcile.js", isFile: true };
  await collector.add({ ...lambda, scenario: JSON.stringify([{ a: 1 }]) });
  assert.deepEqual(figuresOf(collector.coverage()).branches, { covered: 1, total: 2 });
  await collector.add({ ...lambda, scenario: JSON.stringify([{}]) });
  await collector.add({ ...lambda, name: "other.js", scenario: "[]" });
  const [other, both] = collector.coverage();
  assert.deepEqual(figuresOf([both]).branches, { covered: 2, total: 2 });
  assert.deepEqual(figuresOf([other]).branches, { covered: 0, total: 2 });
  assert.deepEqual(uncovered(other).lines, [2, 3]);
});

test("a lambda that was changed meanwhile is counted anew", async () => {
  const collector = new Collector(inspect);
  const scenario = "[{}]";
  const [before, after] = ["function reconcile() { one() }", "function reconcile() {}\n1;"];
  await collector.add({ scenario, body: before, name: "a.js", isFile: true });
  await collector.add({ scenario, body: after, name: "a.js", isFile: true });
  assert.deepEqual([...collector.coverage()[0].lines], [[2, 1]]);
});

test("what is no JavaScript has nothing to count", async () => {
  for (const body of ["function reconcile( {", "import x from 'y'", "(".repeat(100_000)]) {
    assert.equal(instrument(body), undefined);
    assert.equal(await covered(body, {}), undefined);
  }
});

test("counters have a name that the lambda does not use", () => {
  const first = instrument("function reconcile() {}").name;
  const second = instrument(`function reconcile() { return ${first}; }`);
  assert.notEqual(second.name, first);
  assert.ok(!`function reconcile() { return ${first}; }`.includes(second.name));
});

test("a lambda whose counters are not there any more, or are something else, counts nothing", async () => {
  const collector = new Collector(async () => [
    undefined,
    "text",
    { 0: 1 },
    [1e99, "1", -0.5, null],
  ]);
  const body = "function reconcile() { a(); b(); c(); d() }";
  await collector.add({ scenario: "[]", body, name: "a.js", isFile: true });
  assert.deepEqual(figuresOf(collector.coverage()).lines, { covered: 0, total: 1 });
});

test("the tracefile is one that lcov reads", async () => {
  const lambda = await covered(
    `function reconcile(user, registration, jwt) {
  if (jwt.a) user.a = jwt.b || 1;
  user.c = 1;
}
function unused() {
  return 1;
}`,
    {},
  );
  const inline = { ...lambda, isFile: false };
  assert.equal(
    lcovOf([lambda, inline], (file) => `lambdas/${file}`),
    `TN:
SF:lambdas/reconcile.js
FN:1,reconcile
FN:5,unused
FNDA:1,reconcile
FNDA:0,unused
FNF:2
FNH:1
BRDA:2,0,0,0
BRDA:2,0,1,1
BRDA:2,1,0,-
BRDA:2,1,1,-
BRF:4
BRH:1
DA:2,1
DA:3,1
DA:6,0
LF:3
LH:2
end_of_record
`,
  );
});

test("the summary names what was not reached, and rounds nothing up to a hundred", async () => {
  const many = Array.from({ length: 2000 }, (_, index) => `  user.f${index} = 1;`).join("\n");
  const nearly = await covered(
    `function reconcile(user, registration, jwt) {\n${many}\n  if (jwt.a) user.a = 1;\n  return;\n  user.b = 1;\n\n  user.c = 1;\n}`,
    {},
  );
  const whole = {
    ...(await covered("function reconcile(user) { user.a = 1 }", {})),
    name: "whole.js",
  };
  assert.equal(
    summaryOf([nearly, whole]),
    `lambda         lines  branches  functions  not reached
reconcile.js  99.9 %    50.0 %      100 %  line 2004-2006; branch in 2002
whole.js       100 %     100 %      100 %
all lambdas   99.9 %    50.0 %      100 %`,
  );
});
