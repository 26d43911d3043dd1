// Scenarios with a lambda on the command line: `preview` and `compare` run it, and name its lines.

import assert from "node:assert/strict";
import { test } from "node:test";
import { directoryWith, run } from "./support/cli.mjs";
import { BROKEN, NAMES } from "./support/lambdas.mjs";
import { firstLogin } from "./support/scenarios.mjs";

const nameless = { userinfo: { sub: "1", email: "joe@example.com", email_verified: "true" } };

test("a preview shows what the lambda wrote, in which line and from which claim", (context) => {
  const cwd = directoryWith(context, {
    "scenarios/a.json": firstLogin({ lambda: { file: "../lambdas/names.js" } }),
    "scenarios/a.yaml": `identityProvider: { enabled: true, linkingStrategy: LinkByEmail }
lambda:
  file: ../lambdas/names.js
login:
  userinfo: { sub: "1", email: jane@example.com, given_name: Jane }
`,
    "lambdas/names.js": NAMES,
  });
  for (const file of ["scenarios/a.json", "scenarios/a.yaml"]) {
    const { code, out, err } = run(["preview", file], { cwd });
    assert.equal(code, 0, err);
    assert.match(out, /\+ firstName +"Jane"/);
    assert.match(out, /lambda, run 1, lambdas\/names\.js:2, +from\s+\/userinfo\/given_name/);
    assert.match(out, /Event log\n +Information +hello Jane/);
  }
});

test("of a lambda that stands in the scenario the line is enough", (context) => {
  const cwd = directoryWith(context, { "a.json": firstLogin({ lambda: { body: NAMES } }) });
  const { code, out } = run(["preview", "a.json"], { cwd });
  assert.equal(code, 0);
  assert.match(out, /lambda, run 1, line 2, from\s+\/userinfo\/given_name/);
});

test("what the lambda throws has its place in the lambda's file", (context) => {
  const cwd = directoryWith(context, {
    "s/a.json": firstLogin({ lambda: { file: "names.js" }, login: nameless }),
    "s/names.js": NAMES,
  });
  const { code, out } = run(["preview", "s/a.json"], { cwd });
  assert.equal(code, 0);
  assert.match(out, /\n512 reject\n/);
  assert.match(out, /error reconcile-failed +s\/names\.js:4:\d+\n[\s\S]*nobody without a name/);
});

test("a lambda that does not load exits with 4, and its outcome is shown", (context) => {
  const cwd = directoryWith(context, {
    "file.json": firstLogin({ lambda: { file: "broken.js" } }),
    "body.json": firstLogin({ lambda: { body: BROKEN } }),
    "broken.js": BROKEN,
  });
  const file = run(["preview", "file.json"], { cwd });
  assert.equal(file.code, 4);
  assert.match(file.out, /\n512 reject\n/);
  assert.match(file.out, /error lambda-does-not-load +broken\.js:2:\d+\n/);
  const body = run(["preview", "body.json"], { cwd });
  assert.equal(body.code, 4);
  assert.match(body.out, /error lambda-does-not-load +line 2 of the lambda\n/);
  const json = run(["preview", "--json", "file.json"], { cwd });
  assert.equal(json.code, 4);
  const { status, diagnostics } = JSON.parse(json.out);
  assert.equal(status, 512);
  const broken = diagnostics.find(({ code }) => code === "lambda-does-not-load");
  assert.deepEqual([broken.file, broken.line], ["broken.js", 2]);
  const compared = run(["compare", "file.json"], { cwd });
  assert.equal(compared.code, 4);
  assert.match(compared.out, /LinkByEmail +512 +reject/);
});

test("the lambda is run under another strategy, and under each when they are compared", (context) => {
  const cwd = directoryWith(context, {
    "a.json": firstLogin({ lambda: { file: "names.js" } }),
    "names.js": NAMES,
  });
  const pending = run(["preview", "--strategy", "CreatePendingLink", "a.json"], { cwd });
  assert.equal(pending.code, 0, pending.err);
  assert.match(pending.out, /\n232 pending\n/);
  const compared = JSON.parse(run(["compare", "--json", "a.json"], { cwd }).out);
  assert.equal(compared.LinkByEmail.user.firstName, "Jane");
  assert.equal(compared.LinkAnonymously.user.firstName, undefined);
});

test("places in a scenario in one line do not move because of the lambda's text", (context) => {
  const scenario = JSON.stringify({
    lambda: { file: "names.js" },
    ...firstLogin({ usrs: [] }),
  });
  const cwd = directoryWith(context, { "a.json": scenario, "names.js": NAMES });
  const { code, err } = run(["preview", "a.json"], { cwd });
  assert.equal(code, 3);
  const column = scenario.indexOf('"usrs"') + 1;
  const columns = [column, scenario.indexOf("[]", column) + 1];
  const [, found] = /unknown-key +a\.json:1:(\d+)/.exec(err);
  assert.ok(columns.includes(Number(found)), `${found} is none of ${columns}`);
});
