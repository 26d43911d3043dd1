// The rules on what a lambda reads: what they speak of beyond the examples on their pages, and what they leave alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  codes,
  INFO,
  NOTHING,
  of,
  reconcile,
  rule,
  scenario,
  WARNING,
} from "./support/lambda-check.mjs";

rule("string-boolean", [
  ["if (!jwt.email_verified) x();", WARNING],
  ["x(jwt.email_verified ? 1 : 2);", WARNING],
  ["if (jwt.a && jwt.phone_number_verified) x();", WARNING],
  ["if (jwt.email_verified === true) x();", WARNING],
  ["if (jwt['custom:isAdmin']) x();", WARNING],
  ["if (jwt['custom:department']) x();", NOTHING],
  ["if (id_token && id_token.email_verified) x();", NOTHING],
  ["if (jwt.email_verified && jwt.email_verified !== 'false') x();", NOTHING],
  ["if (jwt.email_verified === 'false') return; if (jwt.email_verified) x();", NOTHING],
  ["user.verified = jwt.email_verified;", NOTHING],
  ["const yes = String(jwt.email_verified) === 'true'; if (yes) x();", NOTHING],
]);

test("string-boolean is a remark where the provider is not Cognito", () => {
  const body = reconcile("if (jwt.email_verified) user.data.x = 1;");
  assert.deepEqual(of("string-boolean", body, { scenario: scenario() }), INFO);
  assert.deepEqual(of("string-boolean", body, { scenario: scenario({ cognito: true }) }), WARNING);
});

rule("argument-mutated", [
  ["jwt.a = 1;", WARNING],
  ["delete id_token.a;", WARNING],
  ["jwt.groups.sort();", INFO],
  ["context.x = 1;", WARNING],
  ["jwt.groups = jwt.groups || [];", NOTHING],
  ["jwt.groups ??= [];", NOTHING],
  ["const own = {}; own.a = jwt.a;", NOTHING],
]);

rule("cognito-text-value", [
  ["registration.roles = jwt['custom:roles'];", WARNING],
  ["if (jwt['custom:g']) jwt['custom:g'].forEach(x);", WARNING],
  ["for (const g of id_token['custom:g']) x(g);", WARNING],
  ["x(jwt['custom:g'], jwt.identities[0]);", WARNING],
  ["if (jwt['custom:isAdmin'] === 'true') x();", INFO],
  ["x(jwt['custom:g'], id_token.identities[0]);", NOTHING],
  ["x(String(jwt['custom:g']).split(', ').map(x));", NOTHING],
  ["x(jwt.identities[0]);", NOTHING],
]);

test("where the scenario's provider is not Cognito, its rules are silent", () => {
  const body = reconcile("registration.roles = jwt['custom:roles'] || id_token['cognito:groups'];");
  const said = codes(body, { scenario: scenario() }).filter((code) => code.startsWith("cognito-"));
  assert.deepEqual(said, ["cognito-pool-group"]);
  const identities = reconcile("user.data.x = jwt.identities[0].userId;");
  assert.deepEqual(of("cognito-text-value", identities, { scenario: scenario() }), []);
  const cognito = { scenario: scenario({ cognito: true }) };
  assert.deepEqual(of("cognito-text-value", identities, cognito), WARNING);
});

rule("cognito-pool-group", [
  ["registration.roles = id_token['cognito:groups'];", WARNING],
  ["registration.roles = [...id_token['cognito:groups'], 'user'];", WARNING],
  ["const g = id_token['cognito:groups'].slice(); registration.roles = g;", WARNING],
  ["id_token['cognito:groups'].forEach((g) => registration.roles.push(g));", WARNING],
  ["for (const g of id_token['cognito:groups']) registration.roles.push(g);", WARNING],
  ["for (const g of id_token['cognito:groups']) if (OK[g]) registration.roles.push(g);", NOTHING],
  ["registration.roles = id_token['cognito:groups'].map((g) => ROLES[g]);", NOTHING],
  ["user.data.groups = id_token['cognito:groups'];", NOTHING],
]);

rule("cognito-username-split", [
  ["const [provider, id] = id_token['cognito:username'].split('_'); x(provider, id);", WARNING],
  ["const parts = id_token['cognito:username'].split('_'); x(parts[1]);", WARNING],
  ["x(id_token['cognito:username'].split('_').pop());", WARNING],
  ["x(id_token['cognito:username'].split('_')[0]);", NOTHING],
  ["const p = id_token['cognito:username'].split('_'); x(p[0], p.slice(1).join('_'));", NOTHING],
  [
    "const [provider, ...rest] = id_token['cognito:username'].split('_'); x(provider, rest);",
    NOTHING,
  ],
  ["x(jwt.name.split('_')[1]);", NOTHING],
]);

test("cognito-claim-misplaced believes the scenario's own userinfo", () => {
  const body = reconcile("user.data.g = jwt['cognito:groups'];");
  assert.deepEqual(of("cognito-claim-misplaced", body), WARNING);
  const has = scenario({ cognito: true, userinfo: { sub: "1", "cognito:groups": ["a"] } });
  assert.deepEqual(of("cognito-claim-misplaced", body, { scenario: has }), []);
  // Another lambda type may be given an ID token of Cognito as its claims.
  assert.deepEqual(of("cognito-claim-misplaced", body, { type: "ExternalJWTReconcile" }), []);
});

rule("email-case", [
  ["if (jwt.email === 'Jane@example.com') x();", WARNING],
  ["if (user.email !== id_token.email) x();", WARNING],
  ["if (jwt.email && jwt.email.endsWith('@example.com')) x();", INFO],
  ["if (jwt.email && jwt.email.toLowerCase() === user.email) x();", NOTHING],
  ["if (jwt.email === undefined) x();", NOTHING],
  ["if (jwt.email === 'null') x();", NOTHING],
]);
