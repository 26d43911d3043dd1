// `reconcile-kit check` on lambdas, alone and with their scenarios.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { directoryWith, run } from "./support/cli.mjs";
import { firstLogin } from "./support/scenarios.mjs";

const LAMBDA = `function reconcile(user, registration, jwt) {
  user.data.city = jwt.address.locality;
}
`;
const USERNAME = `function reconcile(user, registration, jwt) {
  user.username = jwt.preferred_username;
}
`;

/** The findings of a call, as `code file:line:column`. */
function found(words, cwd) {
  const { code, out } = run(["check", "--json", ...words], { cwd });
  const findings = JSON.parse(out).map(
    ({ code, file, line, column }) => `${code} ${file}:${line}:${column}`,
  );
  return { code, findings };
}

/** A scenario with a lambda. */
function withLambda(lambda, changes = {}) {
  return firstLogin({ lambda, application: { id: "app" }, ...changes });
}

test("a lambda alone is checked, with its place, help and page", (context) => {
  const cwd = directoryWith(context, { "lambdas/city.js": LAMBDA });
  const { code, out } = run(["check", "lambdas/city.js"], { cwd });
  assert.equal(code, 0);
  assert.match(out, /^warning claim-read-unguarded +lambdas\/city\.js:2:20\n/);
  assert.match(out, /\n +found +jwt\.address\.locality\n/);
  assert.match(out, /\n +help +ask first, as in `if \(jwt\.address\)/);
  assert.match(out, /\n +more +\S*docs\/rules\/claim-read-unguarded\.md\n/);
  assert.match(out, /\n0 errors, 1 warning in 1 file\n$/);
});

test("every kind of script is a lambda, and TypeScript is not", (context) => {
  const cwd = directoryWith(context, { "a.cjs": LAMBDA, "b.mjs": LAMBDA, "c.ts": LAMBDA });
  const { findings } = found(["a.cjs", "b.mjs"], cwd);
  assert.deepEqual(findings, [
    "claim-read-unguarded a.cjs:2:20",
    "claim-read-unguarded b.mjs:2:20",
  ]);
  const { code, err } = run(["check", "c.ts"], { cwd });
  assert.equal(code, 2);
  assert.match(err, /`c\.ts` is TypeScript/);
});

test("a lambda with an error exits with 1, and one that does not load with 4", (context) => {
  const cwd = directoryWith(context, {
    "error.js": "function reconcile(user) { user.birthDate = '01/02/1990'; }",
    "broken.js": "function (user) {}",
    "nameless.js": "function populate(jwt, user) {}",
    "module.js": "export function reconcile(user) {}",
    "fine.js": "function reconcile(user) {}",
  });
  const codeOf = (...words) => run(["check", ...words], { cwd }).code;
  assert.equal(codeOf("fine.js"), 0);
  assert.equal(codeOf("error.js"), 1);
  for (const file of ["broken.js", "nameless.js", "module.js"]) assert.equal(codeOf(file), 4);
  assert.equal(codeOf("fine.js", "broken.js", "error.js"), 4);
  assert.equal(codeOf("missing.js"), 2);
  assert.match(run(["check", "missing.js"], { cwd }).err, /unreadable-file +missing\.js/);
});

test("the lambda that a scenario names is checked with what the scenario says", (context) => {
  const scenario = withLambda({ file: "../lambdas/name.js" });
  const cwd = directoryWith(context, {
    "scenarios/a.json": scenario,
    "lambdas/name.js": USERNAME,
  });
  const { code, findings } = found(["scenarios/a.json"], cwd);
  assert.equal(code, 1);
  assert.ok(findings.includes("writes-other-identity lambdas/name.js:2:3"), findings.join("\n"));
  // Alone nobody knows the strategy.
  assert.deepEqual(found(["lambdas/name.js"], cwd), {
    code: 0,
    findings: ["writes-after-link lambdas/name.js:2:3"],
  });
});

test("a lambda that several scenarios share says the same thing once", (context) => {
  const cwd = directoryWith(context, {
    "a.json": withLambda({ file: "name.js" }),
    "b.json": withLambda({ file: "./name.js" }),
    "name.js": USERNAME,
  });
  const { code, findings } = found(["a.json", "name.js", "b.json"], cwd);
  const of = (rule) => findings.filter((finding) => finding.startsWith(rule));
  assert.equal(code, 1);
  assert.deepEqual(of("writes-"), ["writes-other-identity name.js:2:3"]);
  const { out } = run(["check", "a.json", "name.js", "b.json"], { cwd });
  assert.match(out, / in 3 files\n$/);
});

test("what only one of its scenarios says is said of that one", (context) => {
  const byUsername = withLambda({ file: "name.js" });
  byUsername.identityProvider.linkingStrategy = "LinkByUsername";
  const comment = "// reconcile-kit-ignore writes-after-link";
  const cwd = directoryWith(context, {
    "email.json": withLambda({ file: "name.js" }),
    "username.json": byUsername,
    "name.js": USERNAME.replace("  user", `  ${comment}\n  user`),
  });
  const ofLambda = (files) =>
    found(files, cwd).findings.filter((finding) => finding.includes("name.js"));
  assert.deepEqual(ofLambda(["email.json"]), [
    "unused-suppression name.js:2:27",
    "writes-other-identity name.js:3:3",
  ]);
  // The other scenario needs the comment.
  assert.deepEqual(ofLambda(["email.json", "username.json"]), [
    "writes-other-identity name.js:3:3",
  ]);
});

test("a lambda that a scenario holds is pointed to, and its lines are its own", (context) => {
  const cwd = directoryWith(context, { "a.json": withLambda({ body: USERNAME }) });
  const { out } = run(["check", "--json", "a.json"], { cwd });
  const finding = JSON.parse(out).find(({ code }) => code === "writes-other-identity");
  const { file, path, line, column } = finding;
  assert.deepEqual(
    { file, path, line, column },
    { file: "a.json", path: "/lambda/body", line: 2, column: 3 },
  );
  const text = run(["check", "a.json"], { cwd }).out;
  assert.match(text, /error writes-other-identity +a\.json#\/lambda\/body:2:3\n/);
  const sarif = JSON.parse(run(["check", "--format", "sarif", "a.json"], { cwd }).out);
  const result = sarif.runs[0].results.find(({ ruleId }) => ruleId === "writes-other-identity");
  const [{ physicalLocation, logicalLocations }] = result.locations;
  assert.deepEqual(physicalLocation, { artifactLocation: { uri: "a.json" } });
  assert.equal(logicalLocations[0].fullyQualifiedName, "/lambda/body");
});

test("in YAML the lambda's lines are its own too", (context) => {
  const cwd = directoryWith(context, {
    "a.yaml": [
      "identityProvider: {enabled: true, oauth2: {scope: openid}}",
      "lambda:",
      "  body: |",
      "    function reconcile(user) {",
      "      user.username = 1;",
      "    }",
      "login: {userinfo: {sub: x}}",
    ].join("\n"),
  });
  const { findings } = found(["a.yaml"], cwd);
  assert.ok(findings.includes("writes-other-identity a.yaml:2:3"), findings.join("\n"));
});

test("a lambda's own type and version can be said where no scenario says them", (context) => {
  const google = "function reconcile(user, registration, idToken, context) {}\n";
  const cwd = directoryWith(context, {
    "google.js": google,
    "newer.js": "function reconcile(user) { user.data.x = [1].toSorted(); }",
    "a.json": withLambda({ file: "google.js" }),
  });
  const codeOf = (words) => found(words, cwd).findings.map((finding) => finding.split(" ")[0]);
  assert.deepEqual(codeOf(["google.js"]), [
    "lambda-parameter-misplaced",
    "lambda-parameter-misplaced",
  ]);
  assert.deepEqual(codeOf(["--type", "GoogleReconcile", "google.js"]), []);
  assert.deepEqual(codeOf(["--type", "Google", "google.js"]), []);
  assert.deepEqual(codeOf(["--fusionauth", "1.50", "newer.js"]), ["built-in-missing"]);
  const usage = (words) => {
    const { code, err } = run(["check", ...words], { cwd });
    assert.equal(code, 2, err);
    return err;
  };
  assert.match(
    usage(["--type", "Gogle", "google.js"]),
    /`Gogle` is not a type.*\n.*GoogleReconcile/,
  );
  assert.match(usage(["--fusionauth", "2.0", "google.js"]), /`2\.0` is newer/);
  assert.match(usage(["--type", "Google", "a.json"]), /no scenario of this call names/);
});

test("`--kickstart` is for lambdas alone and in scenarios", (context) => {
  const cwd = directoryWith(context, {
    "a.json": withLambda({ file: "l.js" }),
    "l.js": "// first\nfunction reconcile(user) {}\n",
  });
  const of = (words) =>
    found(words, cwd).findings.filter((finding) => finding.startsWith("kickstart"));
  assert.deepEqual(of(["l.js"]), []);
  assert.deepEqual(of(["--kickstart", "l.js"]), ["kickstart-line-comment l.js:1:1"]);
  assert.deepEqual(of(["--kickstart", "a.json"]), ["kickstart-line-comment l.js:1:1"]);
});

test("the lambda of an invalid scenario is checked all the same", (context) => {
  const cwd = directoryWith(context, {
    "a.json": withLambda({ file: "l.js" }, { usrs: [] }),
    "l.js": LAMBDA,
  });
  const { code, findings } = found(["a.json"], cwd);
  assert.equal(code, 3);
  assert.ok(findings.some((finding) => finding.startsWith("unknown-key a.json:")));
  assert.ok(findings.includes("claim-read-unguarded l.js:2:20"));
});

test("SARIF has the lambda's file and place", (context) => {
  const cwd = directoryWith(context, { "a.json": withLambda({ file: "l.js" }), "l.js": LAMBDA });
  const log = JSON.parse(run(["check", "--format", "sarif", "a.json"], { cwd }).out);
  const result = log.runs[0].results.find(({ ruleId }) => ruleId === "claim-read-unguarded");
  assert.deepEqual(result.locations[0].physicalLocation, {
    artifactLocation: { uri: "l.js" },
    region: { startLine: 2, startColumn: 20 },
  });
});

test("what reads lambdas is loaded only where there is one", () => {
  const dist = fileURLToPath(new URL("../dist/", import.meta.url));
  const atOnce = new Set(["cli.js"]);
  for (const file of atOnce) {
    const text = readFileSync(dist + file, "utf8");
    for (const [, name] of text.matchAll(/(?:from|import) ?"\.\/([^"]+)"/g)) atOnce.add(name);
    assert.ok(!text.includes("parseMaybeUnary"), `${file} has the parser`);
  }
  assert.ok(atOnce.size > 1, "the parts are not found any more");
});
