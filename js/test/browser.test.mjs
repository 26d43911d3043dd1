// The browser's entry, in a browser: one `init()`, and then the same outcomes as in Node.js.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Policy, simulateText } from "../dist/node.js";
import { cases } from "./support/cases.mjs";
import { openPage } from "./support/chromium.mjs";
import { jane, runs, USUAL } from "./support/policies.mjs";

let page;
let close;

before(async () => {
  ({ page, close } = await openPage());
});

after(() => close?.());

test("before `init()` a call says what is missing", async () => {
  const code = await page.evaluate(async () => {
    const { simulate } = await import("/dist/browser.js");
    try {
      simulate("{}");
    } catch (error) {
      return error.code;
    }
  });
  assert.equal(code, "not-initialised");
});

test("`init()` may be called twice at once, and fetches the module once", async () => {
  const fetched = await page.evaluate(async () => {
    const { init } = await import("/dist/browser.js");
    await Promise.all([init(), init()]);
    await init();
    return performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm"))
      .length;
  });
  assert.equal(fetched, 1);
});

test("outcomes are those of Node.js", async () => {
  const plain = cases().filter(({ reconcile }) => !reconcile);
  const texts = plain.map(({ scenario }) => JSON.stringify(scenario));
  const found = await page.evaluate(async (scenarios) => {
    const { init, simulateText } = await import("/dist/browser.js");
    await init();
    return scenarios.map((scenario) => simulateText(scenario));
  }, texts);
  assert.ok(found.length > 40);
  assert.deepEqual(
    found,
    texts.map((text) => simulateText(text)),
  );
});

test("a function reconciles there too", async () => {
  const scripted = cases().filter(({ reconcile }) => reconcile);
  const found = await page.evaluate(
    async (given) => {
      const { init, simulateText } = await import("/dist/browser.js");
      const { scripted } = await import("/test/support/scripted.mjs");
      await init();
      return given.map(({ text, reconcile }) =>
        simulateText(text, { reconcile: scripted(reconcile) }),
      );
    },
    scripted.map(({ scenario, reconcile }) => ({ text: JSON.stringify(scenario), reconcile })),
  );
  const { scripted: inNode } = await import("./support/scripted.mjs");
  assert.deepEqual(
    found,
    scripted.map(({ scenario, reconcile }) =>
      simulateText(scenario, { reconcile: inNode(reconcile) }),
    ),
  );
});

test("the small runtime needs no `init`, and answers as in Node.js", async () => {
  // As text: a key `__proto__` does not survive the way to the page as a value.
  const all = runs().map(({ policy, given }) => ({ policy, text: JSON.stringify(given) }));
  const found = await page.evaluate(async (given) => {
    const { Policy } = await import("/dist/lambda.js");
    return given.map(({ policy, text }) => new Policy(policy).runText(text));
  }, all);
  assert.deepEqual(
    found,
    all.map(({ policy, text }) => new Policy(policy).runText(text)),
  );
});

test("the whole package runs policies there too", async () => {
  const found = await page.evaluate(
    async ({ policy, given }) => {
      const { init, Policy } = await import("/dist/browser.js");
      await init();
      const { user, registration, jwt, id_token } = given;
      new Policy(policy).reconcile(user, registration, jwt, id_token);
      return { user, registration };
    },
    { policy: USUAL, given: jane() },
  );
  assert.deepEqual(found, {
    user: { firstName: "Jane" },
    registration: { roles: ["admin", "editor"] },
  });
});

test("nothing is asked of anybody else", async () => {
  const foreign = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => !name.startsWith(location.origin)),
  );
  assert.deepEqual(foreign, []);
});
