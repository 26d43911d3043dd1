// Where a failure, a stop and an assignment are said to be: at the beginning of what failed, in every engine.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Sandbox } from "../dist/sandbox.js";
import { firstLogin } from "./support/scenarios.mjs";
import { source } from "./support/source.mjs";

const sandbox = new Sandbox({ limits: { steps: 100 } });
const { lambdaText } = await source("sandbox/source/lambda-text");
const { completed, stopped } = await source("sandbox/answer");

after(() => sandbox.close());

const limits = { deadline: 5000, steps: 100, memory: 64, stack: 128 };

/** Where the outcome says that the lambda failed; in the text the place is marked by `▲`. */
async function told(body) {
  const { diagnostics } = await sandbox.simulate(firstLogin({ lambda: { body } }));
  const { line, column } = diagnostics[0];
  return `${line}:${column}`;
}

/** A text with a mark, without it, and the place of the mark. */
function marked(text) {
  const before = text.slice(0, text.indexOf("▲")).split("\n");
  return { body: text.replace("▲", ""), at: `${before.length}:${[...before.at(-1)].length + 1}` };
}

for (const [name, text] of [
  [
    "a member of nothing",
    "function reconcile(user, r, jwt) {\n  user.firstName = ▲jwt.name.first.x;\n}",
  ],
  [
    "a method that is not there",
    "function reconcile(user, r, jwt) {\n  user.data.x = ▲jwt.name();\n}",
  ],
  [
    "a method at the end of lines",
    "function reconcile(user, r, jwt) {\n  return ▲user.data\n    .list()\n    .map();\n}",
  ],
  ["an error that is made", "function reconcile() {\n  throw ▲new Error('x');\n}"],
  [
    "an error that is made before",
    "function reconcile() {\n  const e = ▲new Error('x');\n  throw e;\n}",
  ],
  ["a function of the engine's", "function reconcile() {\n  ▲[1].map(1);\n}"],
  ["a helper", "const helper = (claims) => ▲claims.x.y;\nfunction reconcile() {\n  helper({});\n}"],
  ["what is taken apart", "function reconcile(user, r, jwt) {\n  const ▲{ first } = jwt.name;\n}"],
  [
    "a list that is none",
    "function reconcile(user, r, jwt) {\n  ▲for (const x of jwt.none) {\n    user.x = x;\n  }\n}",
  ],
  ["characters of two units", "function reconcile(user) {\n  /* 😀😀 */ ▲user.none.x = 1;\n}"],
  ["a value that follows", "function reconcile(user, r, jwt) {\n  ▲user.none.x = jwt.sub;\n}"],
  [
    "an endless loop",
    "function reconcile() {\n  let n = 0;\n  ▲while (true) {\n    for (let i = 0; i < 9; i++) n++;\n  }\n}",
  ],
  [
    "an endless loop in a helper",
    "function spin() {\n  for (;;);\n}\nfunction reconcile() {\n  const n = 1;\n  ▲spin(n);\n}",
  ],
  [
    "an endless loop of calls",
    "function spin() {\n  for (let i = 0; i < 100; i++);\n}\nfunction reconcile() {\n  ▲for (;;) {\n    spin();\n  }\n}",
  ],
  [
    "a stack that is full",
    "function reconcile() {\n  other();\n}\n▲function deeper() {\n  return 1 + deeper();\n}\nfunction other() {\n  deeper();\n}",
  ],
]) {
  test(`${name} is told at its beginning`, async () => {
    const { body, at } = marked(text);
    assert.equal(await told(body), at);
  });
}

/** What is answered when an engine says so, by its failure's place. */
function placeOf(body, stack, message = "TypeError: Cannot read property 'x' of undefined") {
  const raw = JSON.stringify({ log: {}, failure: { kind: "threw", message, stack } });
  const { failure } = JSON.parse(completed(raw, "", lambdaText(body, "24.1.2"), limits));
  return `${failure.line}:${failure.column}`;
}

test("engines that point at different parts of an expression agree", () => {
  const body = "function reconcile(user) {\n  user.a.b.c();\n  throw new Error('x');\n}";
  for (const column of [3, 9, 12, 13]) {
    assert.equal(placeOf(body, `Error\n    at reconcile (reconcile.js:2:${column})`), "2:3");
  }
  assert.equal(placeOf(body, "    at reconcile (reconcile.js:3:18)\n"), "3:9");
  assert.equal(placeOf(body, "Error: x\n    at reconcile.js:3:9"), "3:9");
});

test("engines that stop a loop at different places agree", () => {
  const body = "function spin() {\n  for (;;) { a(); }\n}\nfunction reconcile() {\n  spin();\n}";
  const stacks = [
    "    at spin (reconcile.js:2:14)\n    at reconcile (reconcile.js:5:7)\n    at apply (native)\n",
    "Error\n    at spin (reconcile.js:2:3)\n    at reconcile (reconcile.js:5:3)",
  ];
  for (const stack of stacks) {
    const words = JSON.stringify({ log: {}, stack });
    const { failure } = JSON.parse(stopped(words, "steps", limits, lambdaText(body, "24.1.2")));
    assert.equal(`${failure.line}:${failure.column}`, "5:3");
  }
});

test("engines that meet an assignment at different places agree", () => {
  const body =
    "function reconcile(user, r, jwt) {\n  const f = 'x';\n  user.a = 1; user.a = jwt.b;\n  user[f] = jwt.b;\n  delete user.c;\n}";
  const at = (noted, key) => {
    const { source } = lambdaText(body, "24.1.2");
    const [line, column] = noted.split(":").map(Number);
    const { position } = source.assignmentOf(key, { line, column });
    return `${position.line}:${position.column}`;
  };
  for (const noted of ["3:3", "3:7", "3:10"]) assert.equal(at(noted, "a"), "3:3");
  for (const noted of ["3:15", "3:19", "3:27"]) assert.equal(at(noted, "a"), "3:15");
  for (const noted of ["4:3", "4:7", "4:16"]) assert.equal(at(noted, "x"), "4:3");
  for (const noted of ["5:14", "1:1"]) assert.equal(at(noted, "c"), "5:10");
});
