// Lambdas in their own text on the engine that FusionAuth runs, in each of its versions. `cargo xtask parity` runs the cases.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { ensureInstalled, opened, VERSIONS } from "../support/graaljs.mjs";

before(() => VERSIONS.forEach(ensureInstalled));

/** What a lambda leaves in the user's data. */
async function dataOf(sandbox, body) {
  const { user, verdict } = await sandbox.simulate({
    identityProvider: { enabled: true, linkingStrategy: "LinkByEmail" },
    lambda: { body: `function reconcile(user) { ${body} }` },
    login: { userinfo: { sub: "1", email: "jane@example.com" } },
  });
  assert.ok(user, verdict);
  return user.data;
}

test("each version has what it has", async (context) => {
  const body = "user.data.has = [typeof Object.groupBy, typeof [].toSorted].join()";
  const expected = { "24.1.2": "function,function", "23.1.2": "undefined,function" };
  for (const version of VERSIONS) {
    const sandbox = opened(context, { engine: { name: "graaljs", version } });
    const { has } = await dataOf(sandbox, body);
    assert.equal(has, expected[version] ?? "undefined,undefined", version);
  }
});

const CLOCK = `
  class Later extends Date { later() { return this.getTime() + 1; } }
  user.data.now = [Date.now(), new Date().getTime(), +new Date(), new Later().later()];
  user.data.text = Date() === String(new Date()) && new Date().toISOString();
  user.data.other = [new Date(0).toISOString(), new Date(2020, 1, 1).toISOString(), Date.UTC(2000, 0)];
  user.data.same = [Date.name, Date.length, new Date() instanceof Date,
    Date.prototype.constructor === Date, new Date().constructor === Date,
    Object.prototype.toString.call(new Date()), Object.keys(Date).length, "now" in Date,
    Object.getOwnPropertyNames(Date).sort().join()];
  user.data.random = [Math.random(), Math.random(), Math.random(), Math.random.name,
    Math.random.length];`;

test("clock and chance are those of the embedded engine", async (context) => {
  const embedded = opened(context);
  const expected = await dataOf(embedded, CLOCK);
  for (const version of VERSIONS) {
    const sandbox = opened(context, { engine: { name: "graaljs", version } });
    assert.deepEqual(await dataOf(sandbox, CLOCK), expected, version);
  }
});

test("formats of dates take the scenario's instant for the present", async (context) => {
  const sandbox = opened(context, { engine: "graaljs" });
  const { found } = await dataOf(
    sandbox,
    `const format = new Intl.DateTimeFormat("en-US");
     user.data.found = [format.format(), format.format(undefined), format.format(0),
       format.format === format.format, format.formatToParts().map(({ value }) => value).join(""),
       [0].map(format.format)[0], Object.getOwnPropertyDescriptor(
         Intl.DateTimeFormat.prototype, "format").get.name, format.format.name];`,
  );
  const today = "1/1/2026";
  assert.deepEqual(found, [today, today, "1/1/1970", true, today, "1/1/1970", "get format", ""]);
});

test("every run begins afresh", async (context) => {
  const sandbox = opened(context, { engine: "graaljs" });
  const body =
    "globalThis.runs = (globalThis.runs ?? 0) + 1; user.data.runs = runs; Array.prototype.mine = 1;";
  for (let login = 0; login < 3; login++) {
    assert.deepEqual(await dataOf(sandbox, `${body} user.data.mine = [].mine;`), {
      runs: 1,
      mine: 1,
    });
    assert.deepEqual(await dataOf(sandbox, "user.data.runs = typeof runs + [].mine;"), {
      runs: "undefinedundefined",
    });
  }
});
