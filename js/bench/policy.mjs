// How long a policy takes, in pairs: the ways are measured in turn in one run, so that whatever else the machine does
// hits all of them alike. Microseconds: the median, and what nine batches in ten exceed, which is nearest to a machine
// that does nothing else. All ways give the same answer, which is compared first.

import assert from "node:assert/strict";
import { compileFunction } from "node:vm";
import { quantile, record } from "../../benches/figures/record.mjs";
import * as runtime from "../dist/lambda.js";
import { exportPolicy, Policy } from "../dist/node.js";
import { GIVEN, large, POLICY } from "./inputs.mjs";

const BATCHES = 300;
const CALLS = 50;
// V8 optimises a module late on a busy machine.
const WARM_UP = 300;

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

/** The same by hand as a lambda: writes into the objects that it is given. */
function lambdaByHand(user, registration, jwt, id_token) {
  for (const { path, value } of byHand({ user, registration, jwt, id_token }).writes) {
    const [, root, ...steps] = path.split("/");
    const last = steps.pop();
    let inside = root === "user" ? user : registration;
    for (const step of steps) {
      inside[step] ??= {};
      inside = inside[step];
    }
    inside[last] = value;
  }
}

/** A lambda's text as a function. It has this program's globals, because V8 is slow with those of a context. */
const exported = compileFunction(`${exportPolicy(POLICY, "lambda").text}\nreturn reconcile;`)();

const main = new Policy(POLICY);
const small = new runtime.Policy(POLICY);
const reconcile = runtime.createReconcile(POLICY);

/** The ways by name; those that have a figure name it. */
function waysOf(given, hasFigures) {
  const text = JSON.stringify(given);
  const { jwt, id_token } = given;
  const ways = {
    "text in and out": [() => main.runText(text), "policy.text"],
    "text in and out, with a trace": [() => main.runText(text, { trace: true }), "policy.trace"],
    "object in and out": [() => main.run(given), "policy.object"],
    "object in and out, with a trace": [() => main.run(given, { trace: true })],
    "reconcile, in place": [() => main.reconcile({}, {}, jwt, id_token), "policy.reconcile"],
    "lambda: text in and out": [() => small.runText(text), "policy.lambda.text"],
    "lambda: reconcile, in place": [
      () => reconcile({}, {}, jwt, id_token),
      "policy.lambda.reconcile",
    ],
    "by hand: text in and out": [
      () => JSON.stringify(byHand(JSON.parse(text))),
      "policy.hand.text",
    ],
    "by hand: objects": [() => byHand(given), "policy.hand.object"],
    "by hand: a lambda": [() => lambdaByHand({}, {}, jwt, id_token)],
    "exported lambda": [() => exported({}, {}, jwt, id_token), "policy.exported"],
  };
  const figure = (name) => (hasFigures ? name : LARGE[name]);
  return Object.entries(ways).map(([name, [way, of]]) => ({ name, way, figure: figure(of) }));
}

/** What has a figure of the large login too. */
const LARGE = { "policy.text": "policy.large.text" };

function compare(given) {
  const expected = byHand(given);
  assert.deepEqual(main.run(given), expected);
  assert.deepEqual(small.run(given), expected);
  const text = JSON.stringify(given);
  assert.deepEqual(JSON.parse(small.runText(text)), expected);
  const [left, right] = [exported, lambdaByHand].map((lambda) => {
    const [user, registration] = [{}, {}];
    lambda(user, registration, given.jwt, given.id_token);
    return { user, registration };
  });
  assert.deepEqual(left, right);
  return { text, answer: JSON.stringify(expected), trace: main.runText(text, { trace: true }) };
}

/** Microseconds a call, measured over a batch. */
function batch(way) {
  const started = process.hrtime.bigint();
  for (let call = 0; call < CALLS; call += 1) way();
  return Number(process.hrtime.bigint() - started) / 1000 / CALLS;
}

function measure(ways) {
  const measured = ways.map((way) => ({ ...way, times: [] }));
  for (let round = -WARM_UP; round < BATCHES; round += 1) {
    for (const { way, times } of measured) {
      const time = batch(way);
      // The first rounds are the compiler's.
      if (round >= 0) times.push(time);
    }
  }
  return new Map(measured.map(({ name, times, figure }) => [name, { times, figure }]));
}

/** How many times as long one way takes as another one, round by round, so that a slow moment is held against none. */
function ratio(found, one, other, figure) {
  const beside = found.get(other).times;
  const ratios = found.get(one).times.map((time, round) => time / beside[round]);
  if (figure) record(figure, ...ratios);
  return `  ${one} beside ${other}: ${quantile(ratios, 0.5).toFixed(2)} times`;
}

for (const [title, given, isUsual] of [
  ["a usual person", GIVEN, true],
  ["200 groups and 50 custom claims", large(), false],
]) {
  const { text, answer, trace } = compare(given);
  const sizes = `given ${text.length} B, answer ${answer.length} B, with trace ${trace.length} B`;
  console.log(`\n${title}: ${sizes}; median of ${BATCHES} batches of ${CALLS} calls`);
  const found = measure(waysOf(given, isUsual));
  for (const [name, { times, figure }] of found) {
    const [low, middle] = [0.1, 0.5].map((part) => quantile(times, part).toFixed(2).padStart(8));
    console.log(`  ${name.padEnd(34)}${middle} µs, at best ${low} µs`);
    if (figure) record(figure, ...times);
  }
  const figure = isUsual ? "policy.lambda.ratio" : "policy.large.lambda.ratio";
  console.log(ratio(found, "lambda: text in and out", "by hand: text in and out", figure));
  const ofExport = isUsual ? "policy.exported.ratio" : undefined;
  console.log(ratio(found, "exported lambda", "by hand: a lambda", ofExport));
}
