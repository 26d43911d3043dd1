// A short run of the fuzz targets that are written in TypeScript. fuzz/README.md says how to let them run longer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fuzz } from "../../fuzz/javascript/run.mjs";

for (const [name, inputs] of [
  ["event-log", 300],
  ["share-link", 600],
]) {
  test(`${name}: changed inputs are answered, and changes lead somewhere`, async () => {
    const run = await fuzz(name, { seconds: 60, inputs });
    assert.equal(run.inputs, inputs);
    assert.ok(run.corpus > 10, `only ${run.corpus} inputs ran something new`);
  });
}
