// However deep or large a document is, there is an answer or a finding, no trap, and the module works afterwards.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createReconcile } from "../dist/lambda.js";
import {
  check,
  compareText,
  decodeIdToken,
  diffPolicies,
  exportPolicy,
  fieldRefusal,
  importPolicy,
  mismatches,
  Policy,
  prepare,
  readCognito,
  simulateText,
  verifyText,
  why,
} from "../dist/node.js";

const PROVIDER = { id: "i1", enabled: true, linkingStrategy: "LinkByEmail" };
const CLAIMS = { sub: "1", email: "jane@example.com" };
const SCENARIO = { identityProvider: PROVIDER, login: { userinfo: CLAIMS } };
const POLICY = { map: { "user.firstName": "given_name" } };
const prepared = prepare(SCENARIO);
const policy = new Policy(POLICY);
const reconcile = createReconcile(POLICY);

const lists = (depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const objects = (depth) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
const conditions = (depth) => `${'{"not":'.repeat(depth)}"email"${"}".repeat(depth)}`;
const base64 = (text) => Buffer.from(text).toString("base64url");
const inside = (document, key, text) => JSON.stringify(document).replace(`"${key}"`, () => text);

/** Every door that a text comes in by, with the deep text somewhere in it. */
const DOORS = {
  check: (deep) => check(deep),
  "a scenario's claim": (deep) =>
    simulateText(
      inside({ ...SCENARIO, login: { userinfo: { ...CLAIMS, x: "deep" } } }, "deep", deep),
    ),
  "a user's data": (deep) =>
    compareText(inside({ ...SCENARIO, users: [{ id: "u", data: { x: "deep" } }] }, "deep", deep)),
  "what is expected": (deep) =>
    verifyText(inside({ ...SCENARIO, expect: { user: "deep" } }, "deep", deep)),
  "a login": (deep) => prepared.simulateText(`{"userinfo":{"sub":"1","x":${deep}}}`),
  "identities as a text": (deep) => readCognito({ sub: "1", identities: deep }),
  "a Cognito user": (deep) => readCognito(`{"sub":"1","x":${deep}}`),
  "an id token": (deep) => decodeIdToken(`${base64('{"alg":"RS256"}')}.${base64(deep)}.c2ln`),
  "the value of a field": (deep) => fieldRefusal("/user/data", deep),
  "what is compared": (deep) => mismatches(deep, deep),
  "a policy": (deep) =>
    new Policy(inside({ map: { "user.data.x": { value: "deep" } } }, "deep", deep)),
  "an export": (deep) =>
    exportPolicy(inside({ map: { "user.data.x": { value: "deep" } } }, "deep", deep), "lambda"),
  "what a policy is run on": (deep) =>
    policy.runText(`{"user":{},"registration":{},"jwt":{"given_name":${deep}}}`),
  "an identity provider to import": (deep) => importPolicy(`{"type":"OpenIDConnect","x":${deep}}`),
};
const CONDITIONS = {
  "a gate": (deep) => new Policy(`{"gates":[{"require":${deep}}]}`),
  "a question to a policy": (deep) =>
    why(`{"map":{"user.firstName":{"from":"x","when":${deep}}}}`, "user.firstName"),
  "a difference": (deep) => diffPolicies(`{"gates":[{"require":${deep}}]}`, POLICY),
};

/** An answer, or a finding with a code and help. */
function answers(name, ask) {
  try {
    ask();
  } catch (error) {
    // Each entry of the package has a class of its own by this name.
    assert.equal(error.name, "ReconcileKitError", `${name}: ${error.stack}`);
    assert.notEqual(error.code, "internal", `${name}: ${error.message}`);
    assert.ok(error.help, `${name}: no help`);
  }
}

function stillWorks() {
  assert.match(prepared.simulateText(), /"status":2/);
  assert.match(policy.runText('{"user":{},"jwt":{"given_name":"Jane"}}'), /Jane/);
}

for (const [name, door] of Object.entries({ ...DOORS, ...CONDITIONS })) {
  test(`${name}, as deep as one likes, is answered`, () => {
    for (const depth of [1, 60, 120, 126, 127, 128, 129, 1000, 200_000]) {
      const forms = name in CONDITIONS ? [conditions] : [lists, objects];
      for (const form of forms) answers(`${name} at ${depth}`, () => door(form(depth)));
    }
    stillWorks();
  });
}

test("objects of JavaScript may be deep too", () => {
  let deep = JSON.parse(objects(2000));
  for (const depth of [2000, 100_000]) {
    for (let level = depth === 2000 ? depth : 2000; level < depth; level += 1) deep = { a: deep };
    for (const ask of [
      () => check({ x: deep }),
      () => simulateText({ ...SCENARIO, login: { userinfo: { ...CLAIMS, deep } } }),
      () => mismatches(deep, deep),
      () => policy.run({ user: { data: deep }, registration: {}, jwt: CLAIMS }),
      () => reconcile({ data: deep }, {}, { ...CLAIMS, given_name: deep }),
    ]) {
      answers("an object", ask);
    }
  }
  stillWorks();
});

test("a document larger than 4 MiB is refused, and one just below is answered", () => {
  const most = 4 * 1024 * 1024;
  const text = JSON.stringify({ ...SCENARIO, name: "" });
  const filled = (length) => text.replace('""', `"${"x".repeat(length - text.length)}"`);
  assert.match(simulateText(filled(most)), /"status":2/);
  assert.throws(() => simulateText(filled(most + 1)), { code: "document-too-large" });
  for (const huge of ["[".repeat(most), "1".repeat(most), `"${"\\u0000".repeat(600_000)}"`]) {
    answers("a huge document", () => check(huge));
    answers("a huge document", () => simulateText(huge));
  }
  stillWorks();
});

test("numbers beyond every type, and more people than anybody has, are answered", () => {
  for (const number of [
    "1e400",
    "-1e400",
    `1${"0".repeat(400)}`,
    "-9223372036854775809",
    "0.1e-999",
  ]) {
    const world = `"users":[{"id":"u","email":"jane@example.com","expiry":${number}}]`;
    const limit = `"limitUserLinkCount":{"enabled":true,"maximumLinks":${number}}`;
    const provider = `"identityProvider":{"enabled":true,"tenantConfiguration":{"t":{${limit}}}}`;
    const login = `"login":{"userinfo":{"sub":${number},"email":"jane@example.com"}}`;
    answers(number, () => simulateText(`{${provider},${world},${login}}`));
  }
  const users = Array.from({ length: 20_000 }, (_, index) => ({
    id: `u${index}`,
    email: `${index}@x.y`,
  }));
  assert.match(simulateText({ ...SCENARIO, users }), /"decision":"create"/);
  stillWorks();
});
