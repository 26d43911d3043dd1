// Policies in JavaScript: run, as text, and in place; and what is said of those that cannot be.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Policy, PolicyDeniedError, ReconcileKitError, simulate } from "../dist/node.js";
import { jane, USUAL } from "./support/policies.mjs";
import { firstLogin } from "./support/scenarios.mjs";

function thrownBy(work) {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ReconcileKitError, String(error));
    return error;
  }
  return assert.fail("nothing was thrown");
}

test("a policy says what changes, and changes nothing itself", () => {
  const given = jane();
  const { allowed, writes, skipped, ...rest } = new Policy(USUAL).run(given);
  assert.equal(allowed, true);
  assert.deepEqual(writes, [
    { path: "/registration/roles", value: ["admin", "editor"], rule: "registration.roles" },
    { path: "/user/firstName", value: "Jane", rule: "user.firstName" },
  ]);
  assert.deepEqual([skipped, rest], [[], {}]);
  assert.deepEqual(given, jane());
});

test("a trace names each rule, and each write its claims", () => {
  const { trace, writes } = new Policy(USUAL).run(jane(), { trace: true });
  assert.deepEqual(
    trace.map(({ rule }) => rule),
    ["staff", "registration.roles", "birthday", "user.data.team.name", "user.firstName"],
  );
  assert.deepEqual(writes[1].from, ["/userinfo/given_name"]);
});

test("text in and out says the same, and keeps digits", () => {
  const policy = new Policy(JSON.stringify({ map: { "user.data.big": "big" } }));
  const text = policy.runText('{ "jwt": { "big": 9007199254740993, "other": [1] } }');
  assert.match(text, /"value":9007199254740993,/);
  const usual = new Policy(USUAL);
  for (const trace of [false, true]) {
    const options = { trace };
    const found = JSON.parse(usual.runText(JSON.stringify(jane()), options));
    assert.deepEqual(found, usual.run(jane(), options));
  }
});

test("what is missing there is none of", () => {
  const policy = new Policy({ map: { "registration.roles": { value: "user" } } });
  for (const given of [{}, { registration: null }, { registration: undefined, jwt: null }]) {
    assert.deepEqual(policy.run(given).writes, []);
  }
  assert.equal(policy.run({ registration: {} }).writes.length, 1);
});

test("`reconcile` changes user and registration in place", () => {
  const { reconcile } = new Policy(USUAL);
  const team = { name: "old", lead: "Ann" };
  const { registration, jwt, id_token } = jane();
  const user = { email: "jane@company.example", data: { team, other: 1 } };
  assert.equal(reconcile(user, registration, jwt, id_token), undefined);
  assert.equal(user.firstName, "Jane");
  assert.deepEqual(user.data, { team: { lead: "Ann" }, other: 1 });
  assert.equal(user.data.team, team);
  assert.deepEqual(registration.roles, ["admin", "editor"]);
});

test("objects in between are made, a value `null` is set, and nothing is removed from nowhere", () => {
  const { reconcile } = new Policy({
    map: {
      "user.data.a.b": "name",
      "user.data.c.d": { from: "none", missing: "clear" },
      "user.firstName": { from: "none", missing: "clear" },
    },
  });
  const user = { firstName: "Jane", data: { a: "a text" } };
  reconcile(user, undefined, { name: "x" });
  assert.deepEqual(user, { firstName: null, data: { a: { b: "x" } } });
});

test("a policy takes a lambda's place in a simulated login", () => {
  const named = new Policy({ map: { "user.firstName": "given_name" } });
  const { user } = simulate(firstLogin(), { reconcile: named.reconcile });
  assert.equal(user.firstName, "Jane");
  // `jane@example.com` is no member of the staff.
  const { status, eventLog } = simulate(firstLogin(), { reconcile: new Policy(USUAL).reconcile });
  assert.equal(status, 512);
  assert.match(JSON.stringify(eventLog), /PolicyDeniedError: No\./);
});

test("a refusal is an error of its own, and nothing was changed", () => {
  const policy = new Policy({ ...USUAL, gates: [{ ...USUAL.gates[0], code: "not-staff" }] });
  const { user, registration, jwt } = jane({ jwt: { email: "jane@x.test", given_name: "Jane" } });
  const error = thrownBy(() => policy.reconcile(user, registration, jwt));
  assert.ok(error instanceof PolicyDeniedError);
  assert.equal(error.name, "PolicyDeniedError");
  assert.deepEqual([error.code, error.message, error.rule], ["PolicyDenied", "No.", "staff"]);
  assert.deepEqual(error.denial, { code: "not-staff", message: "No.", rule: "staff" });
  assert.deepEqual([user, registration], [{}, {}]);
  const { allowed, denied } = policy.run({ jwt });
  assert.deepEqual([allowed, denied], [false, error.denial]);
});

test("a policy that cannot be used is refused with code, pointer, line and column", () => {
  for (const [document, code, path, line] of [
    [
      '{\n  "map": { "user.fristName": "given_name" } }',
      "policy-field-unknown",
      "/map/user.fristName",
      2,
    ],
    ['{ "map": {}, }', "not-json", "", 1],
    [{ mpa: {} }, "unknown-key", "/mpa", 1],
    ["[]", "wrong-type", "", 1],
    [
      { map: { "user.email": { from: "a", transform: { capture: "(" } } } },
      "policy-pattern",
      undefined,
      1,
    ],
  ]) {
    const error = thrownBy(() => new Policy(document));
    assert.equal(error.code, code);
    if (path !== undefined) assert.equal(error.path, path);
    assert.equal(error.line, line, code);
    assert.ok(error.column > 0 && error.help && error.url.endsWith(`${code}.md`), code);
    assert.equal(error.diagnostics[0].code, code);
  }
});

test("every problem of a policy is told at once", () => {
  const error = thrownBy(() => new Policy({ map: { "user.a": "x", "user.b": "y" } }));
  assert.deepEqual(
    error.diagnostics.map(({ path }) => path),
    ["/map/user.a", "/map/user.b"],
  );
});

test("keys such as `__proto__` stay keys and reach no prototype", () => {
  const policy = new Policy({ map: { "user.data.seen": "__proto__", "user.data.keys": "nested" } });
  const jwt = JSON.parse('{ "__proto__": "x", "nested": { "__proto__": 1 } }');
  const user = {};
  policy.reconcile(user, null, jwt);
  assert.equal(user.data.seen, "x");
  assert.deepEqual(Object.keys(user.data.keys), ["__proto__"]);
  assert.equal({}.seen, undefined);
  // What a prototype has is no claim.
  assert.deepEqual(policy.run({ jwt: Object.create({ nested: "inherited" }) }).writes, []);
});

test("a field of a prototype's name becomes an own property", () => {
  const policy = new Policy({ map: { "user.data.constructor.name": "given_name" } });
  const user = {};
  policy.reconcile(user, null, { given_name: "Jane" });
  assert.deepEqual(JSON.stringify(user), '{"data":{"constructor":{"name":"Jane"}}}');
  assert.equal(Object.name, "Object");
});
