// What counts as the same, and what does not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { given, left } from "../collect.mjs";
import { differences, skeleton } from "../compare.mjs";
import { explanation, listed } from "../differences.mjs";
import { parseExactly } from "../exact.mjs";
import { isNewer } from "../since.mjs";
import { found } from "../values/compare.mjs";

const places = (...sides) => differences(...sides).map(({ pointer }) => pointer);

test("order, nulls and the spelling of numbers make no difference", () => {
  const ours = parseExactly('{"b": 1, "a": null, "c": [1e2]}');
  assert.deepEqual(places(ours, parseExactly('{"c": [100.0], "b": 1.0}'), {}), []);
});

test("a value that differs is named with its place", () => {
  assert.deepEqual(places({ a: { "b/c": [1, 2] } }, { a: { "b/c": [1, 3] } }, {}), ["/a/b~1c/1"]);
  assert.deepEqual(places({ a: [1] }, { a: [1, 2] }, {}), ["/a"]);
  assert.deepEqual(places({ a: "1" }, { a: 1 }, {}), ["/a"]);
});

test("a field that only one side has differs, unless the class prints it of itself", () => {
  assert.deepEqual(places({ gone: 1 }, {}, {}), ["/gone"]);
  assert.deepEqual(places({}, { active: false }, {}), ["/active"]);
  assert.deepEqual(places({}, { active: false }, { active: true }), ["/active"]);
  assert.deepEqual(places({}, { active: false }, { active: false }), []);
});

test("a skeleton has the objects of an object, and what they are chosen by", () => {
  const value = { type: "Google", name: "x", a: { b: 1, c: { d: 2 } }, l: [{ e: 3 }], m: [4] };
  assert.deepEqual(skeleton(value), { type: "Google", a: { c: {} }, l: [{}] });
});

test("no digit of a whole number is lost", () => {
  const [one, other] = ["9007199254740993", "9007199254740992"].map(parseExactly);
  assert.notEqual(one, other);
  assert.equal(parseExactly("1e21"), parseExactly("1000000000000000000000"));
  assert.equal(parseExactly("1.8446744073709552e19"), parseExactly("18446744073709552000"));
  assert.deepEqual(parseExactly('["9007199254740993", "\\"1e30", 1.5, -0.25e2]'), [
    "9007199254740993",
    '"1e30',
    1.5,
    -25,
  ]);
});

test("the schemas say which fields are newer than the classes", () => {
  assert.equal(isNewer("User", "/identities/0/type"), true);
  assert.equal(isNewer("User", "/legacyIdentifier"), true);
  assert.equal(isNewer("IdentityProvider", "/attributeMappings"), true);
  assert.equal(isNewer("IdentityProvider", "/tenantId"), true);
  assert.equal(isNewer("IdentityProvider", "/oauth2/emailVerifiedClaim"), false);
  assert.equal(isNewer("User", "/tenantId"), false);
  assert.equal(isNewer("User", "/madeUp"), false);
});

test("objects are found in their wrappers, and an identity provider without a type has one", () => {
  const scenario = {
    identityProvider: { identityProvider: { name: "x" } },
    application: { application: { id: "a" } },
    users: [{ user: { id: "u", registrations: [{ applicationId: "a" }] } }],
  };
  const objects = [...given(scenario)].map(({ class: name, value }) => [name, value]);
  assert.deepEqual(objects, [
    ["IdentityProvider", { type: "OpenIDConnect", name: "x" }],
    ["Application", { id: "a" }],
    ["User", { id: "u", registrations: [{ applicationId: "a" }] }],
    ["UserRegistration", { applicationId: "a" }],
  ]);
});

test("an outcome gives what it left", () => {
  const outcome = { verdict: "x", decision: "linked", identity: {}, user: { id: "u" }, link: null };
  assert.deepEqual(
    [...left({ logins: [outcome] })].map(({ class: name, value }) => [name, value]),
    [["User", { id: "u" }]],
  );
});

test("a value is the same where both refuse it or both hold it", () => {
  const of = (ours, answer, blank = {}) =>
    found({ name: "active", ours }, [answer, {}], blank).map(({ pointer }) => pointer);
  const printed = (value) => ({ printed: JSON.stringify({ active: value }) });
  assert.deepEqual(of({ refused: "why" }, { refused: "because" }), []);
  assert.deepEqual(of({ refused: "why" }, printed(true)), ["/active"]);
  assert.deepEqual(of({ held: true }, { refused: "because" }), ["/active"]);
  assert.deepEqual(of({ held: true }, printed(true)), []);
  assert.deepEqual(of({ held: true }, printed(false)), ["/active"]);
  assert.deepEqual(of({}, printed(false), { active: false }), []);
  assert.deepEqual(of({}, printed(false), { active: true }), ["/active"]);
});

test("a listed difference explains only what all its conditions say", () => {
  const list = listed();
  const one = { part: "values", class: "User", pointer: "/email", ours: {}, its: { held: "" } };
  assert.equal(explanation(one, list), "blank-email");
  assert.equal(explanation({ ...one, its: { held: "a" } }, list), undefined);
  assert.equal(explanation({ ...one, pointer: "/firstName" }, list), undefined);
  assert.equal(explanation({ ...one, class: "UserRegistration" }, list), undefined);
  for (const { id, reason } of list) assert.ok(id && reason.length > 20, id);
});
