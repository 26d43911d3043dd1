// `test` with lambdas: they are run, and with `--coverage` what of them is reached is measured.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { directoryWith, run } from "./support/cli.mjs";
import { BROKEN, NAMES } from "./support/lambdas.mjs";
import { firstLogin } from "./support/scenarios.mjs";

const lambda = { file: "../lambdas/names.js" };
const nameless = { userinfo: { sub: "1", email: "joe@example.com", email_verified: "true" } };
const named = firstLogin({ lambda, expect: { status: 200, user: { firstName: "Jane" } } });
const thrown = firstLogin({ lambda, login: nameless, expect: { status: 512, user: null } });

test("a scenario's lambda is run, and may be expected to fail", (context) => {
  const cwd = directoryWith(context, {
    "s/a.json": named,
    "s/b.json": thrown,
    "s/c.json": firstLogin({ lambda: { body: BROKEN }, expect: { status: 512 } }),
    "lambdas/names.js": NAMES,
  });
  const { code, out } = run(["test"], { cwd });
  assert.equal(code, 0, out);
  assert.match(out, /\n3 passed, 0 failed\n$/);
});

test("a lambda that does not load exits with 4 where that is not expected", (context) => {
  const cwd = directoryWith(context, {
    "a.json": firstLogin({ lambda: { body: BROKEN }, expect: { status: 200 } }),
  });
  const { code, out } = run(["test"], { cwd });
  assert.equal(code, 4);
  assert.match(out, /\/status\n +expected +200\n +found +512/);
  assert.match(out, /lambda-does-not-load {2}a\.json:\d+:\d+\n +in line 2 of the lambda: /);
});

test("what a failed scenario's lambda threw is told with its place", (context) => {
  const cwd = directoryWith(context, {
    "s/b.json": { ...thrown, expect: { status: 200 } },
    "lambdas/names.js": NAMES,
  });
  const { code, out } = run(["test"], { cwd });
  assert.equal(code, 1);
  assert.match(
    out,
    /reconcile-failed {2}lambdas\/names\.js:4:\d+\n.*Error: nobody without a\n +name\n/,
  );
});

test("every report says where in the lambda it went wrong", (context) => {
  const cwd = directoryWith(context, {
    "s/b.json": { ...thrown, expect: { status: 200 } },
    "lambdas/names.js": NAMES,
  });
  for (const [reporter, place] of [
    ["tap", /- code: "reconcile-failed"\n +at: "lambdas\/names\.js:4:\d+"\n/],
    ["junit", /\nlambdas\/names\.js:4:\d+ reconcile-failed at \/lambda\/file: /],
    ["github", /\n::error file=lambdas\/names\.js,line=4,col=\d+,title=reconcile-failed::/],
  ]) {
    assert.match(run(["test", "--reporter", reporter], { cwd }).out, place);
  }
});

test("the coverage of several scenarios adds up, in a table and in lcov.info", (context) => {
  const files = { "s/a.json": named, "s/b.json": thrown, "lambdas/names.js": NAMES };
  const cwd = directoryWith(context, files);
  const one = run(["test", "s/a.json", "--coverage"], { cwd });
  assert.equal(one.code, 0, one.err);
  assert.match(
    one.out,
    /\n1 passed, 0 failed\n\nlambda +lines +branches +functions +not reached\n/,
  );
  assert.match(one.out, /\nlambdas\/names\.js +75\.0 % +50\.0 % +100 % +line 4; branch in 3\n$/);
  const lcov = readFileSync(join(cwd, "coverage/lcov.info"), "utf8");
  assert.match(lcov, /^TN:\nSF:lambdas\/names\.js\nFN:1,reconcile\nFNDA:1,reconcile\n/);
  assert.match(lcov, /\nDA:2,1\nDA:3,1\nDA:4,0\nDA:6,1\nLF:4\nLH:3\nend_of_record\n$/);
  const both = run(["test", "--coverage=out/cov", "--min", "100"], { cwd });
  assert.equal(both.code, 0, both.out);
  assert.match(both.out, /\nlambdas\/names\.js +100 % +100 % +100 %\n$/);
  assert.match(readFileSync(join(cwd, "out/cov/lcov.info"), "utf8"), /\nDA:2,2\n/);
});

test("`--min` fails when too little is reached, or nothing is there to reach", (context) => {
  const cwd = directoryWith(context, {
    "s/a.json": named,
    "s/plain.json": firstLogin({ expect: { status: 200 } }),
    "lambdas/names.js": NAMES,
  });
  const enough = run(["test", "s/a.json", "--coverage", "--min", "50"], { cwd });
  assert.equal(enough.code, 0, enough.out);
  const lines = run(["test", "s/a.json", "--coverage", "--min", "75.1"], { cwd });
  assert.equal(lines.code, 1);
  assert.match(lines.out, /not enough: 75\.0 % of the lines were reached, not 75\.1 %\n/);
  assert.match(lines.out, /not enough: 50\.0 % of the branches were reached, not 75\.1 %\n/);
  const nothing = run(["test", "s/plain.json", "--coverage", "--min", "1"], { cwd });
  assert.equal(nothing.code, 1);
  assert.match(nothing.out, /no lambda was run/);
});

test("a lambda inside a scenario, and one that is no JavaScript", (context) => {
  const cwd = directoryWith(context, {
    "a.json": firstLogin({ lambda: { body: NAMES }, expect: { status: 200 } }),
    "b.json": firstLogin({ lambda: { body: BROKEN }, expect: { status: 512 } }),
    "c.json": firstLogin({
      identityProvider: { ...firstLogin().identityProvider, linkingStrategy: "LinkAnonymously" },
      lambda: { body: "function reconcile(user) { user.a = 1; }" },
      expect: { status: 200 },
    }),
  });
  const { code, out } = run(["test", "--coverage"], { cwd });
  assert.equal(code, 0, out);
  assert.match(out, /\na\.json#\/lambda\/body +75\.0 %/);
  assert.match(out, /\nc\.json#\/lambda\/body +0\.0 % +100 % +0\.0 % +line 1\n/);
  assert.doesNotMatch(out, /b\.json#/);
  // Only files are in the tracefile.
  assert.equal(readFileSync(join(cwd, "coverage/lcov.info"), "utf8"), "");
});

test("runs in which an assumption is explored do not count, and the outcome is the plain lambda's", (context) => {
  const body = `function reconcile(user, registration, jwt) {
  user.firstName = undefined;
  user.data.text = reconcile.toString().length;
}`;
  const users = [
    { id: "u1", active: true, email: "jane@example.com", firstName: "Jane", data: {} },
  ];
  const expect = {
    assumptions: [{ id: "undefined-write" }],
    user: { data: { text: body.length } },
  };
  const scenario = firstLogin({ lambda: { file: "a.js" }, users, expect });
  const cwd = directoryWith(context, { "a.json": scenario, "a.js": body });
  const { code, out } = run(["test", "--coverage"], { cwd });
  assert.equal(code, 0, out);
  assert.match(readFileSync(join(cwd, "coverage/lcov.info"), "utf8"), /\nDA:2,1\n/);
});

test("where programs read the report, the table is on standard error or in the JSON", (context) => {
  const cwd = directoryWith(context, { "s/a.json": named, "lambdas/names.js": NAMES });
  for (const reporter of ["tap", "junit"]) {
    const { out, err } = run(["test", "--coverage", "--reporter", reporter], { cwd });
    assert.doesNotMatch(out, /not reached/);
    assert.match(err, /not reached/);
  }
  const { coverage } = JSON.parse(run(["test", "--coverage", "--json"], { cwd }).out);
  assert.deepEqual(coverage.lines, { covered: 3, total: 4, percent: 75 });
  assert.equal(coverage.lambdas[0].name, "lambdas/names.js");
  assert.deepEqual(coverage.lacks, []);
});

test("without `--coverage` nothing is written, and a directory that is a file is named", (context) => {
  const cwd = directoryWith(context, { "s/a.json": named, "lambdas/names.js": NAMES, file: "x" });
  run(["test"], { cwd });
  assert.ok(!existsSync(join(cwd, "coverage")));
  const { code, err } = run(["test", "--coverage=file"], { cwd });
  assert.equal(code, 2);
  assert.match(err, /the coverage cannot be written/);
});
