// Whatever a lambda does, it is told how it ended, and the next preview is as usual.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Sandbox } from "../dist/sandbox.js";
import { hostile, unloaded, unresponsive } from "./hostile-lambdas.mjs";
import { firstLogin } from "./support/scenarios.mjs";

const USUAL = firstLogin({
  lambda: {
    body: "function reconcile(user, registration, jwt) { user.firstName = jwt.given_name; }",
  },
});

// Steps are what stops them, however busy the machine is.
const sandbox = new Sandbox({ limits: { deadline: 60_000 } });
const usual = await sandbox.simulateText(USUAL);
after(() => sandbox.close());

for (const { name, body, expected } of [...hostile, ...unloaded]) {
  test(name, async () => {
    const { status, diagnostics, eventLog } = await sandbox.simulate(
      firstLogin({ lambda: { body } }),
    );
    assert.equal(status, expected.status, JSON.stringify(diagnostics));
    const found = diagnostics.find(({ code }) => code === expected.code);
    if (expected.code) assert.ok(found, JSON.stringify(diagnostics));
    if (expected.says) assert.ok(found.message.includes(expected.says), found.message);
    if (expected.log !== undefined) assert.equal(eventLog[0]?.message, expected.log);
    assert.equal(await sandbox.simulateText(USUAL), usual);
  });
}

for (const { name, body } of unresponsive) {
  test(name, async () => {
    const impatient = new Sandbox({ limits: { deadline: 100 } });
    const [first, second] = await Promise.allSettled([
      impatient.simulateText(firstLogin({ lambda: { body } })),
      impatient.simulateText(USUAL),
    ]);
    assert.equal(first.reason?.code, "lambda-unresponsive");
    assert.equal(second.value, usual);
    await impatient.close();
  });
}

test("a limit that was lowered stops a lambda earlier, and names itself", async () => {
  const strict = new Sandbox({ limits: { steps: 100 } });
  const body = "function reconcile() { for (let i = 0; i < 1e6; i++); }";
  const { diagnostics } = await strict.simulate(firstLogin({ lambda: { body } }));
  assert.match(diagnostics[0].message, /more than 100,000 steps/);
  await strict.close();
});

test("whatever operation the stack is full at, what the lambda wrote is kept", async () => {
  const { userinfo } = firstLogin().login;
  const login = { userinfo: { ...userinfo, groups: ["first"] } };
  for (let frames = 0; frames < 60; frames++) {
    const body = `function reconcile(user, registration, jwt) {
      const writes = [() => { user.data.groups ??= jwt.groups; }, () => { user.firstName = 'J'; }];
      function down(some, a, b, c) { try { down(some, a, b, c); } catch { some(); } }
      function before(frames, some) { if (frames > 0) before(frames - 1, some); else down(some); }
      for (const some of writes) before(${frames}, some);
      user.data.last = 'written';
      user.data.groups.push('last');
    }`;
    const { user, verdict } = await sandbox.simulate(firstLogin({ lambda: { body }, login }));
    assert.deepEqual(user?.data, { groups: ["first", "last"], last: "written" }, verdict);
    assert.equal(user.firstName, "J");
  }
});

test("the deadline stops what takes few steps", async () => {
  const strict = new Sandbox({ limits: { deadline: 200, steps: 100_000_000 } });
  const body = "function reconcile(user) {\n  while (true) user.data.x = 1;\n}";
  const { diagnostics } = await strict.simulate(firstLogin({ lambda: { body } }));
  assert.match(diagnostics[0].message, /more than 200 ms/);
  assert.equal(diagnostics[0].line, 2);
  await strict.close();
});
