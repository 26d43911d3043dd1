// The small runtime: it starts at once, and answers as the whole package does.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as module from "../dist/lambda.js";
import * as whole from "../dist/node.js";
import { jane, runs, USUAL } from "./support/policies.mjs";

const commonJs = createRequire(import.meta.url)("../dist/lambda.cjs");
for (const [name, entry] of Object.entries({ module, commonJs })) {
  test(`${name}: a function of FusionAuth's signature runs at once`, () => {
    const reconcile = entry.createReconcile(USUAL);
    const { user, registration, jwt, id_token } = jane();
    assert.equal(reconcile(user, registration, jwt, id_token, {}, {}), undefined);
    assert.equal(user.firstName, "Jane");
    assert.deepEqual(registration.roles, ["admin", "editor"]);
  });

  test(`${name}: it answers as the whole package does`, () => {
    const all = runs();
    assert.ok(all.length > 15);
    for (const { file, policy, given } of all) {
      const [small, large] = [new entry.Policy(policy), new whole.Policy(policy)];
      for (const trace of [false, true]) {
        const text = JSON.stringify(given);
        assert.equal(small.runText(text, { trace }), large.runText(text, { trace }), file);
        assert.deepEqual(small.run(given, { trace }), large.run(given, { trace }), file);
      }
    }
  });

  test(`${name}: its errors are its own, with all that the package's have`, () => {
    const isRight = (error) => {
      assert.ok(error instanceof entry.ReconcileKitError);
      assert.deepEqual([error.code, error.line], ["policy-field-unknown", 1]);
      return true;
    };
    assert.throws(() => entry.createReconcile({ map: { "user.x": "y" } }), isRight);
    const { user, registration } = jane();
    const reconcile = entry.createReconcile(USUAL);
    assert.throws(() => reconcile(user, registration, {}), entry.PolicyDeniedError);
  });

  test(`${name}: what the policy comes to is told before anything changes`, () => {
    const seen = [];
    const { user, registration, jwt } = jane();
    const onResult = (result) => seen.push([result, { ...user }]);
    entry.createReconcile(USUAL, { trace: true, onResult })(user, registration, jwt);
    const [[{ allowed, trace }, before]] = seen;
    assert.deepEqual([allowed, trace.length, before], [true, 5, {}]);
    assert.throws(() => entry.createReconcile(USUAL, { onResult })(user, registration, {}));
    assert.equal(seen[1][0].denied.rule, "staff");
  });
}
