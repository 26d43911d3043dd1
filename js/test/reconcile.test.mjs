// A function in place of a lambda: what it gets, and what becomes of whatever it leaves behind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { simulate } from "../dist/node.js";
import { firstLogin } from "./support/scenarios.mjs";

const idToken = { sub: "eaad0219-2117-439f-8d46-4db20e59268f", "cognito:groups": ["staff"] };

/** The outcome with `reconcile`, and the arguments of its first call. */
function simulated(reconcile, changes) {
  let seen;
  const outcome = simulate(firstLogin(changes), {
    reconcile(...given) {
      seen ??= structuredClone(given);
      return reconcile(...given);
    },
  });
  return { outcome, seen };
}

test("it gets FusionAuth's six arguments, as copies", () => {
  const login = { ...firstLogin().login, idToken, idTokenVerified: true, accessToken: "a.b.c" };
  const { outcome, seen } = simulated(
    (user, _registration, jwt, id_token) => {
      user.firstName = jwt.given_name;
      user.data.groups = id_token["cognito:groups"];
      jwt.given_name = "Mallory";
    },
    { login },
  );
  assert.equal(seen.length, 6);
  const [user, registration, jwt, id_token, tokens, context] = seen;
  assert.equal(user.email, "jane@example.com");
  assert.deepEqual(registration.roles, []);
  assert.equal(jwt.given_name, "Jane");
  assert.deepEqual(id_token, idToken);
  assert.equal(tokens.access_token, "a.b.c");
  assert.deepEqual(context, {});
  assert.equal(outcome.user.firstName, "Jane");
  assert.deepEqual(outcome.user.data.groups, ["staff"]);
});

test("arguments that the simulated version has not are not given", () => {
  const before148 = simulated(() => {}, { fusionauth: "1.40" });
  assert.deepEqual(before148.seen.slice(3), [undefined]);
  const before164 = simulated(() => {}, { fusionauth: "1.60" });
  assert.equal(before164.seen.length, 5);
  assert.notEqual(before164.seen[4], undefined);
});

test("what it returns is ignored", () => {
  assert.equal(simulated(() => ({ user: { active: false } })).outcome.status, 200);
});

test("what it throws fails the login and is in the event log", () => {
  const unprintable = Object.create(null);
  for (const [thrown, text] of [
    [new TypeError("cannot read"), "TypeError: cannot read"],
    ["a text", "a text"],
    [Symbol("s"), "Symbol(s)"],
    [undefined, "undefined"],
    [unprintable, "an object that has no text"],
  ]) {
    const { outcome } = simulated(() => {
      throw thrown;
    });
    assert.equal(outcome.status, 512);
    assert.equal(outcome.error.code, "LambdaInvocationException");
    assert.equal(outcome.user, null);
    assert.ok(JSON.stringify(outcome.eventLog).includes(text), text);
  }
});

test("what cannot be stored fails the login, and the module works on", () => {
  const cycle = {};
  cycle.self = cycle;
  let deep = {};
  for (let level = 0; level < 10_000; level += 1) deep = { deep };
  const getter = {
    get trap() {
      throw new Error("trapped");
    },
  };
  const proxy = new Proxy({}, { ownKeys: () => assert.fail("trapped by the proxy") });
  for (const value of [cycle, deep, getter, proxy, 10n]) {
    const { outcome } = simulated((user) => {
      user.data.value = value;
    });
    assert.equal(outcome.status, 512);
    assert.equal(simulate(firstLogin()).status, 200);
  }
  const { outcome } = simulated((user) => {
    user.firstName = () => "Jane";
  });
  assert.equal(outcome.status, 512);
});

test("what JSON writes otherwise arrives as JSON has it", () => {
  const { outcome } = simulated((user) => {
    user.data = { date: new Date(0), nothing: undefined, far: Infinity, list: [undefined, 1] };
  });
  assert.equal(outcome.user.data.date, "1970-01-01T00:00:00.000Z");
  assert.ok(!("nothing" in outcome.user.data));
});

test("a field that is set to undefined is told apart from one that is left alone", () => {
  const users = [{ id: "u1", active: true, email: "jane@example.com", firstName: "Jane" }];
  const { outcome } = simulated(
    (user) => {
      user.firstName = undefined;
    },
    { users },
  );
  assert.equal(outcome.user.firstName, undefined);
  assert.ok(outcome.assumptions.some(({ id }) => id === "undefined-write"));
});

test("it may simulate in its turn", () => {
  const { outcome } = simulated((user) => {
    user.data.inner = simulate(firstLogin()).status;
  });
  assert.equal(outcome.user.data.inner, 200);
});

test("it has to be a function", () => {
  assert.throws(() => simulate(firstLogin(), { reconcile: "function reconcile() {}" }), {
    code: "not-a-function",
  });
});

test("a lambda's text is not run", () => {
  assert.throws(() => simulate(firstLogin({ lambda: { body: "function reconcile() {}" } })), {
    code: "lambda-not-run",
  });
});
