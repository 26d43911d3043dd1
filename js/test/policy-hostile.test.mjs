// Whatever a policy is given, it answers with an error that has a code, and works on.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Policy, ReconcileKitError } from "../dist/node.js";
import { jane, USUAL } from "./support/policies.mjs";

const policy = new Policy(USUAL);
const cycle = {};
cycle.self = cycle;
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();
const throwing = (what) => ({
  get given_name() {
    throw what;
  },
});
const trap = () => {
  throw new Error("trap");
};

/** Name, what the policy is given, and the code that is expected. */
const INPUTS = [
  ["nothing", undefined, "policy-input"],
  ["null", null, "policy-input"],
  ["a text", "{}", "policy-input"],
  ["a list", [], "policy-input"],
  ["a function", () => 1, "policy-input"],
  ["a list as user", jane({ user: [] }), "policy-input"],
  ["a text as claims", jane({ jwt: "eyJ" }), "policy-input"],
  ["a function as claims", jane({ jwt: () => 1 }), "policy-input"],
  ["a number as id token", jane({ id_token: 5 }), "policy-input"],
  ["a cycle", jane({ jwt: { given_name: cycle } }), "not-json"],
  ["a BigInt", jane({ jwt: { given_name: 1n } }), "not-json"],
  ["a getter that throws", jane({ jwt: throwing(new Error("no")) }), "not-json"],
  ["a getter that throws nothing", jane({ jwt: throwing(undefined) }), "not-json"],
  [
    "a getter that throws what has no text",
    jane({ jwt: throwing(Object.create(null)) }),
    "not-json",
  ],
  [
    "a proxy that throws",
    jane({ jwt: new Proxy({}, { getOwnPropertyDescriptor: trap }) }),
    "not-json",
  ],
  ["a revoked proxy", jane({ user: revoked }), "not-json"],
];

for (const [name, given, code] of INPUTS) {
  test(`${name} is refused, and the policy works on`, () => {
    assert.throws(
      () => policy.run(given),
      (error) => {
        assert.ok(error instanceof ReconcileKitError);
        assert.deepEqual([error.code, error.help !== ""], [code, true]);
        return true;
      },
    );
    assert.equal(policy.run(jane()).writes.length, 2);
  });
}

for (const [name, text, code] of [
  ["no JSON", "{", "not-json"],
  [
    "too deep",
    `{"jwt":{"given_name":${"[".repeat(9999)}${"]".repeat(9999)}}}`,
    "document-too-deep",
  ],
  ["a list", "[]", "policy-input"],
  ["several", "{} {}", "not-json"],
  ["half a character", '{"jwt":{"given_name":"\\ud800"}}', "not-json"],
]) {
  test(`text: ${name}`, () => {
    assert.throws(() => policy.runText(text), { code });
    assert.equal(policy.run(jane()).writes.length, 2);
  });
}

test("a claim without a text is as good as absent", () => {
  for (const given_name of [undefined, Symbol("x"), () => 1]) {
    const { writes } = policy.run(jane({ jwt: { email: "a@company.example", given_name } }));
    assert.deepEqual(
      writes.map(({ path }) => path),
      ["/registration/roles"],
    );
  }
});

test("a claim that nobody asks for is not touched", () => {
  const jwt = { ...jane().jwt, big: 1n };
  Object.defineProperty(jwt, "other", { enumerable: true, get: trap });
  assert.equal(policy.run(jane({ jwt })).writes.length, 2);
});

test("a user that does not let itself be changed is named", () => {
  const { registration, jwt, id_token } = jane();
  assert.throws(() => policy.reconcile(Object.freeze({}), registration, jwt, id_token), {
    name: "ReconcileKitError",
    code: "policy-input",
    path: "/user/firstName",
  });
});

test("a getter may run the policy, and free it", () => {
  const own = new Policy(USUAL);
  const { jwt } = jane();
  const { value } = own.run(jane()).writes.find(({ path }) => path === "/user/firstName");
  Object.defineProperty(jwt, "given_name", { get: () => own.run(jane()) && value });
  assert.equal(own.run({ jwt }).writes[0].value, "Jane");
  assert.throws(
    () =>
      own.run({
        get jwt() {
          return own.free();
        },
      }),
    { code: "freed-policy" },
  );
});

test("a freed policy says so, and may be freed again", () => {
  const own = new Policy(USUAL);
  const { reconcile } = own;
  own.free();
  own[Symbol.dispose]();
  for (const use of [() => own.run({}), () => own.runText("{}"), () => reconcile({}, {}, {})]) {
    assert.throws(use, { name: "ReconcileKitError", code: "freed-policy" });
  }
});

test("thousands of policies that are freed leave no memory behind", () => {
  const memory = () => process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  const text = JSON.stringify(USUAL);
  const round = () => {
    for (let count = 0; count < 3000; count += 1) {
      const own = new Policy(text);
      own.runText("{}");
      own.free();
    }
  };
  round();
  const before = memory();
  round();
  assert.ok(memory() - before < 1_000_000, `${memory() - before} bytes more`);
});
