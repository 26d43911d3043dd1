// The built package gives the very outcomes that the core gives natively.

import assert from "node:assert/strict";
import { test } from "node:test";
import { prepare, simulateText } from "../dist/node.js";
import { cases, compact } from "./support/cases.mjs";
import { scripted } from "./support/scripted.mjs";

for (const { file, scenario, reconcile, outcome } of cases()) {
  test(file, () => {
    const options = reconcile ? { reconcile: scripted(reconcile) } : {};
    assert.equal(simulateText(scenario, options), compact(outcome));
    const prepared = prepare(scenario);
    assert.equal(prepared.simulateText(undefined, options), compact(outcome));
    prepared.free();
  });
}
