// What the package's functions take, give and throw.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  check,
  compare,
  decodeIdToken,
  decodeText,
  init,
  prepare,
  ReconcileKitError,
  readCognito,
  simulate,
  simulateText,
  verify,
  versions,
} from "../dist/node.js";
import { firstLogin } from "./support/scenarios.mjs";

/** What `work` throws, which has to be the package's own error. */
function thrownBy(work) {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ReconcileKitError, String(error));
    assert.ok(error instanceof Error);
    return error;
  }
  return assert.fail("nothing was thrown");
}

test("a scenario is taken as an object and as text, and both give the same", () => {
  const scenario = firstLogin();
  const outcome = simulate(scenario);
  assert.equal(outcome.status, 200);
  assert.equal(outcome.decision, "create");
  assert.equal(outcome.user.email, "jane@example.com");
  assert.deepEqual(simulate(JSON.stringify(scenario)), outcome);
});

test("what is undefined in an object is absent", () => {
  const scenario = firstLogin({ application: undefined, users: undefined });
  assert.equal(simulate(scenario).status, 200);
});

test("`init()` is not needed in Node.js and does no harm", async () => {
  await init();
  assert.equal(simulate(firstLogin()).status, 200);
});

test("another strategy can be asked for", () => {
  const outcome = simulate(firstLogin(), { strategy: "LinkAnonymously" });
  assert.equal(outcome.decision, "create-anonymous");
  const error = thrownBy(() => simulate(firstLogin(), { strategy: "LinkByEmial" }));
  assert.equal(error.code, "unknown-strategy");
  assert.match(error.help, /LinkByEmail/);
});

test("the comparison has the seven strategies in FusionAuth's order", () => {
  assert.deepEqual(Object.keys(compare(firstLogin())), [
    "LinkByEmail",
    "LinkByEmailForExistingUser",
    "LinkByUsername",
    "LinkByUsernameForExistingUser",
    "LinkAnonymously",
    "CreatePendingLink",
    "Disabled",
  ]);
});

test("an error says code, place, found, expected, what to do, and everything else that was found", () => {
  const text = '{\n  "identityProvider": { "enabled": "yes" },\n  "usrs": [],\n  "login": {}\n}';
  const error = thrownBy(() => simulate(text));
  assert.equal(error.name, "ReconcileKitError");
  const unknown = error.diagnostics.find(({ code }) => code === "unknown-key");
  assert.equal(unknown.path, "/usrs");
  assert.equal(unknown.line, 3);
  assert.match(unknown.help, /users/);
  assert.equal(unknown.url, "docs/rules/unknown-key.md");
  const type = error.diagnostics.find(({ code }) => code === "wrong-type");
  assert.equal(type.path, "/identityProvider/enabled");
  assert.equal(type.line, 2);
  assert.equal(error.diagnostics.length, 2);
  for (const key of ["code", "path", "help", "url", "message", "line", "column"]) {
    assert.equal(error[key], error.diagnostics[0][key], key);
  }
});

test("an object without JSON text is refused as such", () => {
  const cyclic = firstLogin();
  cyclic.login.userinfo.self = cyclic;
  const throwing = {
    get name() {
      throw new Error("no name today");
    },
  };
  for (const document of [cyclic, { size: 1n }, () => {}, undefined, Symbol("s"), throwing]) {
    assert.equal(thrownBy(() => simulate(document)).code, "not-json");
  }
  assert.match(thrownBy(() => simulate(throwing)).message, /no name today/);
});

test("findings of `check` are plain objects of the generated type", () => {
  const [finding] = check({ identityProvider: { oauth2: { scope: "email" } }, login: {} });
  assert.equal(Object.getPrototypeOf(finding), Object.prototype);
  assert.deepEqual(Object.keys(finding).sort().includes("severity"), true);
  assert.deepEqual(
    check("{").map(({ code, line, column }) => ({ code, line, column })),
    [{ code: "not-json", line: 1, column: 1 }],
  );
});

test("`verify` names each difference, and knows whether there was something to compare", () => {
  assert.equal(verify(firstLogin()).hasExpectation, false);
  const expecting = firstLogin({ expect: { status: 200, user: { email: "joan@example.com" } } });
  const { mismatches, hasExpectation, outcome } = verify(expecting);
  assert.equal(hasExpectation, true);
  assert.equal(outcome.status, 200);
  assert.deepEqual(mismatches, [
    { path: "/user/email", expected: "joan@example.com", found: "jane@example.com" },
  ]);
});

test("a prepared scenario simulates other logins, until it is freed", () => {
  const prepared = prepare(firstLogin());
  assert.equal(prepared.simulate().user.email, "jane@example.com");
  const joan = { userinfo: { sub: "2", email: "joan@example.com", email_verified: "true" } };
  assert.equal(prepared.simulate(joan).user.email, "joan@example.com");
  assert.equal(prepared.simulate(joan, { strategy: "Disabled" }).status, 404);
  const error = thrownBy(() => prepared.simulate({ userinfo: 5 }));
  assert.equal(error.code, "wrong-type");
  assert.equal(error.path, "/userinfo");
  prepared.free();
  prepared.free();
  assert.equal(thrownBy(() => prepared.simulate()).code, "freed-scenario");
});

test("a prepared scenario is disposable", () => {
  const prepared = prepare(firstLogin());
  prepared[Symbol.dispose]();
  assert.equal(thrownBy(() => prepared.simulate()).code, "freed-scenario");
});

test("keys such as `__proto__` stay keys and reach no prototype", () => {
  const scenario = JSON.parse(
    JSON.stringify(
      firstLogin({
        users: [{ id: "u1", email: "jane@example.com", data: { PROTO: { admin: true } } }],
      }),
    ).replace("PROTO", "__proto__"),
  );
  const { user } = simulate(scenario);
  assert.deepEqual(Object.keys(user.data), ["__proto__"]);
  assert.equal(Object.getPrototypeOf(user.data), Object.prototype);
  assert.equal(user.data.admin, undefined);
  assert.equal({}.admin, undefined);
});

test("numbers beyond 2^53 keep their digits in text", () => {
  const text = JSON.stringify(
    firstLogin({ users: [{ id: "u1", email: "jane@example.com", data: { snowflake: "BIG" } }] }),
  ).replace('"BIG"', "9007199254740993");
  assert.match(simulateText(text), /"snowflake":9007199254740993/);
  // A function that does not touch the number does not cost it its digits either.
  assert.match(simulateText(text, { reconcile() {} }), /"snowflake":9007199254740993/);
});

test("an ID token is taken apart, and a wrong one is refused without being repeated", () => {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = `${part({ alg: "RS256", kid: "k" })}.${part({ sub: "1" })}.c2ln`;
  assert.deepEqual(decodeIdToken(token), {
    header: { alg: "RS256", kid: "k" },
    claims: { sub: "1" },
  });
  const secret = "s".repeat(500);
  const error = thrownBy(() => decodeIdToken(`${secret}.${secret}`));
  assert.equal(error.code, "jwt-parts");
  assert.ok(!JSON.stringify(error).includes(secret.slice(0, 100)));
});

test("a Cognito user is read from whichever form", () => {
  const user = readCognito({
    Username: "jane",
    Attributes: [
      { Name: "sub", Value: "eaad0219-2117-439f-8d46-4db20e59268f" },
      { Name: "email_verified", Value: "true" },
    ],
  });
  assert.equal(user.form, "user-attributes");
  assert.equal(user.claims.email_verified, true);
  assert.equal(user.claims["cognito:username"], "jane");
  // What Cognito would send for this user, each form in its own types.
  assert.equal(user.userinfo.email_verified, "true");
  assert.equal(user.idToken.email_verified, true);
  const identityProvider = {
    linkingStrategy: "LinkByUsername",
    oauth2: { usernameClaim: "username" },
  };
  const login = { userinfo: user.userinfo, idToken: user.idToken };
  assert.equal(simulate({ identityProvider, login }).user.username, "jane");
  assert.equal(thrownBy(() => readCognito("{")).code, "not-json");
  assert.equal(thrownBy(() => readCognito({})).code, "cognito-unknown-form");
});

test("bytes become text", () => {
  assert.equal(decodeText(new TextEncoder().encode('{"ä":1}')), '{"ä":1}');
  assert.equal(thrownBy(() => decodeText(new Uint8Array([0x7b, 0xff]))).code, "not-utf8");
});

test("versions are known", () => {
  assert.match(versions().kit, /^\d+\.\d+\.\d+$/);
  assert.match(versions().fusionauth, /^1\.\d+/);
});
