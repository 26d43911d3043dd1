// `reconcile-kit engine` and `--engine`: what is installed, what is missing, and what is said of it.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { directoryWith, run, start } from "./support/cli.mjs";
import { environmentWith } from "./support/fake-tools.mjs";
import { NAMES } from "./support/lambdas.mjs";

const scenario = {
  name: "jane signs in",
  identityProvider: {
    type: "OpenIDConnect",
    id: "9aa8b8f1-0f5d-4f6a-9d2e-5f4d1c7e2b10",
    name: "Cognito",
    enabled: true,
    linkingStrategy: "LinkByEmail",
    oauth2: { issuer: "https://example.com", client_id: "client", scope: "openid" },
  },
  lambda: { body: NAMES },
  login: { userinfo: { sub: "1", email: "jane@example.com", given_name: "Jane" } },
  expect: { user: { firstName: "Jane" } },
};

const directoryOf = (directory) => join(directory, "cache/reconcile-kit/graaljs");

test("the list says what is there and what is not", (context) => {
  const { env, directory } = environmentWith(context);
  const { code, out } = run(["engine", "list"], { env });
  assert.equal(code, 0);
  const at = directoryOf(directory);
  assert.equal(
    out,
    `quickjs  built in, for every FusionAuth; the default
graaljs  22.3.3, for FusionAuth 1.35 to 1.50: not installed
graaljs  23.1.2, for FusionAuth 1.51 to 1.55: not installed
graaljs  24.1.2, for FusionAuth 1.56 and newer: installed in ${at}/24.1.2

Java   17.0.15 (java)
Maven  3.9.9 (mvn)
`,
  );
  const nothing = environmentWith(context, { tools: [], isInstalled: false });
  const found = JSON.parse(run(["engine", "list", "--json"], { env: nothing.env }).out);
  assert.deepEqual([found.java, found.maven], [null, null]);
  assert.deepEqual(
    found.graaljs.map(({ isInstalled }) => isInstalled),
    [false, false, false],
  );
  const old = run(["engine", "list"], { env: { ...env, FAKE_JAVA: "old" } });
  assert.match(old.out, /Java {3}11\.0\.22 \(java\), which is too old: 17 is needed/);
});

test("installing tells how far it is, and then the engine is there", (context) => {
  const { env, directory } = environmentWith(context, { isInstalled: false });
  const { code, out, err } = run(["engine", "install", "graaljs"], { env });
  assert.equal(err, "");
  assert.equal(code, 0);
  const at = join(directoryOf(directory), "24.1.2");
  assert.equal(
    out,
    `fetching GraalJS 24.1.2 with Maven, about 60 MB the first time
  fetched js-language.jar, 26 MB
compiling what hosts it
trying it out
GraalJS 24.1.2 is installed in ${at}
`,
  );
  assert.deepEqual(readdirSync(at).sort(), ["graaljs-host.jar", "polyglot.jar"]);
  // Nothing of the way there is left.
  assert.deepEqual(readdirSync(directoryOf(directory)), ["24.1.2"]);
});

test("a version can be named, or all of them", (context) => {
  const { env, directory } = environmentWith(context, { isInstalled: false });
  assert.equal(run(["engine", "install", "graaljs", "--version", "22.3.3"], { env }).code, 0);
  const host = join(directoryOf(directory), "22.3.3/graaljs-host.jar");
  assert.match(readFileSync(host, "utf8"), /-Dgraaljs\.version=22\.3\.3/);
  assert.equal(run(["engine", "install", "graaljs", "--version", "all"], { env }).code, 0);
  assert.deepEqual(readdirSync(directoryOf(directory)).sort(), ["22.3.3", "23.1.2", "24.1.2"]);
});

for (const [tools, mode, said] of [
  [[], {}, /needs Java, and there is none\n {2}help: install Java 17 or newer/],
  [["java"], {}, /needs Maven, and there is none\n {2}help: install Maven 3\.6 or newer/],
  [["java", "mvn"], { FAKE_JAVA: "old" }, /needs Java 17 or newer, and Java is 11\.0\.22\n/],
  [["java", "mvn"], { FAKE_MVN: "fails" }, /Failed to execute goal: .*Unknown host\n {2}help: see/],
  [["java", "mvn"], { FAKE_MVN: "killed" }, /Maven could not install .*: it gave no reason\n/],
  [["java", "mvn"], { FAKE_JAVA: "broken" }, /does not start: .*Could not find or load main/],
]) {
  const name = `${tools.join(" and ") || "nothing"} ${JSON.stringify(mode)}`;
  test(`an installation that fails leaves nothing behind: ${name}`, (context) => {
    const { env, directory } = environmentWith(context, { tools, isInstalled: false });
    const { code, err } = run(["engine", "install", "graaljs"], { env: { ...env, ...mode } });
    assert.match(err, said);
    assert.equal(err.split("\n").length, 3);
    assert.equal(code, 2);
    const at = directoryOf(directory);
    assert.deepEqual(existsSync(at) ? readdirSync(at) : [], []);
  });
}

test("an installation that fails leaves the one that is there", (context) => {
  const { env, directory } = environmentWith(context);
  const { code } = run(["engine", "install", "graaljs"], { env: { ...env, FAKE_MVN: "fails" } });
  assert.equal(code, 2);
  assert.deepEqual(readdirSync(join(directoryOf(directory), "24.1.2")), ["graaljs-host.jar"]);
});

for (const [words, said] of [
  [["engine"], /`engine` needs to know what to do/],
  [["engine", "lst"], /did you mean `list`\?/],
  [["engine", "list", "graaljs"], /`engine list` takes no `graaljs`/],
  [["engine", "install"], /takes the name of one engine/],
  [
    ["engine", "install", "graljs"],
    /`graljs` is not an engine\n {2}help: did you mean `graaljs`\?/,
  ],
  [["engine", "install", "quickjs"], /`quickjs` is built in/],
  [["engine", "install", "graaljs", "--version", "24.1.3"], /did you mean `24\.1\.2`\?/],
  [
    ["engine", "install", "graaljs", "--version", "1"],
    /there are `22\.3\.3`, `23\.1\.2`, `24\.1\.2`/,
  ],
  [["preview", "--engine", "grail", "x.json"], /`grail` is not an engine/],
  [["compare", "--engine", "quikjs", "x.json"], /did you mean `quickjs`\?/],
  [["test", "--engine", "v8", "x.json"], /there are `quickjs`, `graaljs`/],
  [["check", "--engine", "graaljs", "x.json"], /`--engine` is not an option/],
]) {
  test(`bad usage: ${words.join(" ")}`, (context) => {
    const { env } = environmentWith(context);
    const { code, out, err } = run(words, { env });
    assert.match(err, said);
    assert.equal(out, "");
    assert.equal(code, 2);
  });
}

for (const command of ["preview", "compare", "test"]) {
  test(`${command} runs the engine that is named, and no other`, (context) => {
    const { env, started } = environmentWith(context);
    const directory = directoryWith(context, { "jane.json": scenario });
    const call = (...words) => run([command, ...words, "jane.json"], { env, cwd: directory });
    const [plain, named] = [call(), call("--engine", "quickjs")];
    assert.equal(started().length, 0);
    const real = call("--engine", "graaljs");
    assert.equal(real.err, "");
    assert.equal(real.code, 0);
    assert.equal(started().length, 1);
    const steady = ({ out }) => out.replace(/\([\d.]+ m?s\)/, "");
    assert.equal(steady(real), steady(plain));
    assert.equal(steady(named), steady(plain));
  });

  test(`${command} says once why the engine cannot be used`, (context) => {
    const { env } = environmentWith(context, { isInstalled: false });
    const directory = directoryWith(context, { "jane.json": scenario, "john.json": scenario });
    const files = command === "compare" ? ["jane.json"] : ["jane.json", "john.json"];
    const words = [command, "--engine", "graaljs", ...files];
    const { code, out, err } = run(words, { env, cwd: directory });
    assert.equal(
      err,
      "reconcile-kit: the engine `graaljs` 24.1.2 is not installed\n" +
        "  help: run `reconcile-kit engine install graaljs --version 24.1.2`\n",
    );
    assert.equal(out, "");
    assert.equal(code, 2);
  });
}

test("what is updated is what the engine came to", (context) => {
  const { env, started } = environmentWith(context);
  const lambda = { body: NAMES.replace("jwt.given_name;", "'not ' + jwt.given_name;") };
  const directory = directoryWith(context, { "jane.json": { ...scenario, lambda } });
  const words = ["test", "--update", "--engine", "graaljs", "jane.json"];
  assert.equal(run(words, { env, cwd: directory }).code, 0);
  const { expect } = JSON.parse(readFileSync(join(directory, "jane.json"), "utf8"));
  assert.equal(expect.user.firstName, "not Jane");
  assert.equal(started().length, 1);
});

test("coverage is measured in the engine that is named", (context) => {
  const { env, started } = environmentWith(context);
  const files = { "jane.json": { ...scenario, lambda: { file: "l.js" } }, "l.js": NAMES };
  const directory = directoryWith(context, files);
  const words = ["test", "--coverage", "--json", "jane.json"];
  const of = (...more) =>
    JSON.parse(run([...words, ...more], { env, cwd: directory }).out).coverage;
  assert.deepEqual(of("--engine", "graaljs"), of());
  assert.equal(started().length, 1);
});

test("watching runs in the engine that is named", async (context) => {
  const { env, started } = environmentWith(context);
  const directory = directoryWith(context, { "jane.json": scenario });
  const words = ["test", "--watch", "--engine", "graaljs", "jane.json"];
  const call = start(words, { cwd: directory, env });
  context.after(() => call.kill("SIGKILL"));
  let out = "";
  const told = (pattern) =>
    new Promise((resolve, reject) => {
      call.stdout.on("data", (text) => {
        out += text;
        if (pattern.test(out)) resolve();
      });
      call.on("close", () => reject(new Error(out)));
    });
  await told(/1 passed/);
  const later = told(/1 failed/);
  const expect = { user: { firstName: "Janet" } };
  writeFileSync(join(directory, "jane.json"), JSON.stringify({ ...scenario, expect }));
  await later;
  assert.equal(started().length, 1);
  call.stdin.end();
});
