// Scenarios in YAML are the same scenarios, and what is wrong with them has its place in the YAML.

import assert from "node:assert/strict";
import { test } from "node:test";
import { directoryWith, run } from "./support/cli.mjs";
import { firstLogin } from "./support/scenarios.mjs";

const SCENARIO = `# What Cognito sends.
name: Jane signs in for the first time
identityProvider: &idp
  id: a1f7c3d2-5b0e-4c8a-9d61-7e2f4b8c0a11
  name: Cognito
  type: OpenIDConnect
  enabled: true
  linkingStrategy: LinkByEmail
  oauth2: { scope: openid email profile }
login:
  userinfo:
    sub: eaad0219-2117-439f-8d46-4db20e59268f
    email: jane@example.com
    email_verified: "true"
    given_name: Jane
`;

test("the outcome is that of the same scenario in JSON", (context) => {
  const cwd = directoryWith(context, { "a.yaml": SCENARIO, "a.json": firstLogin() });
  const [yaml, json] = ["a.yaml", "a.json"].map((file) =>
    run(["preview", "--json", file], { cwd }),
  );
  assert.equal(yaml.code, 0, yaml.err);
  // Only findings have places, and those of two texts differ.
  const withoutPlaces = (text) => text.replaceAll(/^\s*"(line|column)": \d+,\n/gm, "");
  assert.equal(withoutPlaces(yaml.out), withoutPlaces(json.out));
});

test("dates, words and numbers are what JSON would make of them", (context) => {
  const claims = "    day: 2026-01-02\n    yes: yes\n    big: 9007199254740993\n    1: one\n";
  const cwd = directoryWith(context, {
    "a.yaml": `${SCENARIO}${claims}users:\n  - { id: u1, email: jane@example.com, data: { big: 9007199254740993, day: 2026-01-02 } }\n`,
  });
  const { code, out, err } = run(["preview", "--json", "a.yaml"], { cwd });
  assert.equal(code, 0, err);
  assert.match(out, /"big": 9007199254740993/);
  assert.match(out, /"day": "2026-01-02"/);
});

test("findings of the core have their place in the YAML", (context) => {
  const cwd = directoryWith(context, {
    "a.yaml": `${SCENARIO}usrs:\n  - 1\n`,
    "b.yml": SCENARIO.replace("enabled: true", "enabled: maybe"),
  });
  const unknown = run(["preview", "a.yaml"], { cwd });
  assert.equal(unknown.code, 3);
  assert.match(unknown.err, /unknown-key +a\.yaml:16:1/);
  const type = run(["preview", "b.yml"], { cwd });
  assert.match(type.err, /wrong-type +b\.yml:7:3/);
});

test("what is no usable YAML has line and column", (context) => {
  const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"];
  for (const [name, of] of ["ba", "cb", "dc", "ed", "fe"]) {
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(", ")}]`);
  }
  for (const [name, content, place] of [
    ["syntax", "login: [1, 2\nname: x\n", /:2:1/],
    ["duplicate", "name: a\nname: b\n", /:2:1/],
    ["tag", "name: !!js/function 'x'\n", /:1:7/],
    ["two-documents", "name: a\n---\nname: b\n", /:2:1/],
    ["bomb", `${bomb.join("\n")}\n`, /not-yaml/],
    ["not-a-number", "name: .nan\n", /not-yaml[\s\S]*\/name/],
    ["deep", "[".repeat(10_000), /not-yaml/],
    ["no-anchor", "name: *nobody\n", /:1:7/],
  ]) {
    const cwd = directoryWith(context, { "a.yaml": content });
    const { code, err } = run(["preview", "a.yaml"], { cwd });
    assert.equal(code, 3, `${name}: ${err}`);
    assert.match(err, /not-yaml/, name);
    assert.match(err, place, name);
    assert.doesNotMatch(err, /\n\s+at .*[:)]\d/, "a stack trace");
  }
});
