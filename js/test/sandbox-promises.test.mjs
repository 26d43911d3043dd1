// What stands after an `await` runs when `reconcile` has returned and before its user is read.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Sandbox } from "../dist/sandbox.js";
import { firstLogin } from "./support/scenarios.mjs";

const sandbox = new Sandbox({ limits: { deadline: 60_000 } });
after(() => sandbox.close());
const run = (body) => sandbox.simulate(firstLogin({ lambda: { body } }));

test("jobs are done in their order, after the lambda and before its user is read", async () => {
  const { status, user, eventLog } = await run(`
    async function reconcile(user) {
      Promise.resolve().then(() => console.info('second'));
      console.info('first');
      await undefined;
      await Promise.resolve();
      user.firstName = 'late';
      console.info('third');
    }`);
  assert.equal(status, 200);
  assert.equal(user.firstName, "late");
  assert.equal(eventLog[0].message, "first\nsecond\nthird");
});

test("what a job throws stops nothing", async () => {
  const { status, user } = await run(`
    async function reconcile(user) { user.firstName = 'early'; await 1; null.x; user.firstName = 'late'; }`);
  assert.equal(status, 200);
  assert.equal(user.firstName, "early");
});

test("jobs of the lambda's text are done before it is called", async () => {
  const { user } = await run(`
    let name = 'none';
    Promise.resolve('loaded').then((value) => { name = value; });
    function reconcile(user) { user.firstName = name; }`);
  assert.equal(user.firstName, "loaded");
});

test("jobs without end are stopped, and what was logged is kept", async () => {
  const { status, diagnostics, eventLog } = await run(`
    function reconcile() {
      console.info('begun');
      const again = () => { Promise.resolve().then(again); };
      again();
    }`);
  assert.equal(status, 512);
  assert.ok(
    diagnostics.some(({ message }) => message.includes("20,000,000 steps")),
    JSON.stringify(diagnostics),
  );
  assert.equal(eventLog[0].message, "begun");
});

test("jobs without end in the lambda's text keep it from loading", async () => {
  const { diagnostics } = await run(`
    const again = () => { Promise.resolve().then(again); };
    again();
    function reconcile() {}`);
  assert.ok(
    diagnostics.some(({ message }) => message.includes("20,000,000 steps")),
    JSON.stringify(diagnostics),
  );
});
