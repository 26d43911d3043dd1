// Every rule about lambdas has a page, whose examples are what they say.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkLambda, pageOf, rules } from "./support/lambda-check.mjs";

/** No text of a size for a page shows these. */
const WITHOUT_EXAMPLE = ["lambda-too-deep", "lambda-too-large"];

test("every rule has examples on its page", () => {
  assert.ok(rules().length > 40, "the rules are not found any more");
  for (const rule of rules()) {
    const { bad, good } = pageOf(rule);
    const expected = WITHOUT_EXAMPLE.includes(rule) ? 0 : 1;
    assert.equal(Math.min(bad.length, 1), expected, `${rule}: a bad example`);
    assert.equal(Math.min(good.length, 1), expected, `${rule}: a good example`);
  }
});

for (const rule of rules().filter((rule) => !WITHOUT_EXAMPLE.includes(rule))) {
  const { bad, good, options, summary } = pageOf(rule);
  test(`${rule}: the finding is there in a bad example and not in a good one`, () => {
    for (const body of bad) {
      const findings = checkLambda(body, options);
      const found = findings.find(({ code }) => code === rule);
      assert.ok(found, `found only ${findings.map(({ code }) => code)}`);
      assert.ok(summary.toLowerCase().includes(found.severity), `reported as ${found.severity}`);
      assert.ok(found.line > 0 && found.column > 0, "a place");
      assert.ok(found.found && found.help && found.message, "what was found and what to do");
      assert.match(found.message, /^[^A-Z]|^FusionAuth|^Cognito|^GraalJS/);
      assert.equal(found.url, `docs/rules/${rule}.md`);
    }
    for (const body of good) {
      const findings = checkLambda(body, options);
      assert.equal(
        findings.find(({ code }) => code === rule),
        undefined,
      );
      const serious = findings.filter(({ severity }) => severity !== "info");
      assert.deepEqual(serious, [], "a good example has nothing to warn of");
    }
  });
}
