// Lambdas in their own text, in the sandbox: in Node.js and in a browser they lead to the very same outcomes.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Sandbox } from "../dist/sandbox.js";
import { openPage } from "./support/chromium.mjs";
import { lambdaCases, pretty, strayOutcomes, writeOutcome } from "./support/lambda-cases.mjs";

const POINTS = 25;
const isUpdate = process.env.RECONCILE_KIT_UPDATE === "1";
const cases = lambdaCases();
const sandbox = new Sandbox();

after(() => sandbox.close());

for (const { file, scenario, outcome } of cases) {
  test(file, async () => {
    const { mismatches } = JSON.parse(await sandbox.verifyText(scenario));
    assert.deepEqual(mismatches, []);
    const found = pretty(await sandbox.simulateText(scenario));
    if (isUpdate) writeOutcome(file, found);
    else assert.equal(found, outcome);
  });
}

test("every point has a case, and every outcome too", () => {
  const points = new Set(cases.map(({ point }) => point).filter((point) => point !== undefined));
  assert.deepEqual(
    [...points].sort((a, b) => a - b),
    Array.from({ length: POINTS }, (_, index) => index + 1),
  );
  if (!isUpdate) assert.deepEqual(strayOutcomes(), []);
});

test("a browser gives the outcomes of Node.js", { skip: isUpdate }, async (context) => {
  const { page, close } = await openPage();
  context.after(close);
  const found = await page.evaluate(
    async (scenarios) => {
      const { Sandbox } = await import("/dist/sandbox.browser.js");
      const sandbox = new Sandbox();
      const outcomes = [];
      for (const scenario of scenarios) outcomes.push(await sandbox.simulateText(scenario));
      await sandbox.close();
      return outcomes;
    },
    cases.map(({ scenario }) => scenario),
  );
  const others = cases.filter(({ outcome }, index) => pretty(found[index]) !== outcome);
  assert.deepEqual(
    others.map(({ file }) => file),
    [],
  );
});
