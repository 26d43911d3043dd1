// The core decides as a model does that was written from the decision table alone. tests/reference/README.md says more.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compareLogins } from "../../tests/reference/comparison.mjs";
import * as kit from "../dist/node.js";

test("made-up logins end as the decision table says, and every rule of it is met", async () => {
  const run = await compareLogins(kit, { logins: 5000, seed: 1 });
  assert.deepEqual(run.different.slice(0, 3), []);
  assert.deepEqual(run.missed, []);
});
