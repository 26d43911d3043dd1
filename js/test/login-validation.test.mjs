// Gates as LoginValidation lambdas: each refuses whom its policy refuses, with the gate's code and message.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { exportPolicy } from "../dist/node.js";

const folder = fileURLToPath(new URL("../../tests/policies/exported/", import.meta.url));
const names = readdirSync(folder).filter((file) => /^login-validation.*\.json$/.test(file));

/** A login that an identity provider did. */
const BY_PROVIDER = { identityProvider: { id: "p", identityProviderType: "OpenIDConnect" } };

/** What the lambda in `text` answers, in a realm of its own. */
function answer(text, { user, context = BY_PROVIDER }) {
  const result = { errors: {} };
  const world = vm.createContext({ call: JSON.stringify({ result, user, context }) });
  vm.runInContext(text, world);
  const run = `const { result, user, context } = JSON.parse(call);
    validate(result, user, undefined, context); JSON.stringify(result)`;
  const { errors } = JSON.parse(vm.runInContext(run, world));
  return errors.generalErrors ?? [];
}

for (const name of names) {
  const { policy, cases } = JSON.parse(readFileSync(`${folder}${name}`, "utf8"));
  const { text } = exportPolicy(policy, "login-validation");

  test(`${name}: what is exported is what is committed`, () => {
    assert.equal(text, readFileSync(folder + name.replace(".json", ".js"), "utf8"));
  });

  for (const { name: what, refused, ...login } of cases) {
    test(`${name}: ${what}`, () => {
      // Kickstart joins the lines of a lambda.
      for (const lambda of [text, text.replaceAll("\n", " ")]) {
        const errors = answer(lambda, login);
        assert.equal(errors.length, refused === null ? 0 : 1);
        for (const [key, said] of Object.entries(refused ?? {})) assert.equal(errors[0][key], said);
      }
    });
  }
}

test("there are such lambdas", () => assert.ok(names.length >= 2));
