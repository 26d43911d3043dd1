// The examples do what they say, lambdas included.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { run } from "./support/cli.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const examples = `${root}examples/`;

const lambdas = foldersIn("lambdas");
const policies = foldersIn("policies");

function foldersIn(folder) {
  const entries = readdirSync(`${examples}${folder}`, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function filesIn(folder, is) {
  const files = readdirSync(`${examples}${folder}`).filter(is);
  return files.map((file) => `examples/${folder}/${file}`);
}

function scenariosIn(folder) {
  return filesIn(folder, (file) => file.endsWith(".json") && file !== "policy.json");
}

const scenarios = [
  "cognito",
  "types",
  ...lambdas.map((name) => `lambdas/${name}`),
  ...policies.map((name) => `policies/${name}`),
].flatMap(scenariosIn);

test("every example passes as a test", () => {
  const words = ["cognito", "types", "lambdas", "policies"].map((folder) => `examples/${folder}`);
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

test("no policy has an error or a warning", () => {
  const is = (file) => /^policy\.(json|yaml)$/.test(file);
  const files = policies.flatMap((name) => filesIn(`policies/${name}`, is));
  assert.equal(files.length, policies.length);
  const { code, out } = run(["check", "--json", ...files], { cwd: root });
  assert.deepEqual(
    JSON.parse(out).filter(({ severity }) => severity !== "info"),
    [],
  );
  assert.equal(code, 0);
});

test("every type of identity provider has an example, named after it", () => {
  const types = scenariosIn("types").map((file) => {
    const { identityProvider } = JSON.parse(readFileSync(`${root}${file}`, "utf8"));
    assert.equal(file, `examples/types/${identityProvider.type}.scenario.json`);
    return identityProvider.type;
  });
  assert.equal(types.length, 16);
});
