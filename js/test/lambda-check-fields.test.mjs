// The rules on what a lambda writes: what they speak of beyond the examples on their pages, and what they leave alone.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  codes,
  ERROR,
  INFO,
  NOTHING,
  of,
  reconcile,
  rule,
  scenario,
  WARNING,
} from "./support/lambda-check.mjs";

describe("writes to identities", () => {
  const email = reconcile("user.email = jwt.mail;");
  const username = reconcile("user.username = jwt.name;");
  const said = (body, options) =>
    ["writes-other-identity", "writes-after-link"].flatMap((id) =>
      of(id, body, options).map((severity) => `${severity} ${id}`),
    );

  test("without a scenario there is a remark only", () => {
    assert.deepEqual(said(email), ["info writes-after-link"]);
    assert.deepEqual(said(username), ["info writes-after-link"]);
  });

  test("the strategy decides which one counts", () => {
    const byUsername = { scenario: scenario({ strategy: "LinkByUsername" }) };
    assert.deepEqual(said(email, byUsername), ["error writes-other-identity"]);
    assert.deepEqual(said(username, byUsername), ["info writes-after-link"]);
    const byEmail = { scenario: scenario() };
    assert.deepEqual(said(username, byEmail), ["error writes-other-identity"]);
  });

  test("where people are linked before, none counts", () => {
    const pending = { scenario: scenario({ strategy: "CreatePendingLink" }) };
    assert.deepEqual(said(email, pending), ["warning writes-after-link"]);
  });

  test("between 1.28.1 and 1.30 none counts either", () => {
    const early = { scenario: scenario({ version: "1.30" }) };
    assert.deepEqual(said(email, early), ["error writes-other-identity"]);
  });

  test("in every way of writing", () => {
    const byUsername = { scenario: scenario({ strategy: "LinkByUsername" }) };
    for (const statement of [
      "delete user.email;",
      "user['email'] = 1;",
      "const u = user; u.email ||= jwt.mail;",
      "[user.email, user.firstName] = [jwt.mail, jwt.name];",
      "({ mail: user.email } = jwt);",
      "Object.assign(user, { email: jwt.mail });",
    ]) {
      assert.deepEqual(said(reconcile(statement), byUsername), ["error writes-other-identity"]);
    }
  });
});

rule("memberships-written", [
  ["user.memberships.push({ groupId: 'x' });", WARNING],
  ["if (user.memberships.length === 0) user.memberships.push({ groupId: 'x' });", INFO],
  ["x(user.memberships);", NOTHING],
]);

rule("field-not-writable", [
  ["user.password = 'x';", WARNING],
  ["user.registrations.push({});", WARNING],
  ["registration.applicationId = 'x';", WARNING],
  ["user.data.id = jwt.sub;", NOTHING],
]);

test("an LDAP lambda may write every field", () => {
  const body =
    "function reconcile(user, a) { user.email = a.mail || ''; user.registrations = []; }";
  assert.deepEqual(codes(body, { type: "LDAPConnectorReconcile" }), []);
  assert.deepEqual(codes(body), ["writes-after-link", "field-not-writable"]);
});

rule("field-unknown", [
  ["user.emial = jwt.email;", WARNING],
  ["registration.role = 'x';", WARNING],
  ["delete user.emial;", NOTHING],
  ["user[jwt.name] = 1;", NOTHING],
  ["user.data.anything = 1;", NOTHING],
]);

rule(
  "role-unknown",
  [
    ["registration.roles = ['admin', 'root'];", WARNING],
    ["registration.roles.push('root');", WARNING],
    ["registration.roles = jwt.a ? ['root'] : ['admin'];", WARNING],
    ["const all = ['root']; registration.roles = [...all, 'admin'];", WARNING],
    ["registration.roles = ['admin'].concat('root');", WARNING],
    ["const ROOT = 'root'; registration.roles = [ROOT, ROOT];", WARNING],
    ["registration.roles = ['admin'];", NOTHING],
    ["registration.roles = jwt.groups;", NOTHING],
    ["registration.roles = jwt.groups.filter((group) => group !== 'root');", NOTHING],
  ],
  { scenario: scenario({ roles: ["admin"] }) },
);

test("without the application's roles no role is unknown", () => {
  const body = reconcile("registration.roles = ['root'];");
  assert.deepEqual(of("role-unknown", body), []);
  assert.deepEqual(of("role-unknown", body, { scenario: scenario() }), []);
});

rule("pushes-every-login", [
  ["registration.roles.push('admin');", INFO],
  ["user.preferredLanguages.push('en');", INFO],
  ["user.data.seen.push(1);", WARNING],
  ["registration.roles = registration.roles || []; registration.roles.push('admin');", INFO],
  ["if (!user.data.seen) user.data.seen = []; user.data.seen.push(1);", WARNING],
  ["registration.roles = []; registration.roles.push('admin');", NOTHING],
  ["if (user.data.seen.indexOf(1) < 0) user.data.seen.push(1);", NOTHING],
  ["const list = []; list.push(1);", NOTHING],
]);

rule("profile-overwritten", [
  ["user.firstName = jwt.a; user.lastName = jwt.b;", INFO],
  ["if (!user.firstName) user.firstName = jwt.a;", NOTHING],
  ["user.firstName ||= jwt.a;", NOTHING],
  ["user.firstName = jwt.a || user.firstName;", NOTHING],
  ["user.data.a = jwt.a; registration.roles = [];", NOTHING],
]);

rule("claim-may-be-missing", [
  ["user.firstName = jwt.a; registration.username = jwt.b;", INFO],
  ["user.firstName = jwt.a?.b;", INFO],
  ["user.firstName = jwt.a || '';", NOTHING],
  ["if (jwt.a) user.firstName = jwt.a;", NOTHING],
  ["if (!user.firstName) user.firstName = jwt.a;", NOTHING],
  ["user.data.subject = jwt.a;", NOTHING],
]);

rule("email-fabricated", [
  [`user.email = \`\${jwt.sub}@corp.io\`;`, WARNING],
  ["user.email = jwt.email || jwt.sub + '@corp.io';", WARNING],
  ["const made = jwt.sub + '@' + 'corp.io'; user.email = made;", WARNING],
  ["user.email = jwt.sub + '@users.invalid';", NOTHING],
  ["user.email = jwt.sub + '@example.com';", NOTHING],
  ["user.email = jwt.sub + '@' + jwt.hd;", NOTHING],
  ["user.email = jwt.mail;", NOTHING],
]);

rule("value-not-held", [
  ["user.birthDate = '01/02/1990';", ERROR],
  ["user.birthDate = new Date();", ERROR],
  ["user.birthDate = new Date(0).toISOString();", ERROR],
  ["user.timezone = 'Mars/X';", ERROR],
  ["user.preferredLanguages = 'en';", ERROR],
  ["user.preferredLanguages = jwt.locale + '';", ERROR],
  [`registration.roles = \`\${jwt.role}\`;`, ERROR],
  ["registration.roles = ['a', null];", ERROR],
  ["user.data = JSON.stringify(jwt);", ERROR],
  ["user.firstName = { given: 'Jane' };", ERROR],
  ["const ZONE = 'Mars' + '/X'; user.timezone = ZONE;", ERROR],
  ["user.birthDate = '1990-01-02';", NOTHING],
  ["user.birthDate = jwt.year + '-01-01';", NOTHING],
  ["user.firstName = 5;", NOTHING],
  ["user.imageUrl = null;", NOTHING],
  ["registration.roles = [jwt.role];", NOTHING],
  ["user.birthDate = new Date(0).toISOString().slice(0, 10);", NOTHING],
  // Texts of a form that the field does not have, whatever is put in.
  [`user.birthDate = \`\${jwt.day}/\${jwt.month}/\${jwt.year}\`;`, ERROR],
  ["user.birthDate = jwt.day + '.' + jwt.month + '.1990';", ERROR],
  ["user.birthDate = new Date(jwt.iat).toDateString();", ERROR],
  [`user.birthDate = \`\${jwt.year}-\${jwt.month}-\${jwt.day}\`;`, NOTHING],
  [`user.timezone = \`Asia/\${jwt.city}\`;`, NOTHING],
  [`user.timezone = \`America/Argentina/\${jwt.city}\`;`, NOTHING],
  ["user.timezone = 'GMT' + jwt.offset;", NOTHING],
  ["user.timezone = 'my zone ' + jwt.zone;", ERROR],
  [`user.imageUrl = \`https://example.com/my pictures/\${jwt.sub}\`;`, ERROR],
  [`user.imageUrl = \`https://example.com/\${jwt.sub}.png\`;`, NOTHING],
  ["user.firstName = jwt.a + jwt.b + ' x';", NOTHING],
  // Values of another type.
  ["user.twoFactorEnabled = 'yes';", NOTHING],
  ["user.active = 'yes';", ERROR],
  ["user.active = 'True';", NOTHING],
  ["user.active = 1;", NOTHING],
  ["user.birthDate = Date.now();", ERROR],
  ["user.preferredLanguages = !jwt.language;", ERROR],
  ["user.firstName = jwt.name.split(' ');", ERROR],
  ["user.data = Object.keys(jwt);", ERROR],
  ["user.firstName = Number(jwt.name);", NOTHING],
  ["registration.roles = new Set(jwt.roles);", ERROR],
  ["registration.roles = Array.from(new Set(jwt.roles));", NOTHING],
  ["registration.roles = jwt.groups.split(',');", NOTHING],
  ["registration.roles = [jwt.role, null];", ERROR],
  ["registration.roles = [...jwt.roles, { name: 'admin' }];", ERROR],
  ["const ADMIN = 'admin'; registration.roles = [jwt.role, ADMIN, {}];", ERROR],
  ["user.preferredLanguages = ['en-US', jwt.locale];", NOTHING],
  ["user.preferredLanguages = [jwt.locale, null];", NOTHING],
  ["user.memberships = [{ groupId: 'staff', data: jwt.x }];", ERROR],
  // One of several ways, and lists that are added to.
  ["user.timezone = jwt.zoneinfo || 'Berlin';", ERROR],
  ["user.timezone = jwt.zoneinfo ? jwt.zoneinfo : 'Europe/Berlin';", NOTHING],
  ["user.birthDate = jwt.old ? '1.1.1900' : '2/2/2000';", ["error", "error"]],
  ["user.timezone ??= 'Berlin';", ERROR],
  ["registration.roles.push(null);", ERROR],
  ["registration.roles.push('a', jwt.groups.split(','));", ERROR],
  ["registration.roles.push(...jwt.groups.split(','));", NOTHING],
  ["user.preferredLanguages.push('en-US');", NOTHING],
  ["user.memberships.push({ groupId: 'staff' });", ERROR],
]);

rule("roles-by-order", [
  ["x(registration.roles[0]);", WARNING],
  ["if (JSON.stringify(registration.roles) === '[]') x();", WARNING],
  ["if (registration.roles.indexOf('a') === 0) x();", WARNING],
  ["registration.roles[0] = 'a';", NOTHING],
  ["if (registration.roles.indexOf('a') === -1) x();", NOTHING],
  ["x(registration.roles.length);", NOTHING],
]);
