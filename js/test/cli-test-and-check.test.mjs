// The commands `test` and `check`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { directoryWith, run } from "./support/cli.mjs";
import { firstLogin } from "./support/scenarios.mjs";

const passing = firstLogin({ expect: { status: 200, user: { email: "jane@example.com" } } });
const failing = firstLogin({ expect: { status: 401, user: { firstName: "Jane" } } });

test("scenarios with `expect` below the directory are run, and nothing else", (context) => {
  const cwd = directoryWith(context, {
    "a.json": passing,
    "deep/b.yaml":
      "identityProvider: {enabled: true}\nlogin: {userinfo: {sub: x}}\nexpect: {status: 401}\n",
    "no-expectation.json": firstLogin(),
    "package.json": { name: "x", expect: "nothing" },
    "tsconfig.json": "// a comment\n{}",
    "node_modules/p/c.json": failing,
    "dist/c.json": failing,
    "target/c.json": failing,
    ".hidden/c.json": failing,
  });
  const { code, out } = run(["test"], { cwd });
  assert.equal(code, 0, out);
  assert.match(out, /passed +a\.json +Jane signs in/);
  assert.match(out, /passed +deep\/b\.yaml/);
  assert.match(out, /\n2 passed, 0 failed\n$/);
});

test("a difference is shown by place, expected and found", (context) => {
  const cwd = directoryWith(context, { "a.json": passing, "b.json": failing });
  const { code, out } = run(["test"], { cwd });
  assert.equal(code, 1);
  assert.match(out, /failed +b\.json/);
  assert.match(out, /\/status\n +expected +401\n +found +200/);
  assert.match(out, /\/user\/firstName\n +expected +"Jane"\n +found +nothing/);
  const json = run(["test", "--json"], { cwd });
  assert.equal(json.code, 1);
  const { passed, failed, results } = JSON.parse(json.out);
  assert.deepEqual([passed, failed], [1, 1]);
  assert.deepEqual(results[1].mismatches[0], { path: "/status", expected: 401, found: 200 });
});

test("files, directories and patterns can be named", (context) => {
  const cwd = directoryWith(context, {
    "x/a.json": passing,
    "x/b.json": passing,
    "c.json": passing,
  });
  const count = (words) => run(["test", ...words], { cwd }).out.match(/(\d+) passed/)?.[1];
  assert.equal(count(["x"]), "2");
  assert.equal(count(["x/a.json"]), "1");
  assert.equal(count(["**/*.json"]), "3");
  assert.equal(count(["x", "x/a.json", "c.json"]), "3");
});

test("a named scenario without `expect` is reported", (context) => {
  const cwd = directoryWith(context, { "a.json": passing, "b.json": firstLogin() });
  const { code, out } = run(["test", "a.json", "b.json"], { cwd });
  assert.equal(code, 0);
  assert.match(out, /skipped +b\.json/);
  const alone = run(["test", "b.json"], { cwd });
  assert.equal(alone.code, 2);
  assert.match(alone.err, /`b\.json` has no `expect`/);
});

test("where there is no scenario it says what to do", (context) => {
  const { code, err } = run(["test"], { cwd: directoryWith(context, {}) });
  assert.equal(code, 2);
  assert.match(err, /reconcile-kit init/);
});

test("a broken test is not passed over", (context) => {
  const broken = JSON.stringify(passing).slice(0, -1);
  const cwd = directoryWith(context, { "a.json": passing, "b.json": broken });
  const { code, err } = run(["test"], { cwd });
  assert.equal(code, 3);
  assert.match(err, /not-json.*b\.json/);
});

test("`check` finds nothing in a good scenario, and warns of a risky one", (context) => {
  const risky = firstLogin();
  risky.identityProvider.oauth2.scope = "email";
  const cwd = directoryWith(context, { "risky.json": risky, "idp.json": risky.identityProvider });
  for (const file of ["risky.json", "idp.json"]) {
    const { code, out } = run(["check", file], { cwd });
    assert.equal(code, 0);
    assert.match(out, /warning scope-without-openid +\S+\.json:\d+:\d+/);
    assert.match(out, /help +\S/);
    assert.match(out, /more +\S*docs\/rules\/scope-without-openid\.md/);
    assert.match(out, /0 errors, \d+ warnings? in 1 file/);
  }
});

test("an error in a valid document exits with 1, an invalid document with 3", (context) => {
  const erroneous = firstLogin();
  erroneous.identityProvider.lambdaConfiguration = { reconcileId: "l1" };
  erroneous.identityProvider.attributeMappings = { "user.firstName": "jwt.given_name" };
  const cwd = directoryWith(context, {
    "erroneous.json": erroneous,
    "erroneous-idp.json": erroneous.identityProvider,
    "invalid.json": { ...firstLogin(), usrs: [] },
    "invalid-idp.json": { linkingStrategy: "LinkByEmail", enabled: "yes" },
    "text.json": "no JSON",
  });
  const codeOf = (file) => run(["check", file], { cwd }).code;
  assert.equal(codeOf("erroneous.json"), 1);
  assert.equal(codeOf("erroneous-idp.json"), 1);
  assert.equal(codeOf("invalid.json"), 3);
  assert.equal(codeOf("invalid-idp.json"), 3);
  assert.equal(codeOf("text.json"), 3);
  assert.equal(codeOf("."), 2);
});

test("`check --json` is an array of findings with their files", (context) => {
  const cwd = directoryWith(context, { "a.json": { ...firstLogin(), usrs: [] } });
  const { code, out } = run(["check", "--json", "a.json", "b.json"], { cwd });
  assert.equal(code, 3);
  const findings = JSON.parse(out).map(({ file, code }) => [file, code]);
  assert.deepEqual(findings.sort(), [
    ["a.json", "unknown-key"],
    ["b.json", "unreadable-file"],
  ]);
});

test("`check --format sarif` names rule, file, line and column", (context) => {
  const cwd = directoryWith(context, { "a b.json": { ...firstLogin(), usrs: [] } });
  const { code, out } = run(["check", "--format", "sarif", "a b.json"], { cwd });
  assert.equal(code, 3);
  const log = JSON.parse(out);
  assert.equal(log.version, "2.1.0");
  const [{ tool, results }] = log.runs;
  assert.equal(tool.driver.name, "reconcile-kit");
  assert.deepEqual(tool.driver.rules, [{ id: "unknown-key" }]);
  const [{ ruleId, level, locations }] = results;
  assert.deepEqual([ruleId, level], ["unknown-key", "error"]);
  const { artifactLocation, region } = locations[0].physicalLocation;
  assert.equal(artifactLocation.uri, "a%20b.json");
  assert.ok(region.startLine > 1 && region.startColumn > 1);
});
