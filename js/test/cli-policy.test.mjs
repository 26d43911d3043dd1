// Policies on the command line: in scenarios, checked, asked why, compared, and in other forms.

import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { directoryWith, run } from "./support/cli.mjs";

const POLICY = {
  provider: "cognito",
  linkingStrategy: "LinkByEmail",
  gates: [
    { id: "staff", require: { claim: "email", domain: "example.com" }, message: "Staff only." },
  ],
  map: {
    "user.firstName": "given_name",
    "registration.roles": { from: "assigned-groups", table: { Admins: "admin" } },
  },
};

const SCENARIO = {
  identityProvider: { enabled: true, linkingStrategy: "LinkByEmail" },
  policy: { file: "policy.json" },
  login: {
    userinfo: { sub: "1", email: "jane@example.com", email_verified: "true", given_name: "Jane" },
  },
  expect: { status: 200, user: { firstName: "Jane" } },
};

const json = (value) => JSON.stringify(value, null, 2);
const YAML = "provider: cognito\nmap:\n  user.firstName: given_name\n";

function inDirectory(context, files) {
  return { cwd: directoryWith(context, files) };
}

test("a scenario's policy is read from its file, JSON or YAML, and its writes name their rules", (context) => {
  const yaml = { ...SCENARIO, policy: { file: "policy.yaml" } };
  const here = inDirectory(context, {
    "login.json": json(SCENARIO),
    "yaml.json": json(yaml),
    "policy.json": json(POLICY),
    "policy.yaml": YAML,
  });
  for (const file of ["login.json", "yaml.json"]) {
    const { code, out, err } = run(["preview", file], here);
    assert.equal(code, 0, err);
    assert.match(out, /firstName +"Jane"\s+policy user\.firstName, from \/userinfo\/given_name/);
  }
  const traced = run(["preview", "--trace", "login.json"], here);
  assert.match(traced.out, /gate `staff`\s+holds/);
  const tested = run(["test", "login.json", "yaml.json"], here);
  assert.match(tested.out, /2 passed, 0 failed/);
});

test("what is wrong with a policy in a file is told of that file, by its own pointer, line and column", (context) => {
  const wrong = json({ map: { "user.fristName": "given_name" } });
  const here = inDirectory(context, {
    "login.json": json(SCENARIO),
    "policy.json": wrong,
    "yaml.json": json({ ...SCENARIO, policy: { file: "policy.yaml" } }),
    "policy.yaml": "map:\n  user.fristName: given_name\n",
  });
  for (const [scenario, policy, line, column] of [
    ["login.json", "policy.json", 3, 5],
    ["yaml.json", "policy.yaml", 2, 3],
  ]) {
    const { code, out } = run(["check", "--json", scenario], here);
    assert.equal(code, 3);
    const [finding] = JSON.parse(out);
    assert.equal(finding.code, "policy-field-unknown");
    assert.deepEqual(
      { file: finding.file, path: finding.path, line: finding.line, column: finding.column },
      { file: policy, path: "/map/user.fristName", line, column },
    );
    assert.match(finding.help, /did you mean `user\.firstName`\?/);
  }
});

test("a policy's file that is not JSON, or not there, is named", (context) => {
  const here = inDirectory(context, {
    "login.json": json(SCENARIO),
    "policy.json": '{ "map": ',
    "lost.json": json({ ...SCENARIO, policy: { file: "nowhere.json" } }),
  });
  const broken = run(["preview", "login.json"], here);
  assert.equal(broken.code, 3);
  assert.match(broken.err, /not-json +policy\.json:1:\d+/);
  const lost = run(["preview", "lost.json"], here);
  assert.equal(lost.code, 2);
  assert.match(lost.err, /the policy's file `nowhere\.json`/);
  assert.match(lost.err, /lost\.json:\d+:\d+/);
});

test("check knows policies: 3 for one that cannot be used, 1 for one that refuses everybody", (context) => {
  const nobody = { ...POLICY, gates: [{ require: { all: ["email", { not: "email" }] } }] };
  const here = inDirectory(context, {
    "good.json": json(POLICY),
    "bad.json": json({ ...POLICY, gats: [] }),
    "nobody.json": json(nobody),
    "good.yaml": YAML,
  });
  for (const [file, code, finding] of [
    ["good.json", 0, undefined],
    ["good.yaml", 0, undefined],
    ["bad.json", 3, "unknown-key"],
    ["nobody.json", 1, "policy-refuses-everyone"],
  ]) {
    const checked = run(["check", "--json", file], here);
    assert.equal(checked.code, code, file);
    const errors = JSON.parse(checked.out).filter(({ severity }) => severity === "error");
    assert.equal(errors[0]?.code, finding, file);
  }
});

test("check --why says which conditions and which claims lead to a role", (context) => {
  const here = inDirectory(context, { "policy.json": json(POLICY) });
  const { code, out, err } = run(
    ["check", "--why", "registration.roles=admin", "policy.json"],
    here,
  );
  assert.equal(code, 0, err);
  assert.match(out, /`email` belongs to the domain `example\.com`/);
  assert.match(out, /"cognito:groups":\["Admins"\]/);
  const answer = run(["check", "--json", "--why", "registration.roles=boss", "policy.json"], here);
  const why = JSON.parse(answer.out);
  assert.deepEqual(why.ways, []);
  assert.match(why.reason, /`boss`/);
});

test("check --why refuses what it cannot answer", (context) => {
  const here = inDirectory(context, { "policy.json": json(POLICY) });
  const misspelt = run(["check", "--why", "user.fristName=x", "policy.json"], here);
  assert.equal(misspelt.code, 3);
  assert.match(misspelt.err, /did you mean `user\.firstName`\?/);
  const two = run(["check", "--why", "user.firstName=x", "policy.json", "policy.json"], here);
  assert.equal(two.code, 2);
  const mixed = run(["check", "--why", "user.firstName=x", "--kickstart", "policy.json"], here);
  assert.match(mixed.err, /`--why` and `--kickstart` exclude one another/);
});

test("diff finds the claims on which two policies differ, and says when there are none", (context) => {
  const table = { Admins: "admin", Owners: "admin" };
  const more = { ...POLICY.map, "registration.roles": { from: "assigned-groups", table } };
  const here = inDirectory(context, {
    "old.json": json(POLICY),
    "new.json": json({ ...POLICY, map: more }),
    "same.json": json({ ...POLICY, name: "renamed" }),
    "bad.json": "{",
  });
  const differ = run(["diff", "old.json", "new.json"], here);
  assert.equal(differ.code, 1, differ.err);
  assert.match(differ.out, /registration\.roles/);
  assert.match(differ.out, /"cognito:groups":\["Owners"\]/);
  const same = run(["diff", "old.json", "same.json"], here);
  assert.equal(same.code, 0);
  assert.match(same.out, /no differences/);
  const asJson = JSON.parse(run(["diff", "--json", "old.json", "new.json"], here).out);
  assert.deepEqual(asJson.differences[0].newResult.value, ["admin"]);
  const bad = run(["diff", "old.json", "bad.json"], here);
  assert.equal(bad.code, 3);
  assert.match(bad.err, /bad\.json:1:/);
  assert.equal(run(["diff", "old.json"], here).code, 2);
});

test("export writes what FusionAuth runs or reads", (context) => {
  const plain = { map: { "user.firstName": "jwt.given_name" } };
  const here = inDirectory(context, { "policy.json": json(POLICY), "plain.json": json(plain) });
  const lambda = run(["export", "policy.json", "--to", "lambda"], here);
  assert.equal(lambda.code, 0, lambda.err);
  const world = vm.createContext({});
  vm.runInContext(lambda.out, world);
  const user = {};
  world.reconcile(user, { roles: [] }, { email: "a@example.com", given_name: "Jane" }, undefined);
  assert.equal(user.firstName, "Jane");
  assert.throws(() => world.reconcile({}, undefined, {}, undefined), /staff: Staff only\./);
  const mappings = run(["export", "plain.json", "--to", "attribute-mappings"], here);
  assert.deepEqual(JSON.parse(mappings.out), {
    attributeMappings: { "user.firstName": "jwt.given_name" },
  });
  const validation = run(["export", "policy.json", "--to", "login-validation"], here);
  assert.match(validation.out, /function validate\(result, user, registration, context\)/);
  const kickstart = JSON.parse(run(["export", "policy.json", "--to", "kickstart"], here).out);
  assert.match(JSON.stringify(kickstart), /\/api\/lambda\//);
});

test("export says why a policy has no such form, and which forms there are", (context) => {
  const here = inDirectory(context, { "policy.json": json(POLICY) });
  const mappings = run(["export", "policy.json", "--to", "attribute-mappings"], here);
  assert.equal(mappings.code, 1);
  assert.equal(mappings.out, "");
  assert.match(mappings.err, /policy-not-a-copy/);
  const misspelt = run(["export", "policy.json", "--to", "lamda"], here);
  assert.equal(misspelt.code, 2);
  assert.match(misspelt.err, /did you mean `lambda`\?/);
  assert.equal(run(["export", "policy.json"], here).code, 2);
});

test("export --to policy makes rules of FusionAuth's own mappings", (context) => {
  const provider = {
    identityProvider: {
      type: "OpenIDConnect",
      linkingStrategy: "LinkByEmail",
      attributeMappings: { "user.firstName": "jwt.given_name", "user.password": "jwt.x" },
    },
  };
  const here = inDirectory(context, {
    "idp.json": json(provider),
    "none.json": json({ identityProvider: { type: "OpenIDConnect" } }),
  });
  const imported = run(["export", "idp.json", "--to", "policy"], here);
  assert.equal(imported.code, 0, imported.err);
  const policy = JSON.parse(imported.out);
  assert.deepEqual(policy.map, { "user.firstName": "jwt.given_name" });
  assert.equal(policy.linkingStrategy, "LinkByEmail");
  assert.match(imported.err, /policy-import-skipped/);
  const none = run(["export", "none.json", "--to", "policy"], here);
  assert.equal(none.code, 3);
  assert.match(none.err, /policy-nothing-to-import/);
});
