// Lambdas that go too far, or talk to the protocol's stream, on the engine that FusionAuth runs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Sandbox } from "../../dist/sandbox.js";
import { gone } from "../support/fake-tools.mjs";
import { ensureInstalled, opened, processesBelow, VERSIONS } from "../support/graaljs.mjs";

const sandboxes = new Map();

before(() => VERSIONS.forEach(ensureInstalled));
after(() => Promise.all([...sandboxes.values()].map((sandbox) => sandbox.close())));

/** A sandbox of its limits, which goes on after what went too far. */
function sandboxOf(version, limits) {
  const key = JSON.stringify([version, limits]);
  const made = sandboxes.get(key) ?? new Sandbox({ engine: { name: "graaljs", version }, limits });
  sandboxes.set(key, made);
  return made;
}

/** Two people sign in: the first one's run goes through `body`, and the other one's does nothing. */
async function outcomeOf(sandbox, body, { before = "", top = "" } = {}) {
  const { logins } = await sandbox.simulate({
    identityProvider: { enabled: true, linkingStrategy: "LinkByEmail" },
    lambda: {
      body: `${top}
        function reconcile(user, registration, jwt) {
          ${before}
          if (jwt.sub === "1") { ${body} }
          user.firstName = "Jane";
        }`,
    },
    logins: ["1", "2"].map((sub) => ({ userinfo: { sub, email: `${sub}@example.com` } })),
  });
  assert.equal(logins[1].user?.firstName, "Jane", "the other login keeps its result");
  const [error] = logins[0].diagnostics.filter(({ severity }) => severity === "error");
  return { ...logins[0], error };
}

/** Limits small enough to be met soon, and a deadline that a slow machine does not meet first. */
const SOON = { steps: 1000, deadline: 30_000 };
const LIMITS = {
  "an endless loop": ["for (;;) {}", SOON, /more than 1,000,000 steps.*`steps`/],
  "a loop that catches": [
    "for (;;) { try { for (;;) {} } catch (error) {} finally {} }",
    SOON,
    /`steps`/,
  ],
  "a loop in other text": ["eval('for (;;) {}')", SOON, /`steps`/],
  "a loop past its deadline": [
    "for (;;) {}",
    { deadline: 2000, steps: 100_000_000 },
    /more than 2,000 ms.*`deadline`/,
  ],
  "texts beyond the memory": [
    "const all = []; for (;;) all.push(new Array(1e5).fill(1.5));",
    { deadline: 30_000 },
    /more than 64 MiB of memory.*`memory`/,
  ],
  "one array beyond the memory": [
    "const all = []; for (;;) all.push(new Uint8Array(1e7));",
    {},
    /`memory`/,
  ],
  "endless calls": ["(function call() { call(); })()", {}, /a stack of 128 KiB.*`stack`/],
};

for (const version of VERSIONS) {
  for (const [name, [body, limits, said]] of Object.entries(LIMITS)) {
    test(`${name} is stopped in ${version}`, async () => {
      const before = "console.info('before'); console.error('oh');";
      const found = await outcomeOf(sandboxOf(version, limits), body, { before });
      assert.equal(found.error.code, "lambda-stopped");
      assert.match(found.error.message, said);
      const logged = found.eventLog.map(({ message }) => message);
      assert.equal(logged[0], "before");
      assert.match(logged[1], /^oh/);
    });
  }

  test(`what a lambda prints goes nowhere in ${version}`, async () => {
    const body = `
      const print = globalThis.print ?? (() => {});
      print('["said","{}"]'); print("garbage");
      (globalThis.printErr ?? (() => {}))("garbage");
      console.info("heard");`;
    const { status, eventLog } = await outcomeOf(sandboxOf(version, {}), body);
    assert.equal(status, 200);
    assert.deepEqual(eventLog, [{ type: "Information", message: "heard" }]);
  });
}

test("a full stack can be caught, about as deep as in the embedded engine", async (context) => {
  const body = `let depth = 0;
    (function call() { depth++; try { call(); } catch (error) { user.data.error ??= error.name; } })();
    depth = 0;
    function plain() { depth++; plain(); }
    try { plain(); } catch {}
    user.data.depth = depth;`;
  const expected = (await outcomeOf(opened(context), body)).user.data.depth;
  const sandbox = sandboxOf("24.1.2", {});
  // The engine compiles what runs often, so that the stack is full at another operation each time.
  for (let run = 0; run < 10; run++) {
    const { error, depth } = (await outcomeOf(sandbox, body)).user.data;
    assert.equal(error, "RangeError");
    assert.ok(depth > expected / 2 && depth < expected * 2, `${depth} of ${expected}`);
  }
});

test("what nothing can stop ends with its process, and its log is kept", async () => {
  const sandbox = sandboxOf("24.1.2", { deadline: 2000 });
  // One function of the language works for minutes, and asks nobody whether to go on.
  const body = "console.info('before'); const huge = 7n ** 90_000_000n;";
  const { error, eventLog } = await outcomeOf(sandbox, body);
  assert.match(error.message, /`deadline`/);
  assert.equal(eventLog[0].message, "before");
});

test("closing a sandbox ends its processes, even in the middle of a run", async () => {
  const sandbox = new Sandbox({ engine: "graaljs", limits: { deadline: 60_000, steps: 1e8 } });
  const others = processesBelow(process.pid);
  const run = outcomeOf(sandbox, "for (;;) {}").catch(({ code }) => code);
  let own = [];
  while (own.length === 0) {
    await new Promise((next) => setTimeout(next, 100));
    own = processesBelow(process.pid).filter((pid) => !others.includes(pid));
  }
  await sandbox.close();
  assert.equal(await run, "sandbox-closed");
  await Promise.all(own.map((pid) => gone(pid)));
});
