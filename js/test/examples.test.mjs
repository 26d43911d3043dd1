// The examples do what they say, lambdas included.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { run } from "./support/cli.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const examples = `${root}examples/`;

const lambdas = readdirSync(`${examples}lambdas`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function scenariosIn(folder) {
  const files = readdirSync(`${examples}${folder}`).filter((file) => file.endsWith(".json"));
  return files.map((file) => `examples/${folder}/${file}`);
}

const scenarios = ["cognito", "types", ...lambdas.map((name) => `lambdas/${name}`)].flatMap(
  scenariosIn,
);

test("every example passes as a test", () => {
  const words = ["cognito", "types", "lambdas"].map((folder) => `examples/${folder}`);
  const { code, out, err } = run(["test", "--json", ...words], { cwd: root });
  assert.equal(err, "");
  const { passed, results } = JSON.parse(out);
  assert.deepEqual(
    results.filter((result) => !result.passed),
    [],
  );
  assert.equal(passed, scenarios.length);
  assert.equal(code, 0);
});

test("nothing among them has an error, and no lambda a warning", () => {
  const { out } = run(["check", "--json", ...scenarios], { cwd: root });
  const serious = JSON.parse(out).filter(
    ({ file, severity }) =>
      severity === "error" || (severity === "warning" && file.endsWith(".js")),
  );
  assert.deepEqual(serious, []);
});

test("every lambda has a usual login and a surprising one, and a line in the table", () => {
  assert.ok(lambdas.length >= 14);
  const table = readFileSync(`${examples}lambdas/README.md`, "utf8");
  for (const name of lambdas) {
    assert.ok(scenariosIn(`lambdas/${name}`).length >= 2, name);
    assert.ok(table.includes(`| [${name}](${name}) |`), name);
  }
});

test("every type of identity provider has an example, named after it", () => {
  const types = scenariosIn("types").map((file) => {
    const { identityProvider } = JSON.parse(readFileSync(`${root}${file}`, "utf8"));
    assert.equal(file, `examples/types/${identityProvider.type}.scenario.json`);
    return identityProvider.type;
  });
  assert.equal(types.length, 16);
});
