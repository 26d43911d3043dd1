// The command line tool: what it prints, where, and how it exits.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { cases } from "./support/cases.mjs";
import { directoryWith, run, start } from "./support/cli.mjs";
import { firstLogin } from "./support/scenarios.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const schema = JSON.parse(readFileSync(`${root}schemas/outcome.schema.json`, "utf8"));
const isOutcome = new Ajv2020({ strict: false }).compile(schema);
const examples = readdirSync(`${root}examples/cognito`).map((file) => `examples/cognito/${file}`);

/** Fails with what the schema does not allow. */
function assertOutcome(value) {
  assert.ok(isOutcome(value), JSON.stringify(isOutcome.errors));
}

test("without a command it says how to use it, and that this was no call", () => {
  const { code, out, err } = run([]);
  assert.equal(code, 2);
  assert.equal(out, "");
  assert.match(err, /Usage: reconcile-kit COMMAND/);
});

test("help is there for the tool and for every command, within 80 columns", () => {
  for (const words of [
    [],
    ["preview"],
    ["compare"],
    ["test"],
    ["check"],
    ["init"],
    ["playground"],
    ["engine"],
  ]) {
    const { code, out } = run([...words, "--help"]);
    assert.equal(code, 0);
    assert.match(out, new RegExp(`Usage: reconcile-kit ${words[0] ?? "COMMAND"}`));
    assert.ok(out.split("\n").every((line) => line.length <= 80));
  }
});

test("the versions are printed", () => {
  assert.match(
    run(["--version"]).out,
    /^reconcile-kit \d+\.\d+\.\d+, simulates FusionAuth up to 1\./,
  );
});

test("bad usage exits with 2 and names what was probably meant", () => {
  for (const [words, message] of [
    [["preveiw"], /did you mean `preview`/],
    [["preview", "--trase", "x"], /did you mean `--trace`/],
    [["preview", "--constructor", "x"], /not an option/],
    [["preview"], /needs a scenario/],
    [["preview", "x", "--strategy"], /needs a value/],
    [["preview", "--strategy", "--json", "x"], /needs a value/],
    [["preview", "x", "--json=yes"], /takes no value/],
    [["compare"], /takes one scenario/],
    [["compare", "a", "b"], /takes one scenario/],
    [["check"], /needs a file/],
    [["check", "x", "--format", "xml"], /not a format/],
    [["check", "x", "--format", "sarif", "--json"], /exclude one another/],
    [["check", "lambda.ts"], /is TypeScript/],
    [["test", "nothing-*-here"], /matches no scenario/],
  ]) {
    const { code, out, err } = run(words);
    assert.equal(code, 2, words.join(" "));
    assert.equal(out, "", words.join(" "));
    assert.match(err, message);
    assert.doesNotMatch(err, /\n\s+at /, "a stack trace");
  }
});

test("a preview says first what becomes of the person", (context) => {
  const cwd = directoryWith(context, { "a.json": firstLogin({ name: undefined }) });
  const { code, out, err } = run(["preview", "a.json"], { cwd });
  assert.equal(code, 0);
  assert.equal(err, "");
  assert.match(out, /^200 create\nThe person becomes the new user jane@example\.com/);
  assert.match(out, /\+ email +"jane@example\.com" +linking strategy, from \/userinfo\/email/);
  assert.doesNotMatch(out, /\nWhy\n/);
  const traced = run(["preview", "a.json", "--trace"], { cwd }).out;
  assert.match(traced, /\nWhy\n +1\. /);
  assert.match(traced, /documented: /);
});

test("lines have at most 80 columns, and those of a comparison 100", () => {
  for (const file of examples) {
    const { code, out } = run(["preview", "--trace", file], { cwd: root });
    assert.equal(code, 0, file);
    const long = out.split("\n").filter((line) => line.length > 80 && line.trim().includes(" "));
    assert.deepEqual(long, [], file);
    const table = run(["compare", file], { cwd: root });
    assert.equal(table.code, 0, file);
    assert.ok(
      table.out.split("\n").every((line) => line.length <= 100),
      file,
    );
  }
});

test("colour is only for terminals, unless it is asked for", (context) => {
  const cwd = directoryWith(context, { "a.json": firstLogin() });
  const colours = (env) => run(["preview", "a.json"], { cwd, env }).out.includes("\u001b[");
  assert.equal(colours({}), false);
  assert.equal(colours({ FORCE_COLOR: "1" }), true);
  assert.equal(colours({ FORCE_COLOR: "0" }), false);
  assert.equal(colours({ NO_COLOR: "1" }), false);
});

test("control characters in claims cannot reach the terminal", (context) => {
  const login = { userinfo: { sub: "\u001b[2J1", email: "a\u202eb@example.com" } };
  const cwd = directoryWith(context, { "a.json": firstLogin({ login, name: "\u001b]0;x\u0007" }) });
  const { out } = run(["preview", "--trace", "a.json"], { cwd });
  for (const character of "\u001b\u0007\u202e") assert.ok(!out.includes(character));
  assert.match(out, /\\u001b/);
});

test("`--json` of one scenario is the outcome itself, byte for byte that of the core", (context) => {
  for (const { file, scenario, reconcile, outcome } of cases().filter(({ row }) => row)) {
    if (reconcile || Number(file.slice(4, 6)) % 8 !== 0) continue;
    const cwd = directoryWith(context, { "a.json": scenario });
    assert.equal(run(["preview", "--json", "a.json"], { cwd }).out, outcome, file);
  }
});

test("`--json` of the examples is valid by the schema", () => {
  const all = JSON.parse(run(["preview", "--json", ...examples], { cwd: root }).out);
  assert.deepEqual(Object.keys(all).sort(), [...examples].sort());
  for (const outcome of Object.values(all)) assertOutcome(outcome);
  const compared = JSON.parse(run(["compare", "--json", examples[0]], { cwd: root }).out);
  assert.equal(Object.keys(compared).length, 7);
  for (const outcome of Object.values(compared)) assertOutcome(outcome);
});

test("digits beyond 2^53 survive in JSON and in text", (context) => {
  const user = '{"id": "u1", "email": "jane@example.com", "data": {"n": 9007199254740993}}';
  const text = JSON.stringify(
    firstLogin({ users: "USERS", expect: { user: { data: { n: "N" } } } }),
  )
    .replace('"USERS"', `[${user}]`)
    .replace('"N"', "9007199254740992");
  const cwd = directoryWith(context, { "a.json": text });
  assert.match(run(["preview", "--json", "a.json"], { cwd }).out, /"n": 9007199254740993\n/);
  const { code, out } = run(["test", "a.json"], { cwd });
  assert.equal(code, 1);
  assert.match(out, /expected +9007199254740992\n +found +9007199254740993/);
});

test("`--strategy` simulates another one, and an unknown one is bad usage", (context) => {
  const cwd = directoryWith(context, { "a.json": firstLogin() });
  const other = run(["preview", "a.json", "--strategy", "CreatePendingLink"], { cwd });
  assert.match(other.out, /^.*\n\n232 pending\n/);
  const unknown = run(["preview", "a.json", "--strategy", "LinkByEmial"], { cwd });
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /did you mean `LinkByEmail`/);
});

test("of several files the unusable ones are named, the others previewed", (context) => {
  const cwd = directoryWith(context, { "a.json": firstLogin(), "b.json": "{" });
  const { code, out, err } = run(["preview", "b.json", "a.json", "c.json"], { cwd });
  assert.equal(code, 3);
  assert.match(out, /^a\.json/);
  assert.match(err, /not-json.*b\.json:1:1/);
  assert.match(err, /unreadable-file.*c\.json/);
  const json = run(["preview", "--json", "b.json", "a.json"], { cwd });
  const answers = JSON.parse(json.out);
  assert.deepEqual(Object.keys(answers), ["b.json", "a.json"]);
  assert.equal(answers["b.json"].diagnostics[0].code, "not-json");
  assert.equal(answers["a.json"].status, 200);
});

test("a byte order mark is no fault", (context) => {
  const cwd = directoryWith(context, { "a.json": `\ufeff${JSON.stringify(firstLogin())}` });
  assert.equal(run(["preview", "a.json"], { cwd }).code, 0);
});

test("a lambda's file that is not there is named, with its place in the scenario", (context) => {
  const cwd = directoryWith(context, {
    "missing.json": firstLogin({ lambda: { file: "lambdas/y.js" } }),
  });
  const { code, err } = run(["preview", "missing.json"], { cwd });
  assert.equal(code, 2);
  assert.match(
    err,
    /unreadable-file +missing\.json:\d\d:5\n[\s\S]*`lambdas\/y\.js`[\s\S]*\/lambda\/file/,
  );
});

test("a reader that goes away early is no fault", async () => {
  const child = start(["preview", "--json", ...examples], { cwd: root });
  child.stdout.destroy();
  let err = "";
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.equal(err, "");
  assert.equal(code, 0);
});
