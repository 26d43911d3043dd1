// What holds for every log: a preview's own log leads back to the same lines, and no text is too strange.

import assert from "node:assert/strict";
import { test } from "node:test";
import { debugLogs, loadReader, numbers } from "./support/from-log.mjs";
import { EXISTING, LAMBDA, NEW, OLD, PROVIDER } from "./support/logs.mjs";

const {
  compareWithLog,
  prepare,
  ReconcileKitError,
  recognised,
  scenariosFrom,
  simulate,
  writeExact,
} = await loadReader();

const STRATEGIES = [
  "LinkByEmail",
  "LinkByEmailForExistingUser",
  "LinkByUsername",
  "LinkByUsernameForExistingUser",
  "LinkAnonymously",
  "CreatePendingLink",
  "Disabled",
];
const USERS = ["00000000-0000-0001-0000-000000000001", "00000000-0000-0001-0000-000000000002"];
const VALUES = [
  "jane@example.com",
  "John@Example.com",
  "jane",
  "7f3a",
  "a [b] c",
  'q"uo\\te',
  "Jürgen 🧑‍🚀",
  "x\u00a0y",
  42,
];

/** Picks at random. */
function chooser(seed) {
  const next = numbers(seed);
  const one = (items) => items[Math.floor(next() * items.length)];
  return { next, one, maybe: (value) => (next() < 0.5 ? value : undefined) };
}

/** Members that are there. */
const present = (members) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

/** A scenario with debug on, of which a log shows everything that its log depends on. */
function anyScenario(seed) {
  const { next, one, maybe } = chooser(seed);
  const inToken = next() < 0.3;
  const names = inToken
    ? {}
    : present({
        emailClaim: maybe("mail"),
        usernameClaim: maybe("login"),
        uniqueIdClaim: maybe("id"),
      });
  const claims = present({
    sub: maybe(one(VALUES)) ?? "s1",
    email: maybe(one(VALUES)),
    preferred_username: maybe(one(VALUES)),
    mail: one(VALUES),
    login: maybe(one(VALUES)),
    id: one(VALUES),
    nested: maybe({ list: [1, "two", { three: null }], empty: {} }),
    nothing: maybe(null),
  });
  const { email, preferred_username, ...others } = claims;
  const userinfo = inToken ? others : claims;
  const idToken = inToken ? present({ email, preferred_username }) : undefined;
  const endpoints = {
    token_endpoint: "https://idp.example/token",
    userinfo_endpoint: "https://idp.example/userinfo",
  };
  const person = userinfo[names.uniqueIdClaim ?? "sub"];
  const linked = next() < 0.4;
  return present({
    now: maybe("2026-03-24T15:47:04Z"),
    identityProvider: present({
      id: PROVIDER,
      name: one(["Cognito", "A [strange] name", "with Id [x]"]),
      enabled: true,
      debug: true,
      linkingStrategy: one(STRATEGIES),
      lambdaConfiguration: maybe({ reconcileId: LAMBDA }),
      oauth2: { ...names, ...maybe(endpoints), ...maybe({ issuer: "https://idp.example" }) },
    }),
    users: [
      { id: USERS[0], email: "jane@example.com" },
      { id: USERS[1], username: "jane" },
    ],
    links: linked
      ? [{ identityProviderId: PROVIDER, identityProviderUserId: String(person), userId: USERS[0] }]
      : [],
    login: present({ userinfo, idToken }),
  });
}

/** A lambda that leaves identities alone, so that it does not move the login. */
function reconcile(user) {
  user.data = { seen: true };
}

const lambdaFor = ({ identityProvider }) =>
  identityProvider.lambdaConfiguration ? { reconcile } : {};

test("the log of a preview leads back to a scenario with the same log", () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const scenario = anyScenario(seed);
    const [log] = debugLogs(simulate(scenario, lambdaFor(scenario)));
    const read = recognised(log);
    assert.deepEqual(read.unread, [], `seed ${seed}`);
    const [{ scenario: again }] = scenariosFrom(read, "debug.log");
    const preview = simulate(writeExact(again), lambdaFor(again));
    const context = `seed ${seed}\n${log}\n${JSON.stringify(again, null, 1)}`;
    const time = / \d{2}:\d{2}:\d{2} [AP]M Z/;
    assert.deepEqual(debugLogs(preview), [log], context);
    assert.match(log, time);
    assert.equal(compareWithLog(read, preview).isSame, true, context);
  }
});

test("logins in order lead back to logins in order", () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const { next, one } = chooser(seed);
    const { login: _, links: __, ...world } = anyScenario(seed);
    const people = ["p1", "p2", "p3"].map((sub) => ({
      userinfo: { sub, email: `${sub}@example.com` },
    }));
    const logins = Array.from({ length: 2 + Math.floor(next() * 4) }, () => one(people));
    world.identityProvider.oauth2 = {};
    world.users = world.users.filter(() => next() < 0.5);
    const logs = debugLogs(simulate({ ...world, logins }, lambdaFor(world)));
    const read = recognised(logs.join("\n\n"));
    const [{ scenario: again }] = scenariosFrom(read, "debug.log");
    const preview = simulate(writeExact(again), lambdaFor(again));
    assert.deepEqual(debugLogs(preview), logs, `seed ${seed}\n${logs.join("\n\n")}`);
  }
});

/** Cuts, repeats, swaps and disturbs pieces of a log. */
function disturbed(log, seed) {
  const { next, one } = chooser(seed);
  const place = (text) => Math.floor(next() * (text.length + 1));
  const noise = [
    "\u0000",
    "\n",
    "\r\n",
    '"',
    "{",
    "}",
    "[",
    "]",
    "\\",
    "&quot;",
    "&#x110000;",
    "<br>",
    "\ud800",
    "eyJ",
    "9/9/9999 99:99:99 ZZ ",
    "é",
    ": {",
    "null",
    "__proto__",
  ];
  let text = log;
  for (let step = 0; step < 1 + next() * 8; step += 1) {
    const [from, to] = [place(text), place(text)].sort((a, b) => a - b);
    const piece = text.slice(from, to);
    text = one([
      () => text.slice(0, from) + text.slice(to),
      () => text.slice(from, to),
      () => text.slice(0, from) + one(noise).repeat(1 + next() * 3) + text.slice(from),
      () => text.slice(0, to) + piece + text.slice(to),
      () => text.slice(to) + text.slice(0, to),
      () => text.slice(0, from) + piece.toUpperCase() + text.slice(to),
      () =>
        text
          .split("\n")
          .sort(() => next() - 0.5)
          .join("\n"),
    ])();
    if (text.length > 20_000) text = text.slice(0, 20_000);
  }
  return text;
}

test("whatever is done to a log, it is read, or refused with code, line and help", () => {
  const preview = simulate(anyScenario(7), lambdaFor(anyScenario(7)));
  let read = 0;
  for (let seed = 1; seed <= 3_000; seed += 1) {
    const text = disturbed([OLD, NEW, EXISTING, `${OLD}\n${EXISTING}\n${NEW}`][seed % 4], seed);
    try {
      const log = recognised(text);
      compareWithLog(log, preview);
      for (const { scenario } of scenariosFrom(log, "debug.log")) {
        const json = writeExact(scenario, 2);
        assert.deepEqual(JSON.parse(json).identityProvider.debug, true);
        tryOut(json);
      }
      read += 1;
    } catch (error) {
      assert.ok(error instanceof ReconcileKitError, `seed ${seed}: ${error.stack}\n${text}`);
      assert.ok(["log-not-recognised", "log-shows-no-login"].includes(error.code), error.code);
      assert.ok(error.line > 0 && error.help.length > 0, `seed ${seed}`);
    }
  }
  assert.ok(read > 1_500, `only ${read} were read`);
});

/** What a disturbed log shows may be a strategy or a type that does not exist; nothing else is wrong with it. */
function tryOut(scenario) {
  try {
    prepare(scenario).free();
  } catch (error) {
    assert.match(
      error.path,
      /^\/identityProvider\/(?:linkingStrategy|type)$/,
      `${error.message}\n${scenario}`,
    );
  }
}

test("deep, long and endless JSON is survived", () => {
  const head = OLD.slice(0, OLD.indexOf("{", OLD.indexOf("Userinfo response")));
  const deep = `{ "sub" : "1", "deep" : ${"[".repeat(100_000)}${"]".repeat(100_000)} }`;
  const endless = `{ "sub" : "1", ${'"a" : {'.repeat(50_000)}`;
  const long = `{ "sub" : "1", "long" : "${"x".repeat(1_000_000)}", ${'"a" : 1,'.repeat(20_000)}`;
  const cut = '{ "sub" : "1", "a" : "';
  const blank = `{${" ".repeat(100_000)}`;
  for (const [json, sub] of [[deep], [endless], [long, "1"], [cut, "1"], [blank]]) {
    const read = recognised(`${head}${json}\n4/6/2020 02:27:53 AM UTC Resolved unique Id to [1]`);
    const [{ scenario }] = scenariosFrom(read, "debug.log");
    tryOut(writeExact(scenario));
    assert.equal(scenario.login.userinfo.sub, sub);
    assert.ok(read.unread.some(({ line }) => line === 15));
  }
});

test("a line of a million characters takes no more than its length", () => {
  const run = (text) => text.repeat(1_000_000 / text.length);
  const lines = [
    `x${run("\t")}y`,
    `4/6/2020 02:27:52 AM UTC x${run(" ")}y`,
    `"secret" : "${run("a")}`,
    `"secret" : "${run("\\")}`,
    run("eyJ"),
    run("["),
    run("{"),
    run(">"),
    run("&quot;"),
    `Resolved email to [${run("]")}x`,
    `${run("A")} IdP Response Debug Log`,
  ];
  const start = performance.now();
  for (const line of lines) {
    for (const log of [`${line}\n${NEW}`, `${NEW}\n${line}`]) {
      assert.ok(scenariosFrom(recognised(log), "debug.log").length > 0);
    }
  }
  assert.ok(performance.now() - start < 10_000);
});
