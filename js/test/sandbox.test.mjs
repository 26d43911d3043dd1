// The sandbox's own functions, and the worker behind them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import * as main from "../dist/node.js";
import { compare, DEFAULT_LIMITS, Sandbox, simulate, verify } from "../dist/sandbox.js";
import { firstLogin } from "./support/scenarios.mjs";

const NAMES =
  "function reconcile(user, registration, jwt) {\n  user.firstName = jwt.given_name;\n}";
const WITH_NAMES = firstLogin({ lambda: { body: NAMES } });
const dist = fileURLToPath(new URL("../dist/", import.meta.url));

const sandbox = new Sandbox();
after(() => sandbox.close());

/** Runs a script as a program of its own. */
function program(script, type = "module") {
  const words = [`--input-type=${type}`, "--eval", script];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: "utf8",
    timeout: 20_000,
  });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

test("a lambda is run, and the outcome tells what it wrote", async () => {
  const outcome = await sandbox.simulate(WITH_NAMES);
  assert.equal(outcome.user.firstName, "Jane");
  assert.equal(outcome.lambdaRuns, 1);
  const [change] = outcome.changes.filter(({ path }) => path === "/user/firstName");
  assert.deepEqual(change.by, { kind: "lambda", run: 1, line: 2, column: 3 });
  assert.deepEqual(change.from, ["/userinfo/given_name"]);
});

test("a scenario without a lambda has the outcome of the main entry", async () => {
  const options = { strategy: "LinkByUsername" };
  for (const wish of [undefined, options]) {
    const text = await sandbox.simulateText(firstLogin(), wish);
    assert.equal(text, main.simulateText(firstLogin(), wish));
  }
});

test("several logins are simulated in their order", async () => {
  const { login, ...rest } = WITH_NAMES;
  const { logins, users } = await sandbox.simulate({ ...rest, logins: [login, login] });
  assert.deepEqual(
    logins.map(({ decision, lambdaRuns }) => [decision, lambdaRuns]),
    [
      ["create", 1],
      ["linked", 1],
    ],
  );
  assert.equal(users.length, 1);
});

test("strategies are compared", async () => {
  const compared = await sandbox.compare(WITH_NAMES);
  assert.deepEqual(Object.keys(compared), Object.keys(main.compare(firstLogin())));
  assert.equal(compared.LinkByEmail.user.firstName, "Jane");
  assert.equal(compared.LinkAnonymously.lambdaRuns, 0);
});

test("an outcome is compared with what is expected", async () => {
  const expecting = { ...WITH_NAMES, expect: { user: { firstName: "Joan" } } };
  const { mismatches, hasExpectation } = await sandbox.verify(expecting);
  assert.deepEqual(mismatches, [{ path: "/user/firstName", expected: "Joan", found: "Jane" }]);
  assert.equal(hasExpectation, true);
});

test("functions without a sandbox of one's own answer the same", async () => {
  assert.deepEqual(await simulate(WITH_NAMES), await sandbox.simulate(WITH_NAMES));
  assert.deepEqual(await compare(WITH_NAMES), await sandbox.compare(WITH_NAMES));
  assert.deepEqual(await verify(WITH_NAMES), await sandbox.verify(WITH_NAMES));
});

test("what is asked together is answered in turn", async () => {
  const loop = firstLogin({ lambda: { body: "function reconcile() { while (true); }" } });
  const done = [];
  await Promise.all(
    [loop, WITH_NAMES, "{", WITH_NAMES].map((scenario, index) =>
      sandbox.simulateText(scenario).then(
        () => done.push(index),
        ({ code }) => done.push(code),
      ),
    ),
  );
  assert.deepEqual(done, [0, 1, "not-json", 3]);
});

test("the core's errors are those of the main entry", async () => {
  const broken = '{\n  "identityProvider": {},\n  "lamda": {},\n  "login": {}\n}';
  const expected = assertThrown(() => main.simulate(broken));
  await assert.rejects(sandbox.simulate(broken), (error) => {
    assert.ok(error instanceof main.ReconcileKitError);
    const shown = ({ code, path, line, column, help, message, diagnostics }) => ({
      code,
      path,
      line,
      column,
      help,
      message,
      diagnostics,
    });
    assert.deepEqual(shown(error), shown(expected));
    return true;
  });
});

function assertThrown(work) {
  try {
    work();
  } catch (error) {
    return error;
  }
  assert.fail("it did not throw");
}

test("an object that has no text is refused before it is sent", async () => {
  const cycle = {};
  cycle.login = cycle;
  await assert.rejects(sandbox.simulate(cycle), (error) => {
    return error instanceof main.ReconcileKitError && error.code === "not-json";
  });
});

test("a prepared lambda is run for many logins, and no run leaves anything behind", async () => {
  const body = `var count = 0;
    console.info('read');
    function reconcile(user, registration, jwt) {
      count++; Array.prototype.left = jwt.sub; globalThis[jwt.sub] = 1; jwt.sub = 'changed';
      user.data.seen = [count, Object.keys(globalThis).filter((name) => /^p\\d/.test(name)).join(), Math.random()];
    }`;
  const scenario = firstLogin({ lambda: { body } });
  const prepared = await sandbox.prepare(scenario);
  const logins = [1, 2, 3].map((n) => ({
    userinfo: { sub: `p${n}`, email: `p${n}@example.com`, email_verified: true },
  }));
  const outcomes = await Promise.all(logins.map((login) => prepared.simulate(login)));
  const seen = outcomes.map(({ user }) => user.data.seen);
  assert.deepEqual(
    seen.map(([count, names]) => [count, names]),
    [
      [1, "p1"],
      [1, "p2"],
      [1, "p3"],
    ],
  );
  assert.equal(new Set(seen.map(([, , chance]) => chance)).size, 1);
  for (const [index, login] of logins.entries()) {
    assert.deepEqual(outcomes[index], await sandbox.simulate({ ...scenario, login }));
  }
  assert.deepEqual(await prepared.simulate(), await sandbox.simulate(scenario));
  await prepared.free();
  await prepared.free();
  await assert.rejects(prepared.simulate(), { code: "freed-scenario" });
});

test("prepared lambdas do not disturb one another, nor does a stop in between", async () => {
  const other =
    "function reconcile(user, registration, jwt) { if (jwt.given_name === 'loop') while (true); user.firstName = 'other'; }";
  const names = await sandbox.prepare(WITH_NAMES);
  const others = await sandbox.prepare(firstLogin({ lambda: { body: other } }));
  const login = ({ given_name }) => ({ userinfo: { ...WITH_NAMES.login.userinfo, given_name } });
  const statuses = [];
  for (const given_name of ["a", "loop", "b"]) {
    statuses.push((await others.simulate(login({ given_name }))).status);
    assert.equal((await names.simulate(login({ given_name }))).user.firstName, given_name);
  }
  assert.deepEqual(statuses, [200, 512, 200]);
  await Promise.all([names.free(), others.free()]);
});

test("a prepared lambda outlives the worker that another one was lost with", async () => {
  const impatient = new Sandbox({ limits: { deadline: 100 } });
  const prepared = await impatient.prepare(WITH_NAMES);
  const before = await prepared.simulateText();
  const lost = firstLogin({ lambda: { body: "function reconcile() { Array(4e9).indexOf(1); }" } });
  await assert.rejects(impatient.simulate(lost), { code: "lambda-unresponsive", path: "/lambda" });
  assert.equal(await prepared.simulateText(), before);
  await impatient.close();
});

test("a large table beside the lambda is there in every run", async () => {
  const body = `const table = Array.from({ length: 200000 }, (_, index) => 'entry ' + index);
    function reconcile(user) { user.data.found = table[table.length - 1]; table.length = 0; }`;
  const prepared = await sandbox.prepare(firstLogin({ lambda: { body } }));
  for (const _ of [1, 2]) {
    assert.equal((await prepared.simulate()).user?.data.found, "entry 199999");
  }
  await prepared.free();
});

test("globals are read after each run that counts", async () => {
  const { login, lambda, ...rest } = WITH_NAMES;
  const scenario = JSON.stringify({
    ...rest,
    lambda: { body: "not this" },
    logins: [login, login],
  });
  const body =
    "var hits = { a: 0 }; function reconcile(user, r, jwt) { hits.a++; hits.sub = jwt.sub; console.warn('x'); }";
  const found = await sandbox.inspect(scenario, body, "hits");
  assert.deepEqual(
    found,
    [1, 2].map(() => ({ a: 1, sub: login.userinfo.sub })),
  );
});

test("a closed sandbox refuses", async () => {
  const closed = new Sandbox();
  const waiting = closed.simulate(WITH_NAMES);
  await Promise.all([assert.rejects(waiting, { code: "sandbox-closed" }), closed.close()]);
  await closed.close();
  await assert.rejects(closed.simulate(WITH_NAMES), { code: "sandbox-closed" });
});

for (const [name, limits, path] of [
  ["an unknown limit", { time: 5 }, "/limits/time"],
  ["a limit that is no number", { deadline: "5" }, "/limits/deadline"],
  ["a limit out of range", { memory: 1 }, "/limits/memory"],
  ["a key of Object's", { constructor: 1 }, "/limits/constructor"],
]) {
  test(`${name} is refused`, () => {
    assert.throws(() => new Sandbox({ limits }), { code: "sandbox-limit", path });
  });
}

test("limits that are not given keep their defaults", () => {
  assert.doesNotThrow(
    () => new Sandbox({ limits: { deadline: undefined, steps: DEFAULT_LIMITS.steps } }),
  );
});

test("a program ends by itself when nothing is asked any more", () => {
  const scenario = JSON.stringify(WITH_NAMES);
  const script = `import { Sandbox, simulate } from ${JSON.stringify(`file://${dist}sandbox.js`)};
    const sandbox = new Sandbox();
    const [{ user }, { status }] = [await sandbox.simulate(${scenario}), await simulate(${scenario})];
    console.log(user.firstName, status);`;
  assert.equal(program(script), "Jane 200");
});

test("CommonJS requires it, and shares the error's class with the main entry", () => {
  const script = `const { Sandbox } = require(${JSON.stringify(`${dist}sandbox.cjs`)});
    const { ReconcileKitError } = require(${JSON.stringify(`${dist}node.cjs`)});
    const sandbox = new Sandbox();
    sandbox.simulate("{}").catch((error) => console.log(error instanceof ReconcileKitError, error.code));`;
  assert.match(program(script, "commonjs"), /^true /);
});
