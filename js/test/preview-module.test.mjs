// The module of previews gives the very outcomes of the whole one, and refuses what it has no code for.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as preview from "../../pkg/preview/reconcile_kit_preview.js";
import { check, simulateText } from "../dist/node.js";
import { cases } from "./support/cases.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const REFUSAL = "policy-not-in-this-module";

preview.initSync({
  module: readFileSync(`${root}pkg/preview/reconcile_kit_preview_bg.wasm`),
});

/** What a call throws. The module throws plain objects; the package makes errors of them. */
function thrown(call) {
  try {
    call();
  } catch (failure) {
    return failure;
  }
  assert.fail("nothing was thrown");
}

const all = cases().filter(({ reconcile }) => !reconcile);
const withPolicy = all.filter(({ scenario }) => scenario.policy);
const without = all.filter(({ scenario }) => !scenario.policy);

test("it simulates every case without a policy as the whole module does", () => {
  assert.ok(without.length > 100);
  for (const { file, scenario } of without) {
    const text = JSON.stringify(scenario);
    assert.equal(preview.simulate(text), simulateText(text), file);
  }
});

test("it simulates the examples of Cognito as the whole module does", () => {
  const files = readdirSync(`${root}examples/cognito`).filter((file) => file.endsWith(".json"));
  assert.ok(files.length > 5);
  for (const file of files) {
    const text = readFileSync(`${root}examples/cognito/${file}`, "utf8");
    assert.equal(preview.simulate(text), simulateText(text), file);
  }
});

test("it refuses every scenario with a policy", () => {
  assert.ok(withPolicy.length > 5);
  for (const { file, scenario } of withPolicy) {
    const { code, path, help, diagnostics } = thrown(() =>
      preview.simulate(JSON.stringify(scenario)),
    );
    assert.deepEqual([code, path, diagnostics.length], [REFUSAL, "/policy", 1], file);
    assert.match(help, /whole module/);
  }
});

test("it checks scenarios as the whole module does, and no policies", () => {
  for (const { file, scenario } of without) {
    const text = JSON.stringify(scenario);
    assert.deepEqual(preview.check(text), check(text), file);
  }
  const codes = preview.check('{ "map": {} }').map(({ code }) => code);
  assert.deepEqual(codes, [REFUSAL]);
});

test("it exports nothing that takes a policy", () => {
  const names = Object.keys(preview).filter((name) => /polic/i.test(name));
  assert.deepEqual(names, []);
});
