// `reconcile-kit/test`: what the helpers register, run and say.

import assert, { AssertionError } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { check, readCognito } from "../dist/node.js";
import {
  assertOutcome,
  fixtures,
  lambdaFixture,
  policyFixture,
  scenarioTests,
} from "../dist/test.js";
import { directoryWith } from "./support/cli.mjs";
import { environmentWith } from "./support/fake-tools.mjs";
import { BROKEN, NAMES } from "./support/lambdas.mjs";
import { firstLogin } from "./support/scenarios.mjs";

/** Collects tests as a test runner does. */
function runner() {
  const tests = new Map();
  return { tests, test: (name, run) => tests.set(name, run) };
}

test("both forms of the entry give the same", () => {
  const required = createRequire(import.meta.url)("../dist/test.cjs");
  const names = ["assertOutcome", "fixtures", "lambdaFixture", "policyFixture", "scenarioTests"];
  assert.deepEqual(Object.keys(required).sort(), names);
  assert.deepEqual(required.fixtures.googleUser(), fixtures.googleUser());
});

test("a test is registered for each scenario with `expect`, named after what it shows", async (context) => {
  const directory = directoryWith(context, {
    "scenarios/a.json": firstLogin({ expect: { status: 200 } }),
    "scenarios/deep/b.yaml":
      "name: Nobody is known\nidentityProvider: {enabled: true}\nlogin: {userinfo: {sub: x}}\nexpect: {status: 401}\n",
    "scenarios/plain.json": firstLogin(),
    "scenarios/notes.json": { expect: "nothing" },
    "scenarios/node_modules/c.json": firstLogin({ expect: { status: 1 } }),
    "other.json": firstLogin({ name: undefined, expect: { status: 200 } }),
  });
  const { tests, test } = runner();
  scenarioTests(["scenarios", "scenarios/**/*.yaml", "other.json"], { test, from: directory });
  assert.deepEqual(
    [...tests.keys()],
    [
      `Jane signs in for the first time (${join(directory, "scenarios/a.json")})`,
      `Nobody is known (${join(directory, "scenarios/deep/b.yaml")})`,
      join(directory, "other.json"),
    ],
  );
  for (const run of tests.values()) await run();
});

test("names of files begin at the test file, at a directory, or here", (context) => {
  const directory = directoryWith(context, {
    "tests/reconcile.test.js": "",
    "tests/a.json": firstLogin({ expect: { status: 200 } }),
  });
  const file = join(directory, "tests/reconcile.test.js");
  const count = (from, where = "a.json") => {
    const { tests, test } = runner();
    scenarioTests(where, { test, from });
    return tests.size;
  };
  assert.equal(count(file), 1);
  assert.equal(count(pathToFileURL(file)), 1);
  assert.equal(count(pathToFileURL(file).href), 1);
  assert.equal(count(join(directory, "tests")), 1);
  assert.equal(count(undefined, join(directory, "tests")), 1);
  assert.throws(() => count(undefined), /`a\.json` matches no scenario; looked at `.*a\.json`/);
});

test("what matches nothing is told at once", (context) => {
  const from = directoryWith(context, { "plain.json": firstLogin(), "empty/notes.txt": "" });
  const { test } = runner();
  assert.throws(() => scenarioTests("scenarois/*.json", { test, from }), /matches no scenario/);
  assert.throws(() => scenarioTests("empty", { test, from }), /matches no scenario/);
  assert.throws(() => scenarioTests("plain.json", { test, from }), /has no `expect`/);
});

/** What `run` fails with. */
async function failure(run) {
  try {
    await run();
  } catch (error) {
    return error;
  }
  return assert.fail("it does not fail");
}

test("a scenario that does not hold fails with the difference and the reasons", async (context) => {
  const lambda = { file: "names.js" };
  const from = directoryWith(context, {
    "a.json": firstLogin({ lambda, expect: { status: 401, user: { firstName: "Joe" } } }),
    "names.js": NAMES,
  });
  const { tests, test } = runner();
  scenarioTests(".", { test, from });
  const [run] = tests.values();
  const error = await failure(run);
  assert.ok(error instanceof AssertionError);
  assert.deepEqual(error.expected, { status: 401, user: { firstName: "Joe" } });
  assert.deepEqual(error.actual, { status: 200, user: { firstName: "Jane" } });
  assert.match(error.message, /\/user\/firstName\n +expected {2}"Joe"\n +found {5}"Jane"/);
  assert.match(error.message, /\nWhy\n +1\. /);
});

test("a scenario that cannot be simulated fails with every finding and its place", async (context) => {
  const from = directoryWith(context, {
    "broken.json": '{\n"expect": {}, "identityProvider": {',
    "unread.json": firstLogin({ lambda: { file: "gone.js" }, expect: { status: 200 } }),
    "wrong.yaml": "identityProvider: {enabled: maybe}\nusrs: 1\nlogin: {}\nexpect: {status: 200}\n",
  });
  const { tests, test } = runner();
  scenarioTests(".", { test, from });
  const messages = [];
  for (const run of tests.values()) messages.push((await failure(run)).message);
  const [broken, unread, wrong] = messages;
  assert.match(broken, /not-json {2}.*broken\.json:2:\d+\n/);
  assert.match(unread, /unreadable-file {2}.*unread\.json:\d+:5\n[\s\S]*gone\.js/);
  assert.match(
    wrong,
    /wrong-type {2}.*wrong\.yaml:1:20\n[\s\S]*unknown-key {2}.*wrong\.yaml:2:1\n/,
  );
});

test("people sign in to a lambda, each to the same world", async (context) => {
  const from = directoryWith(context, { "names.js": NAMES });
  const lambda = lambdaFixture("names.js", { from });
  const outcome = await lambda.login(fixtures.nativeUser());
  assert.deepEqual(
    [outcome.status, outcome.decision, outcome.user.firstName],
    [200, "create", "Jane"],
  );
  assert.equal(outcome.eventLog[0].message, "hello Jane");
  // The same person is new again, and userinfo alone is a login too.
  const { userinfo } = fixtures.nativeUser({ given_name: "Joe" });
  const again = await lambda.login(userinfo);
  assert.deepEqual([again.decision, again.user.firstName], ["create", "Joe"]);
  const { logins } = await lambda.logins([fixtures.nativeUser(), userinfo]);
  assert.deepEqual(
    logins.map(({ decision }) => decision),
    ["create", "linked"],
  );
});

test("the world is a scenario's: users, secrets, another identity provider", async (context) => {
  const from = directoryWith(context, {
    "lambda.js": `function reconcile(user, registration, jwt, id_token, tokens, context) {
  user.data.secret = context.services.secrets.get("key");
  user.data.groups = id_token && id_token["cognito:groups"];
  console.debug("debugged");
}`,
  });
  const lambda = lambdaFixture("lambda.js", {
    from,
    debug: true,
    fusionauth: "1.70",
    identityProvider: fixtures.identityProvider({ linkingStrategy: "LinkByEmailForExistingUser" }),
    users: [{ id: "u1", active: true, email: "jane@example.com", data: {} }],
    secrets: { key: "value" },
  });
  const outcome = await lambda.login(fixtures.nativeUser({ "cognito:groups": ["admins"] }));
  assertOutcome(outcome, {
    decision: "link-existing",
    user: { id: "u1", data: { secret: "value", groups: ["admins"] } },
    eventLog: [{ type: "Debug", message: "debugged" }],
  });
});

test("the lambda's file is read for every login, and named when it fails", async (context) => {
  const from = directoryWith(context, { "names.js": BROKEN });
  const lambda = lambdaFixture("names.js", { from });
  const broken = await lambda.login(fixtures.nativeUser());
  const finding = broken.diagnostics.find(({ code }) => code === "lambda-does-not-load");
  assert.deepEqual([finding.file, finding.line], [join(from, "names.js"), 2]);
  writeFileSync(join(from, "names.js"), NAMES);
  assert.equal((await lambda.login(fixtures.nativeUser())).user.firstName, "Jane");
  const missing = lambdaFixture("gone.js", { from });
  await assert.rejects(missing.login({}), { code: "unreadable-file", message: /gone\.js/ });
});

const WORLD = {
  users: [{ id: "u1", active: true, email: "jane@example.com", data: { list: [1, { a: null }] } }],
};

test("an outcome is compared as `expect` is: by the core, and only what is named", async (context) => {
  const from = directoryWith(context, { "names.js": NAMES });
  const outcome = await lambdaFixture("names.js", { from, ...WORLD }).login(fixtures.nativeUser());
  for (const expected of [
    {},
    { status: 200 },
    { user: { lastName: null, data: { list: [1, {}] } }, pendingLink: null, error: null },
    { identity: { email: { value: "jane@example.com" } } },
  ]) {
    assertOutcome(outcome, expected);
  }
  for (const [expected, path] of [
    [{ status: "200" }, "/status"],
    [{ user: { data: { list: [1] } } }, "/user/data/list"],
    [{ user: { data: { list: [1, { a: 0 }] } } }, "/user/data/list/1/a"],
    [{ user: null }, "/user"],
    [{ nothing: { of: "that" } }, "/nothing"],
    [JSON.parse('{ "__proto__": { "a": 1 } }'), "/__proto__"],
    [{ "a/b~c": 1 }, "/a~1b~0c"],
  ]) {
    const error = await failure(() => assertOutcome(outcome, expected));
    assert.ok(error.message.includes(`\n  ${path}\n    expected  `), error.message);
  }
});

test("a failed assertion says what was expected and found, and why in words", async (context) => {
  const from = directoryWith(context, { "names.js": NAMES });
  const lambda = lambdaFixture("names.js", { from });
  const outcome = await lambda.login(fixtures.googleUser());
  const error = await failure(() =>
    assertOutcome(outcome, { status: 200, user: { firstName: "Jane" } }),
  );
  assert.ok(error instanceof AssertionError);
  assert.deepEqual(error.actual, { status: 401, user: null });
  assert.deepEqual(error.expected, { status: 200, user: { firstName: "Jane" } });
  assert.match(
    error.message,
    /^the outcome is not as expected\n\n {2}\/status\n {4}expected {2}200\n {4}found {5}401\n/,
  );
  assert.match(
    error.message,
    /\nThe person is refused: the e-mail address is not verified.*\(401 reject\)\n/s,
  );
  assert.match(error.message, /\nWhy\n {2}1\. [\s\S]*the e-mail address is not verified/);
  assert.match(error.message, /\nWatch out\n {2}warning \S+\n/);
  assert.doesNotMatch(error.stack, /assert-outcome|at assertOutcome/);
});

test("of several logins those are explained in which something differs", async (context) => {
  const from = directoryWith(context, { "names.js": NAMES });
  const lambda = lambdaFixture("names.js", { from });
  const preview = await lambda.logins([fixtures.nativeUser(), fixtures.phoneUser()]);
  assertOutcome(preview, { logins: [{ decision: "create" }, { status: 512 }] });
  const error = await failure(() => assertOutcome(preview, { logins: [{}, { status: 200 }] }));
  assert.match(error.message, /\/logins\/1\/status/);
  assert.equal(error.message.split("\nWhy\n").length, 2);
  const length = await failure(() => assertOutcome(preview, { logins: [] }));
  assert.equal(length.message.split("\nWhy\n").length, 3);
});

test("a difference that is long is shown short, and the whole of it is in `actual`", async (context) => {
  const from = directoryWith(context, { "names.js": NAMES });
  const text = "x".repeat(50_000);
  const users = [{ id: "u1", active: true, email: "jane@example.com", data: { text } }];
  const outcome = await lambdaFixture("names.js", { from, users }).login(fixtures.nativeUser());
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, 1]));
  const error = await failure(() =>
    assertOutcome(outcome, { user: { data: { text: "y", ...many } } }),
  );
  assert.ok(error.message.length < 6000);
  assert.match(error.message, /… and 81 more/);
  assert.equal(error.actual.user.data.text, text);
});

test("the people are as Cognito describes them", () => {
  const people = [fixtures.nativeUser(), fixtures.googleUser(), fixtures.phoneUser()];
  for (const { userinfo, idToken } of people) {
    assert.equal(readCognito(idToken).form, "id-token");
    assert.equal(readCognito(userinfo).form, "userinfo");
    assert.deepEqual(readCognito(userinfo).notes, []);
    assert.equal(userinfo.sub, idToken.sub);
    assert.equal(userinfo.username, idToken["cognito:username"]);
    for (const value of Object.values(userinfo)) assert.equal(typeof value, "string");
    assert.ok(!("cognito:groups" in userinfo) && !("iss" in userinfo));
  }
  const [native, google, phone] = people;
  assert.deepEqual([native.userinfo.email_verified, native.idToken.email_verified], ["true", true]);
  assert.equal(native.idToken["cognito:username"], native.idToken.sub);
  assert.deepEqual(google.idToken["cognito:groups"], ["eu-central-1_EXAMPLE_Google"]);
  assert.equal(google.idToken["cognito:username"], `google_${google.idToken.identities[0].userId}`);
  assert.deepEqual(
    [google.idToken.identities[0].primary, google.idToken.email_verified],
    ["true", false],
  );
  assert.equal(JSON.parse(google.userinfo.identities)[0].providerType, "Google");
  assert.ok(!("email" in phone.userinfo) && !("email" in phone.idToken));
  assert.equal(phone.userinfo.phone_number_verified, "true");
});

test("claims are changed in both forms at once, and nobody else's", () => {
  const { userinfo, idToken } = fixtures.nativeUser({
    email: undefined,
    email_verified: false,
    "custom:plan": "pro",
  });
  assert.ok(!("email" in userinfo) && !("email" in idToken));
  assert.deepEqual([userinfo.email_verified, idToken.email_verified], ["false", false]);
  assert.deepEqual([userinfo["custom:plan"], idToken["custom:plan"]], ["pro", "pro"]);
  idToken["cognito:groups"] = ["changed"];
  assert.equal(fixtures.nativeUser().userinfo.email, "jane@example.com");
  assert.equal(fixtures.nativeUser().idToken["cognito:groups"], undefined);
  const findings = check(fixtures.identityProvider());
  assert.deepEqual(
    findings.filter(({ severity }) => severity === "error"),
    [],
  );
});

test("a policy in its world, JSON or YAML, takes people in and turns them away", async () => {
  const from = new URL("../../examples/policies/", import.meta.url);
  const gate = policyFixture("verified-email-gate/policy.json", { from });
  const refused = await gate.login(fixtures.nativeUser({ email_verified: false }));
  assertOutcome(refused, { status: 401, error: { code: "PolicyDenied" } });
  const dates = policyFixture("birth-date-and-locale/policy.yaml", { from });
  const { logins } = await dates.logins([
    fixtures.nativeUser({ birthdate: "12/31/1990" }),
    fixtures.nativeUser({ birthdate: "soon" }),
  ]);
  for (const outcome of logins) assertOutcome(outcome, { user: { birthDate: "1990-12-31" } });
});

test("the helpers name the engine, and one that is not there is said when a test runs", async (context) => {
  const { env } = environmentWith(context, { isInstalled: false });
  const scenario = firstLogin({ lambda: { body: NAMES }, expect: { user: { firstName: "Jane" } } });
  const directory = directoryWith(context, { "jane.json": scenario, "names.js": NAMES });
  const before = { ...process.env };
  Object.assign(process.env, env);
  context.after(() => Object.assign(process.env, before));
  const { tests, test } = runner();
  scenarioTests("jane.json", { test, from: directory, engine: "graaljs" });
  const [run] = tests.values();
  await assert.rejects(run, /`graaljs` 24\.1\.2 is not installed/);
  const lambda = lambdaFixture("names.js", { from: directory, engine: "graaljs" });
  await assert.rejects(lambda.login(fixtures.nativeUser()), { code: "engine-not-installed" });
  const misspelt = lambdaFixture("names.js", { from: directory, engine: "graljs" });
  await assert.rejects(misspelt.login(fixtures.nativeUser()), { code: "engine-unknown" });
  const named = lambdaFixture("names.js", { from: directory, engine: "quickjs" });
  assertOutcome(await named.login(fixtures.nativeUser()), { user: { firstName: "Jane" } });
});
