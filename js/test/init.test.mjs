// `init`: what it writes runs as it is, for every type of identity provider.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { directoryWith, run } from "./support/cli.mjs";

const DEFAULTS = fileURLToPath(new URL("../src/cli/default-lambdas/", import.meta.url));

/** The identity provider's type that runs lambdas of a type. */
const SPECIAL = { OpenIDReconcile: "OpenIDConnect", LDAPConnectorReconcile: "LDAP" };

const LAMBDAS = readdirSync(DEFAULTS).map((file) => file.replace(".js", ""));
const TYPES = LAMBDAS.map((name) => SPECIAL[name] ?? name.replace("Reconcile", ""));

test("there is a default lambda for each of the sixteen types", () => {
  assert.equal(TYPES.length, 16);
  const { out } = run(["init", "--help"]);
  for (const type of TYPES) assert.match(out, new RegExp(`\\b${type}\\b`));
});

test("without a type it writes for Cognito, and overwrites nothing", (context) => {
  const cwd = directoryWith(context, {});
  const { code, out } = run(["init", "cognito", "first"], { cwd });
  assert.equal(code, 0);
  assert.match(out, /first\/reconcile\.js/);
  assert.match(out, /npx reconcile-kit preview first/);
  const preview = run(["preview", join("first", "login.scenario.json")], { cwd });
  assert.equal(preview.code, 0, preview.err);
  assert.match(preview.out, /\n200 create\n/);
  assert.match(preview.out, /firstName +"Jane"\s+lambda, run 1/);
  const tested = run(["test"], { cwd });
  assert.equal(tested.code, 0, tested.out + tested.err);
  assert.match(tested.out, /2 passed, 0 failed/);
  const written = JSON.parse(readFileSync(join(cwd, "first", "login.scenario.json"), "utf8"));
  assert.equal(written.$schema, "../node_modules/reconcile-kit/schemas/scenario.schema.json");
  const again = run(["init", "cognito", "first"], { cwd });
  assert.equal(again.code, 2);
  assert.match(again.err, /reconcile\.js` is there already/);
});

test("one file that is there stops all of it", (context) => {
  const cwd = directoryWith(context, { "login.test.json": "{}" });
  const { code, err } = run(["init"], { cwd });
  assert.equal(code, 2);
  assert.match(err, /login\.test\.json` is there already, and nothing was written/);
  assert.deepEqual(readdirSync(cwd), ["login.test.json"]);
});

test("what it writes for a type previews, passes its test, and has no error", (context) => {
  const cwd = directoryWith(context, {});
  const types = [...TYPES, "SAMLv2IdPInitiated"];
  for (const type of types) {
    const { code, err } = run(["init", "--type", type, type], { cwd });
    assert.equal(code, 0, err);
    const { identityProvider } = readJson(cwd, type, "login.scenario.json");
    assert.equal(identityProvider.type, type);
  }
  const scenarios = types.map((type) => join(type, "login.scenario.json"));
  const previewed = run(["preview", "--json", ...scenarios], { cwd });
  assert.equal(previewed.code, 0, previewed.err);
  for (const [file, outcome] of Object.entries(JSON.parse(previewed.out))) {
    assert.equal(outcome.lambdaRuns, 1, file);
    assert.ok(outcome.status === 200 || outcome.status === 202, file);
  }
  const tested = run(["test", "--json"], { cwd });
  assert.deepEqual(failures(tested), []);
  assert.equal(JSON.parse(tested.out).passed, types.length);
  const tests = types.map((type) => join(type, "login.test.json"));
  const checked = run(["check", "--json", ...scenarios, ...tests], { cwd });
  assert.deepEqual(errors(checked), []);
});

test("a default lambda is written as it stands in the sources", (context) => {
  const cwd = directoryWith(context, {});
  for (const lambda of LAMBDAS) {
    assert.equal(run(["init", "--type", lambda, lambda], { cwd }).code, 0);
    const written = readFileSync(join(cwd, lambda, "reconcile.js"), "utf8");
    assert.equal(written, readFileSync(`${DEFAULTS}${lambda}.js`, "utf8"));
  }
});

test("a lambda survives a kickstart file, which joins its lines", () => {
  for (const lambda of LAMBDAS) {
    const text = readFileSync(`${DEFAULTS}${lambda}.js`, "utf8");
    const joined = text.replaceAll("\n", " ");
    assert.equal(typeof new Function(`${joined}; return reconcile;`)(), "function", lambda);
  }
});

test("a type is known in any case, as the lambda's, and by what was probably meant", (context) => {
  const cwd = directoryWith(context, {});
  for (const [typed, type] of [
    ["google", "Google"],
    ["GOOGLERECONCILE", "Google"],
    ["OpenIDReconcile", "OpenIDConnect"],
    ["ldapconnectorreconcile", "LDAP"],
    ["samlV2", "SAMLv2"],
  ]) {
    assert.equal(run(["init", "--type", typed, typed], { cwd }).code, 0);
    assert.equal(readJson(cwd, typed, "login.scenario.json").identityProvider.type, type);
  }
  for (const [words, message] of [
    [["--type", "Gogle"], /`Gogle` is not a type.*\n.*did you mean `Google`\?/],
    [["--type", "Okta"], /`Okta` is not a type.*\n.*the types are OpenIDConnect, /],
    [["--type", "Google", "cognito"], /`cognito` and `--type` or `--from-log` exclude one another/],
    [["--type", "Google", "a", "b"], /does not know `b`/],
    [["--type"], /`--type` needs a value/],
    [["congito"], /did you mean `cognito`\?/],
    [["cognito", "a", "b"], /does not know `b`/],
  ]) {
    const { code, out, err } = run(["init", ...words], { cwd });
    assert.equal(code, 2, words.join(" "));
    assert.equal(out, "");
    assert.match(err, message);
  }
});

function readJson(...path) {
  return JSON.parse(readFileSync(join(...path), "utf8"));
}

/** The tests that failed, and what the tool could not use at all. */
function failures({ out, err }) {
  assert.equal(err, "");
  const { results, invalid } = JSON.parse(out);
  return [...results.filter(({ passed }) => !passed), ...invalid];
}

function errors({ out }) {
  return JSON.parse(out).filter(({ severity }) => severity === "error");
}
