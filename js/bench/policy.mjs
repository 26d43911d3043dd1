// How long a policy takes, in pairs: the ways are measured in turn in one run, so that whatever else the machine does
// hits all of them alike. Microseconds: the median, and what nine batches in ten exceed, which is nearest to a machine
// that does nothing else. All ways give the same answer, which is compared first.

import assert from "node:assert/strict";
import * as runtime from "../dist/lambda.js";
import { Policy } from "../dist/node.js";

const BATCHES = 300;
const CALLS = 50;
// V8 optimises a module late on a busy machine.
const WARM_UP = 300;

/** Twelve fields of a Cognito user, of which one is a list by a table, and a gate. */
const POLICY = {
  provider: "cognito",
  gates: [{ id: "verified", require: { verified: "email" }, message: "Confirm your address." }],
  map: {
    "user.firstName": "given_name",
    "user.lastName": "family_name",
    "user.fullName": { join: ["given_name", "family_name"] },
    "user.imageUrl": "picture",
    "user.birthDate": { from: "birthdate", transform: "birth-date" },
    "user.mobilePhone": "phone_number",
    "user.timezone": "zoneinfo",
    "user.preferredLanguages": { from: "locale", transform: "locale" },
    "user.data.plan": { from: "custom:plan", transform: "lower-case", default: "free" },
    "user.data.provider": "provider-name",
    "user.data.nickname": { from: ["nickname", "preferred_username"], write: "if-empty" },
    "registration.roles": {
      from: "assigned-groups",
      table: { Admins: ["admin", "editor"], Writers: "editor" },
    },
  },
};

const SUB = "8f23c2a9-ff03-44d7-8aa2-000000000000";
const JWT = {
  sub: SUB,
  email: "jane@example.com",
  email_verified: "true",
  given_name: "Jane",
  family_name: "Doe",
  picture: "https://example.com/avatars/0000?s=80",
  birthdate: "1972-01-01",
  phone_number: "+15555550100",
  zoneinfo: "America/Los_Angeles",
  locale: "en-us",
  nickname: "Jay",
  "custom:plan": "Gold",
  username: SUB,
};
const ID_TOKEN = {
  sub: SUB,
  iss: "https://cognito-idp.us-west-2.amazonaws.com/us-west-2_EXAMPLE",
  aud: "1example23456789",
  "cognito:username": SUB,
  "cognito:groups": ["us-west-2_EXAMPLE_Google", "Writers", "Admins"],
  identities: [
    { userId: "1", providerName: "Google", providerType: "Google", issuer: null, primary: "true" },
  ],
  token_use: "id",
  auth_time: 1584942932,
  exp: 1584946533,
  iat: 1584942933,
};
const GIVEN = { user: {}, registration: {}, jwt: JWT, id_token: ID_TOKEN };

/** Somebody in two hundred groups, with fifty attributes of the pool's own. */
function large() {
  const groups = Array.from({ length: 200 }, (_, index) => `group-${index}`);
  const custom = Array.from({ length: 50 }, (_, index) => [`custom:a${index}`, `value ${index}`]);
  const more = Object.fromEntries(custom);
  const id_token = { ...ID_TOKEN, ...more, "cognito:groups": [...groups, "Admins"] };
  return { ...GIVEN, jwt: { ...JWT, ...more }, id_token };
}

const TABLE = { Admins: ["admin", "editor"], Writers: ["editor"] };
const OWN_GROUP = /^[a-z]{2}-[a-z-]+-\d+_[A-Za-z0-9]+_./;
const ZONES = new Set(Intl.supportedValuesOf("timeZone"));

/** The same mapping by hand, as somebody would write it who knows all that the policy takes care of. */
function byHand({ user, jwt, id_token }) {
  if (`${jwt.email_verified}`.toLowerCase() !== "true") throw new Error("Confirm your address.");
  const writes = [];
  const set = (path, value, stored) => {
    if (value && value !== stored)
      writes.push({ path, value, rule: path.slice(1).replaceAll("/", ".") });
  };
  const claim = (name) => jwt[name] || id_token?.[name];
  const groups = (claim("cognito:groups") ?? []).filter((group) => !OWN_GROUP.test(group));
  const roles = [...new Set(groups.flatMap((group) => TABLE[group] ?? []))];
  if (roles.length > 0) set("/registration/roles", roles);
  const birth = /^\d{4}-\d\d-\d\d$/.test(claim("birthdate")) ? claim("birthdate") : undefined;
  set("/user/birthDate", birth, user.birthDate);
  if (!user.data?.nickname)
    set("/user/data/nickname", claim("nickname") || claim("preferred_username"));
  set("/user/data/plan", claim("custom:plan")?.toLowerCase() || "free", user.data?.plan);
  const identities = claim("identities");
  const list = typeof identities === "string" ? JSON.parse(identities) : (identities ?? []);
  const primary = [list].flat().find((identity) => `${identity.primary}` === "true");
  set("/user/data/provider", primary?.providerName, user.data?.provider);
  set("/user/firstName", claim("given_name"), user.firstName);
  const names = [claim("given_name"), claim("family_name")].filter(Boolean);
  set("/user/fullName", names.join(" "), user.fullName);
  set("/user/imageUrl", claim("picture"), user.imageUrl);
  set("/user/lastName", claim("family_name"), user.lastName);
  set("/user/mobilePhone", claim("phone_number"), user.mobilePhone);
  const [language, country] = (claim("locale") ?? "").split(/[-_]/);
  if (language)
    set("/user/preferredLanguages", [
      country ? `${language.toLowerCase()}_${country.toUpperCase()}` : language.toLowerCase(),
    ]);
  if (ZONES.has(claim("zoneinfo"))) set("/user/timezone", claim("zoneinfo"), user.timezone);
  return { allowed: true, writes, skipped: [] };
}

const main = new Policy(POLICY);
const small = new runtime.Policy(POLICY);
const reconcile = runtime.createReconcile(POLICY);

function waysOf(given) {
  const text = JSON.stringify(given);
  const { jwt, id_token } = given;
  return {
    "text in and out": { budget: 5, way: () => main.runText(text) },
    "text in and out, with a trace": { budget: 12, way: () => main.runText(text, { trace: true }) },
    "object in and out": { way: () => main.run(given) },
    "object in and out, with a trace": { way: () => main.run(given, { trace: true }) },
    "reconcile, in place": { way: () => main.reconcile({}, {}, jwt, id_token) },
    "lambda: text in and out": { way: () => small.runText(text) },
    "lambda: reconcile, in place": { way: () => reconcile({}, {}, jwt, id_token) },
    "by hand: text in and out": { way: () => JSON.stringify(byHand(JSON.parse(text))) },
    "by hand: objects": { way: () => byHand(given) },
  };
}

function compare(given) {
  const expected = byHand(given);
  assert.deepEqual(main.run(given), expected);
  assert.deepEqual(small.run(given), expected);
  const text = JSON.stringify(given);
  assert.deepEqual(JSON.parse(small.runText(text)), expected);
  return { text, answer: JSON.stringify(expected), trace: main.runText(text, { trace: true }) };
}

/** Of some numbers the one that so large a part of them is below. */
function quantile(numbers, part) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * part)];
}

/** Microseconds a call, measured over a batch. */
function batch(way) {
  const started = process.hrtime.bigint();
  for (let call = 0; call < CALLS; call += 1) way();
  return Number(process.hrtime.bigint() - started) / 1000 / CALLS;
}

function measure(ways) {
  const times = new Map(Object.keys(ways).map((name) => [name, []]));
  for (let round = -WARM_UP; round < BATCHES; round += 1) {
    for (const [name, { way }] of Object.entries(ways)) {
      const time = batch(way);
      // The first rounds are the compiler's.
      if (round >= 0) times.get(name).push(time);
    }
  }
  return times;
}

for (const [name, given, hasBudget] of [
  ["a usual person", GIVEN, true],
  ["200 groups and 50 custom claims", large(), false],
]) {
  const { text, answer, trace } = compare(given);
  const sizes = `given ${text.length} B, answer ${answer.length} B, with trace ${trace.length} B`;
  console.log(`\n${name}: ${sizes}; median of ${BATCHES} batches of ${CALLS} calls`);
  const ways = waysOf(given);
  const found = measure(ways);
  for (const [way, times] of found) {
    const { budget } = ways[way];
    const note = budget && hasBudget ? `  (budget ${budget})` : "";
    const [low, middle] = [0.1, 0.5].map((part) => quantile(times, part).toFixed(2).padStart(8));
    console.log(`  ${way.padEnd(34)}${middle} µs, at best ${low} µs${note}`);
  }
  const byHand = found.get("by hand: text in and out");
  // Round by round, so that a slow moment is not held against one of the two.
  const ratios = found.get("lambda: text in and out").map((time, round) => time / byHand[round]);
  const ratio = quantile(ratios, 0.5).toFixed(2);
  console.log(`  lambda beside by hand, both with JSON ${ratio} times (budget 2)`);
}
