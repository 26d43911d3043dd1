// Memory stays flat, in the short form. `node js/bench/memory.mjs` makes a million calls of each way.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../bench/memory.mjs", import.meta.url));

test("neither the module nor JavaScript grows from call to call", () => {
  const words = [script, "--calls", "3000", "--runs", "300"];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  assert.equal(status, 0, `${stdout}\n${stderr}`);
});
