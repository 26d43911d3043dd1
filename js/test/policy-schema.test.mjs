// The schema that editors use and the reader of the core agree about policies.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { parse } from "yaml";
import { check, Policy } from "../dist/node.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file) => readFileSync(`${root}${file}`, "utf8");
const ajv = new Ajv({ allErrors: true, strict: false });
const isPolicy = ajv.compile(JSON.parse(read("schemas/policy.schema.json")));
const isScenario = ajv.compile(JSON.parse(read("schemas/scenario.schema.json")));

function policies() {
  const examples = readdirSync(`${root}examples/policies`, { recursive: true })
    .filter((file) => /policy\.(json|yaml)$/.test(file))
    .map((file) => [file, parse(read(`examples/policies/${file}`))]);
  const cases = readdirSync(`${root}tests/cases`)
    .filter((file) => file.includes("policy-") || file.includes("new-user-stamp"))
    .map((file) => [file, JSON.parse(read(`tests/cases/${file}`)).scenario.policy]);
  return [...examples, ...cases];
}

test("every policy of the examples and the cases is one to both", () => {
  const all = policies();
  assert.ok(all.length > 30);
  for (const [file, policy] of all) {
    assert.ok(isPolicy(policy), `${file}: ${ajv.errorsText(isPolicy.errors)}`);
    new Policy(policy).free();
  }
});

test("a scenario may hold a policy, or name its file", () => {
  const scenario = { identityProvider: {}, login: {} };
  assert.ok(isScenario({ ...scenario, policy: { map: { "user.firstName": "given_name" } } }));
  assert.ok(isScenario({ ...scenario, policy: { file: "policy.json" } }));
  assert.ok(!isScenario({ ...scenario, policy: { mapp: {} } }));
  assert.ok(!isScenario({ ...scenario, policy: "policy.json" }));
});

const map = (rule, field = "user.firstName") => ({ map: { [field]: rule } });
const gate = (require) => ({ gates: [{ require }] });

/** Mistakes of form. What is wrong for another reason, such as a slow pattern, is for the core alone to say. */
const MISTAKES = {
  "nothing in it": {},
  "an unknown key": { ...map("a"), gats: [] },
  "an unknown provider": { ...map("a"), provider: "okta" },
  "an unknown strategy": { ...map("a"), linkingStrategy: "LinkByMail" },
  "an unknown field": map("a", "user.fristName"),
  "a field of nothing": map("a", "usr.firstName"),
  "a rule that is a number": map(5),
  "no rule": map([]),
  "no source": map({ transform: "trim" }),
  "two sources": map({ from: "a", value: "b" }),
  "an empty claim": map(""),
  "an unknown key of a rule": map({ from: "a", transfrom: "trim" }),
  "an unknown step": map({ from: "a", transform: "tirm" }),
  "a step without its text": map({ from: "a", transform: "prefix" }),
  "two steps in one": map({ from: "a", transform: { prefix: "x", suffix: "y" } }),
  "replace without by": map({ from: "a", transform: { replace: "x" } }),
  "a table with an object": map({ from: "a", table: { x: {} } }),
  "an unknown word": map({ from: "a", write: "sometimes" }),
  "a gate without a condition": { gates: [{ message: "x" }] },
  "a condition that is a list": gate(["a"]),
  "no conditions": gate({ all: [] }),
  "an unknown key of a condition": gate({ claim: "a", equal: "b" }),
  "something else that is verified": gate({ verified: "address" }),
  "a test of the wrong type": gate({ claim: "a", exists: "yes" }),
  "an empty part": gate({ claim: "a", contains: "" }),
};

for (const [what, policy] of Object.entries(MISTAKES)) {
  test(`${what}: both refuse it, and the core says what to do`, () => {
    assert.equal(isPolicy(policy), false);
    assert.throws(() => new Policy(policy), { name: "ReconcileKitError" });
    const findings = check({ map: {}, ...policy });
    if (what === "nothing in it") return;
    assert.ok(findings.some(({ severity, help }) => severity === "error" && help !== ""));
  });
}
