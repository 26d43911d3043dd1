// What loads is what the GraalJS of the simulated version loads. tests/parity/syntax.json has what they said.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { Sandbox } from "../dist/sandbox.js";
import { firstLogin } from "./support/scenarios.mjs";
import { source } from "./support/source.mjs";

const VERSIONS = ["22.3.3", "23.1.2", "24.1.2"];
const { lambdaText } = await source("sandbox/source/lambda-text");
const file = new URL("../../tests/parity/syntax.json", import.meta.url);
const pieces = JSON.parse(readFileSync(file, "utf8"));
const sandbox = new Sandbox();

after(() => sandbox.close());

for (const version of VERSIONS) {
  test(`what GraalJS ${version} loads is loaded, and nothing else`, () => {
    const others = pieces.filter(({ text, loads, differs }) => {
      const isLoaded = lambdaText(text, version).refusal === undefined;
      return isLoaded !== loads.includes(version) && differs === undefined;
    });
    assert.deepEqual(
      others.map(({ name }) => name),
      [],
    );
  });
}

test("what is said to differ differs", () => {
  const same = pieces.filter(
    ({ text, loads, differs }) =>
      differs !== undefined &&
      VERSIONS.every((version) => {
        const isLoaded = lambdaText(text, version).refusal === undefined;
        return isLoaded === loads.includes(version);
      }),
  );
  assert.deepEqual(
    same.map(({ name }) => name),
    [],
  );
});

for (const [name, body, message, at] of [
  [
    "a module",
    "function reconcile() {}\nexport default reconcile;",
    "`import` and `export` are for modules, and a lambda is a script",
    "2:1",
  ],
  ["`await` outside of a function", "await 1;\nfunction reconcile() {}", "Unexpected token", "1:7"],
  ["a place after characters of two units", "/* 😀 */ var = 1;", "Unexpected token", "1:13"],
  [
    "modifiers",
    "function reconcile() { return /(?i:a)/; }",
    "Invalid regular expression: /(?i:a)/: Invalid group",
    "1:32",
  ],
]) {
  test(`${name} is said with its place`, async () => {
    const { status, diagnostics } = await sandbox.simulate(firstLogin({ lambda: { body } }));
    assert.equal(status, 512);
    const [{ code, message: told, line, column }] = diagnostics;
    assert.deepEqual(
      { code, told, at: `${line}:${column}` },
      {
        code: "lambda-does-not-load",
        told: `the lambda does not load: SyntaxError: ${message}`,
        at,
      },
    );
  });
}
