// The example policies as the lambdas that are committed beside them: FusionAuth would do with the lambda what the
// kit does with the policy.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { checkLambda } from "../dist/check.js";
import { exportPolicy, simulate as simulatePolicy } from "../dist/node.js";
import { Sandbox } from "../dist/sandbox.js";

const examples = fileURLToPath(new URL("../../examples/policies/", import.meta.url));
const update = process.env.RECONCILE_KIT_UPDATE !== undefined;
const sandbox = new Sandbox();
after(() => sandbox.close());

const folders = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The policy in a folder, JSON or YAML. */
function policyIn(folder) {
  const json = `${examples}${folder}/policy.json`;
  if (existsSync(json)) return JSON.parse(readFileSync(json, "utf8"));
  return parse(readFileSync(`${examples}${folder}/policy.yaml`, "utf8"));
}

function scenariosIn(folder) {
  const files = readdirSync(`${examples}${folder}`);
  return files
    .filter((file) => file.endsWith(".json") && file !== "policy.json")
    .map((file) => [file, JSON.parse(readFileSync(`${examples}${folder}/${file}`, "utf8"))]);
}

/** What a login leaves behind, and whether it was refused; who wrote it and what was logged is another matter. */
function left({ user, registration, link, decision, status, error }) {
  const denied = error?.code === "PolicyDenied" || error?.code === "LambdaInvocationException";
  return denied ? { denied } : { user, registration, link, decision, status, error };
}

const outcomesOf = (preview) => preview.logins ?? [preview];

for (const folder of folders) {
  const policy = policyIn(folder);
  const { text } = exportPolicy(policy, "lambda");
  const file = `${examples}${folder}/reconcile.js`;

  test(`${folder}: the lambda beside the policy is the one that is exported`, () => {
    if (update) writeFileSync(file, text);
    assert.equal(readFileSync(file, "utf8"), text, "run with RECONCILE_KIT_UPDATE=1");
  });

  test(`${folder}: the lambda leads where the policy does`, async () => {
    for (const [name, { expect: _, policy: __, ...scenario }] of scenariosIn(folder)) {
      const byPolicy = outcomesOf(simulatePolicy({ ...scenario, policy }));
      // Kickstart joins the lines of a lambda.
      for (const body of [text, text.replaceAll("\n", " ")]) {
        const byLambda = outcomesOf(await sandbox.simulate({ ...scenario, lambda: { body } }));
        assert.deepEqual(byLambda.map(left), byPolicy.map(left), name);
        const said = byLambda.flatMap(({ eventLog }) => eventLog.map(({ message }) => message));
        const refused = byPolicy.filter(({ error }) => error?.code === "PolicyDenied");
        for (const { error } of refused) {
          assert.ok(said.includes(`Error: ${error.key}: ${error.message}`), said.join());
        }
      }
    }
  });

  test(`${folder}: nothing is wrong with the lambda`, () => {
    const serious = checkLambda(text, { kickstart: true }).filter(
      ({ severity }) => severity !== "info",
    );
    assert.deepEqual(serious, []);
  });
}
