// What a failed assertion looks like in the test runners that the helpers are made for.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const cwd = fileURLToPath(new URL("support/failing", import.meta.url));
const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** What a runner prints of the test that fails. */
function told(words) {
  // This process tells those that it starts to report in its own way.
  const { NODE_TEST_CONTEXT: _, FORCE_COLOR: __, ...env } = process.env;
  const options = { cwd, encoding: "utf8", env: { ...env, NO_COLOR: "1" } };
  const { status, stdout, stderr } = spawnSync(process.execPath, words, options);
  assert.equal(status, 1, stdout + stderr);
  return stdout + stderr;
}

const jestConfig = JSON.stringify({ rootDir: cwd, testRegex: "jest\\.test\\.cjs$" });

const RUNNERS = [
  ["node:test", ["--test", "--test-reporter=spec", "node.test.mjs"]],
  ["vitest", [`${modules}/vitest/vitest.mjs`, "run", "--root", cwd, "vitest.test.mjs"]],
  ["jest", [`${modules}/jest/bin/jest.js`, "--config", jestConfig]],
];

for (const [name, words] of RUNNERS) {
  test(`${name} shows what was expected and found, why, and the difference`, () => {
    const text = told(words);
    assert.match(text, /the outcome is not as expected/);
    assert.match(text, /\/user\/firstName\n +expected {2}"Joe"\n +found {5}"Jane"\n/);
    assert.match(text, /Why\n +1\. the id token is used/);
    assert.match(text, /status: 401|-\s+"status": 401/);
    assert.match(text, /status: 200|\+\s+"status": 200/);
    assert.doesNotMatch(text, /dist\/test\.c?js/, "a line of the helpers instead of the test's");
  });
}
