// The same lambdas in Chromium, under a policy that forbids `eval` and every worker but the package's own.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Sandbox } from "../dist/sandbox.js";
import { hostile, unloaded, unresponsive } from "./hostile-lambdas.mjs";
import { openPage } from "./support/chromium.mjs";
import { firstLogin } from "./support/scenarios.mjs";

const USUAL = firstLogin({
  lambda: {
    body: "function reconcile(user, registration, jwt) { user.firstName = jwt.given_name; }",
  },
});

let opened;
let usual;

before(async () => {
  opened = await openPage();
  const sandbox = new Sandbox();
  usual = await sandbox.simulateText(USUAL);
  await sandbox.close();
  await opened.page.evaluate(async () => {
    const { Sandbox } = await import("/dist/sandbox.browser.js");
    globalThis.sandbox = new Sandbox({ limits: { deadline: 60_000 } });
    globalThis.impatient = new Sandbox({ limits: { deadline: 100 } });
    globalThis.outcome = (sandbox, scenario) =>
      sandbox.simulateText(scenario).catch(({ code }) => JSON.stringify({ code }));
  });
});

after(() => opened.close());

/** The outcome of `scenario` and of the usual one after it, as texts. */
function inBrowser(name, scenario) {
  return opened.page.evaluate(
    ([name, ...scenarios]) =>
      Promise.all(scenarios.map((scenario) => outcome(globalThis[name], scenario))),
    [name, JSON.stringify(scenario), JSON.stringify(USUAL)],
  );
}

for (const { name, body, expected } of [...hostile, ...unloaded]) {
  test(name, async () => {
    const [text, next] = await inBrowser("sandbox", firstLogin({ lambda: { body } }));
    const { status, diagnostics, eventLog } = JSON.parse(text);
    assert.equal(status, expected.status, text);
    const found = diagnostics.find(({ code }) => code === expected.code);
    if (expected.code) assert.ok(found, text);
    if (expected.says) assert.ok(found.message.includes(expected.says), found.message);
    if (expected.log !== undefined) assert.equal(eventLog[0]?.message, expected.log);
    assert.equal(next, usual);
  });
}

for (const { name, body } of unresponsive) {
  test(name, async () => {
    const [text, next] = await inBrowser("impatient", firstLogin({ lambda: { body } }));
    assert.equal(JSON.parse(text).code, "lambda-unresponsive");
    assert.equal(next, usual);
  });
}
