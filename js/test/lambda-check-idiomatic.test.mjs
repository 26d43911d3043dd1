// No false alarms: what people really write is met with remarks at most.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { careful } from "./support/careful-lambdas.mjs";
import { idiomatic } from "./support/idiomatic-lambdas.mjs";
import { checkLambda, defaultLambdas, serious } from "./support/lambda-check.mjs";

const examples = fileURLToPath(new URL("../../examples/", import.meta.url));

for (const { type, body } of defaultLambdas()) {
  test(`the default lambda of ${type} is met with remarks at most`, () => {
    assert.deepEqual(serious(body, { type }), []);
    // Default lambdas are written so that kickstart can load them.
    assert.deepEqual(serious(body, { type, kickstart: true }), []);
  });
}

for (const folder of readdirSync(`${examples}lambdas`, { withFileTypes: true })) {
  if (!folder.isDirectory()) continue;
  test(`the example ${folder.name} has no error in any of its scenarios`, () => {
    const path = `${examples}lambdas/${folder.name}/`;
    const files = readdirSync(path).filter((file) => file.endsWith(".json"));
    assert.ok(files.length > 0);
    for (const file of files) {
      const scenario = readFileSync(path + file, "utf8");
      const body = readFileSync(path + JSON.parse(scenario).lambda.file, "utf8");
      const errors = checkLambda(body, { scenario }).filter(({ severity }) => severity === "error");
      assert.deepEqual(errors, [], file);
    }
  });
}

for (const [name, { body, says = [], ...options }] of Object.entries({
  ...idiomatic,
  ...careful,
})) {
  const expected = says.length > 0 ? `only ${says.join(", ")}` : "nothing that matters";
  test(`a lambda that people write, ${name}: ${expected}`, () => {
    assert.deepEqual([...new Set(serious(body, options))], says);
  });
}
