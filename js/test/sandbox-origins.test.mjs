// Of each field that a lambda wrote it is told which claims it came from, and where the assignment stands.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Sandbox } from "../dist/sandbox.js";
import { firstLogin } from "./support/scenarios.mjs";

const sandbox = new Sandbox();
after(() => sandbox.close());

const USERINFO = {
  sub: "eaad0219-2117-439f-8d46-4db20e59268f",
  email: "jane@example.com",
  email_verified: "true",
  given_name: "Jane",
  family_name: "Doe",
  name: "Jane Doe",
  middle_name: "Q",
  locale: "en-US",
  birthdate: "1990",
  birthday: "01/31/1990",
  picture: "https://cdn.example.com/a/583231.png",
  id: 583231,
  admin: true,
  level: 7,
  company: null,
  groups: ["Admins", "Editors"],
  address: { city: "Berlin", geo: { lat: 52.52 } },
  "custom/claim": "a custom value",
};

/** The changes that the lambda made, by their paths: the claims, line and column. */
async function origins(statements, changes = {}) {
  const body = `function reconcile(user, registration, jwt, id_token, tokens) {\n${statements}\n}`;
  const application = {
    id: "3c219e58-ed0e-4b18-ad48-f4f92793ae32",
    roles: [{ name: "Admins" }, { name: "Editors" }, { name: "admins" }, { name: "user" }],
  };
  const scenario = firstLogin({
    application,
    login: {
      userinfo: USERINFO,
      idToken: { sub: USERINFO.sub, nickname: "Janie", department: "Research" },
    },
    lambda: { body },
    ...changes,
  });
  scenario.identityProvider.oauth2.scope = "openid";
  const outcome = await sandbox.simulate(scenario);
  assert.equal(outcome.status, 200, JSON.stringify(outcome.diagnostics));
  const written = outcome.changes.filter(({ by }) => by.kind === "lambda");
  return Object.fromEntries(
    written.map(({ path, by, from }) => [
      path,
      { from, at: by.line === undefined ? undefined : `${by.line}:${by.column}` },
    ]),
  );
}

/** What is told of one place, with claims of userinfo by their names, and the lambda. */
const CASES = {
  "a claim is copied: /user/firstName at 2:1 from given_name": "user.firstName = jwt.given_name;",
  "a claim is copied by a name in quotes: /user/firstName at 2:3 from given_name":
    "  user['firstName'] = jwt['given_name'];",
  "two claims are joined: /user/fullName at 2:1 from given_name, family_name":
    "user.fullName = jwt.given_name + ' ' + jwt.family_name;",
  "two claims are joined though a third says the same: /user/fullName at 3:1 from given_name, family_name":
    "console.info(JSON.stringify(jwt));\nuser.fullName = jwt.given_name + ' ' + jwt.family_name;",
  "a list is joined: /user/fullName at 2:1 from given_name, family_name":
    "user.fullName = [jwt.given_name, jwt.middle_name, jwt.family_name].join(' ');",
  "a claim is split: /user/firstName at 2:1 from name": "user.firstName = jwt.name.split(' ')[0];",
  "a part of an email: /user/data/login at 3:1 from email":
    "user.username = jwt.email.substring(0, jwt.email.indexOf('@'));\nuser.data.login = user.username;",
  "the domain of an email: /user/data/domain at 2:1 from email":
    "user.data.domain = jwt.email.split('@')[1];",
  "case is changed: /user/lastName at 2:1 from family_name":
    "user.lastName = jwt.family_name.toUpperCase();",
  "a separator is replaced: /user/preferredLanguages at 2:1 from locale":
    "user.preferredLanguages = [jwt.locale.replace('-', '_')];",
  "a locale is pushed: /user/preferredLanguages at 2:1 from locale":
    "user.preferredLanguages.push(jwt.locale);",
  "a year becomes a date: /user/birthDate at 2:1 from birthdate":
    "user.birthDate = jwt.birthdate.length === 4 ? jwt.birthdate + '-01-01' : jwt.birthdate;",
  "a date's parts change their order: /user/birthDate at 3:1 from birthday":
    "var p = jwt.birthday.split('/');\nuser.birthDate = p[2] + '-' + p[0] + '-' + p[1];",
  "a number becomes a text: /user/data/githubId at 2:1 from id":
    "user.data.githubId = String(jwt.id);",
  "a number stays one: /user/data/githubId at 2:1 from id": "user.data.githubId = jwt.id;",
  "a text is put around a claim: /user/imageUrl at 2:1 from id":
    "user.imageUrl = 'https://avatars.example.com/u/' + jwt.id + '?v=4';",
  "an address is made of the subject: /user/data/contact at 2:1 from sub":
    "user.data.contact = jwt.sub + '@example.invalid';",
  "a short claim is named: /user/middleName at 2:1 from middle_name":
    "user.middleName = jwt.middle_name;",
  "true is named: /user/data/admin at 2:1 from admin": "user.data.admin = jwt.admin;",
  "a text becomes true: /user/data/sure at 2:1 from email_verified":
    "user.data.sure = jwt.email_verified === 'true';",
  "true beside a condition is a constant: /user/data/isAdmin at 2:16 from nothing":
    "if (jwt.admin) user.data.isAdmin = true;",
  "a role beside a condition is a constant: /registration/roles at 2:1 from nothing":
    "registration.roles = [];\nif (jwt.groups.includes('Admins')) { registration.roles.push('admins'); }",
  "a constant: /user/timezone at 2:1 from nothing": "user.timezone = 'Europe/Berlin';",
  "a constant that a claim contains: /user/data/kind at 2:36 from nothing":
    "console.info(JSON.stringify(jwt)); user.data.kind = 'example';",
  "a value out of a table: /user/data/team at 2:1 from nothing":
    "user.data.team = { Admins: 'blue team' }[jwt.groups[0]];",
  "a list of claims becomes the roles: /registration/roles at 2:1 from groups":
    "registration.roles = jwt.groups;",
  "a list of claims is changed on the way: /registration/roles at 2:1 from groups":
    "registration.roles = jwt.groups.map(function (g) {\n  return g.toLowerCase();\n});",
  "a list of claims is filtered to one: /registration/roles at 2:1 from groups/0":
    "registration.roles = jwt.groups.filter((g) => g[0] === 'A');",
  "claims are pushed one by one: /registration/roles at 3:3 from groups/0, groups/1":
    "jwt.groups.forEach(function (g) {\n  registration.roles.push(g);\n});",
  "an object of claims: /user/data/address/geo/lat at 2:1 from address":
    "user.data.address = jwt.address;",
  "a claim within a claim: /user/data/place at 2:1 from address/city":
    "user.data.place = jwt.address.city;",
  "a claim whose name needs escaping: /user/data/custom at 2:1 from custom~1claim":
    "user.data.custom = jwt['custom/claim'];",
  "an object is written as a whole: /user/data/github/id at 2:1 from id":
    "user.data.github = {\n  login: jwt.name,\n  id: jwt.id,\n};",
  "a place deep within: /user/data/github/login at 3:1 from name":
    "user.data.github = {};\nuser.data.github.login = jwt.name;",
  "a claim of the ID token: /user/data/nick at 2:1 from /idToken/nickname":
    "user.data.nick = id_token.nickname;",
  "a claim that both tokens have: /user/data/b at 2:24 from /idToken/sub":
    "user.data.a = jwt.sub; user.data.b = id_token.sub;",
  "a variable in between: /user/firstName at 4:1 from given_name":
    "var first = jwt.given_name;\nvar last = jwt.family_name;\nuser.firstName = first;\nuser.lastName = last;",
  "a helper function: /user/lastName at 3:1 from family_name":
    "function clean(text) { return text.trim().toUpperCase(); }\nuser.lastName = clean(jwt.family_name);",
  "a helper function that writes: /user/firstName at 3:3 from given_name":
    "function set(field, value) {\n  user[field] = value;\n}\nset('firstName', jwt.given_name);",
  "the first that is there: /user/firstName at 2:1 from given_name":
    "user.firstName = jwt.nickname || jwt.preferred_username || jwt.given_name;",
  "an assignment over several lines: /user/firstName at 3:3 from given_name":
    "user\n  .firstName =\n    jwt\n      .given_name;",
  "the later of two assignments: /user/firstName at 4:5 from given_name":
    "user.firstName = 'x';\nif (jwt.given_name) {\n    user.firstName = jwt.given_name;\n}",
  "Object.assign: /user/firstName at 2:1 from given_name":
    "Object.assign(user, { firstName: jwt.given_name });",
  "one of several ways to write: /user/firstName at 3:18 from given_name":
    "if (!jwt.given_name) user.firstName = 'x';\n  ({ given_name: user.firstName } = jwt);",
  "a loop that writes: /user/firstName at 3:6 from given_name":
    "if (!jwt.given_name) user.firstName = 'x';\nfor (user.firstName of [jwt.given_name]);",
  "what went through another field: /user/fullName at 3:1 from given_name":
    "user.data.first = jwt.given_name;\nuser.fullName = user.data.first + ' Smith';",
  "a character of two units before it: /user/firstName at 2:20 from given_name":
    "user.data.x = '😀'; user.firstName = jwt.given_name;",
};

for (const [name, statements] of Object.entries(CASES)) {
  test(name, async () => {
    const [, path, at, from] = /: (\S+) at (\S+) from (.*)$/.exec(name);
    const claims = from === "nothing" ? [] : from.split(", ");
    const places = claims.map((claim) => (claim.startsWith("/") ? claim : `/userinfo/${claim}`));
    assert.deepEqual((await origins(statements))[path], { from: places, at });
  });
}

test("a field that a missing claim clears names that claim", async () => {
  const user = {
    id: "00000000-0000-0000-0000-00000000abcd",
    email: USERINFO.email,
    mobilePhone: "+49",
  };
  const found = await origins("user.mobilePhone = jwt.phone_number;", { users: [user] });
  assert.deepEqual(found["/user/mobilePhone"], { from: ["/userinfo/phone_number"], at: "2:1" });
});

test("a field that is deleted names the place", async () => {
  const user = {
    id: "00000000-0000-0000-0000-00000000abcd",
    email: USERINFO.email,
    mobilePhone: "+49",
  };
  const found = await origins("\n  delete user.mobilePhone;", { users: [user] });
  assert.deepEqual(found["/user/mobilePhone"], { from: [], at: "3:10" });
});

test("of two runs the second one is told", async () => {
  const user = { id: "00000000-0000-0000-0000-00000000abcd", email: "other@example.com" };
  const found = await origins(
    "user.email = 'other@example.com';\nuser.firstName = jwt.given_name;",
    { users: [user] },
  );
  assert.deepEqual(found["/user/firstName"], { from: ["/userinfo/given_name"], at: "3:1" });
});
