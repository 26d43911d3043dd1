// The reports of `test`, for people and for programs, of scenarios that mean no good.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { directoryWith, run } from "./support/cli.mjs";
import { firstLogin } from "./support/scenarios.mjs";

const HOSTILE =
  'a # TODO b\\c ]]> <x> & "q" \u0000\u001b[31m\u0085\uffff | `m` @you\r\n::error::x\nnot ok 9';

const FILES = {
  "good.json": firstLogin({ expect: { status: 200 } }),
  "bad.json": firstLogin({
    name: HOSTILE,
    expect: { status: 401, user: { firstName: "]]>\u0001\n::error::x\n...\n" } },
  }),
  "broken.json": '{ "expect": {}, "identityProvider": ',
  "plain.json": firstLogin(),
};
const NAMES = Object.keys(FILES);

/** What `reporter` prints of these files. */
function report(context, reporter, { files = FILES, words = NAMES, env } = {}) {
  const cwd = directoryWith(context, files);
  const call = run(["test", "--reporter", reporter, ...words], { cwd, env });
  return { ...call, cwd };
}

test("an unknown reporter is bad usage, and so are options that exclude one another", (context) => {
  const cwd = directoryWith(context, FILES);
  for (const [words, message] of [
    [["--reporter", "junt"], /did you mean `junit`/],
    [["--reporter", "constructor"], /there are `pretty`, `tap`, `junit`, `github`/],
    [["--reporter", "tap", "--json"], /exclude one another/],
    [["--watch", "--json"], /exclude one another/],
    [["--watch", "--reporter", "tap"], /exclude one another/],
    [["--watch", "--update"], /press u/],
    [["--watch", "--coverage"], /exclude one another/],
    [["--min", "80"], /`--min` needs `--coverage`/],
    [["--coverage", "--min", "101"], /not a percentage/],
    [["--coverage", "--min", "-1"], /not a percentage/],
    [["--coverage="], /needs a value/],
  ]) {
    const { code, out, err } = run(["test", ...words], { cwd });
    assert.equal(code, 2, words.join(" "));
    assert.equal(out, "", words.join(" "));
    assert.match(err, message);
  }
});

test("pretty: every scenario has its line, an invalid one has failed", (context) => {
  const { code, out, err } = report(context, "pretty");
  assert.equal(code, 3);
  assert.match(out, /^passed {2}good\.json {2}Jane signs in for the first time {2}\(\d+ ms\)$/m);
  assert.match(out, /^failed {2}bad\.json:\d+:5 {2}a # TODO/m);
  assert.match(out, /^failed {2}broken\.json:1:\d+ .*\n +not-json: /m);
  assert.match(out, /^skipped plain\.json {2}it has no `expect`$/m);
  assert.match(out, /\n1 passed, 2 failed\n$/);
  assert.match(err, /not-json.*broken\.json/);
  for (const character of "\u0000\u001b\u0085") assert.ok(!out.includes(character));
});

test("the place is the line of what is expected", (context) => {
  const yaml =
    "identityProvider: {enabled: true}\nlogin: {userinfo: {sub: '1'}}\nexpect:\n  # gist\n  error:\n    code: Other\n";
  const files = {
    "a.json":
      '{\n "identityProvider": {"enabled": true},\n "login": {"userinfo": {"sub": "1"}},\n "expect":\n  {"logins": null, "error":\n   {"code": "Other"}}\n}',
    "a.yaml": yaml,
  };
  const { out } = report(context, "pretty", { files, words: [] });
  assert.match(out, /failed {2}a\.json:6:5/);
  assert.match(out, /failed {2}a\.yaml:6:5/);
});

test("values that are long are shown around their first difference", (context) => {
  const long = (middle) => `${"x".repeat(100_000)}${middle}${"y".repeat(100_000)}`;
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, 1]));
  const users = [{ id: "u1", email: "jane@example.com", data: { text: long("found") } }];
  const expect = { user: { data: { text: long("expected"), ...many } } };
  const files = { "a.json": firstLogin({ users, expect }) };
  const { out } = report(context, "pretty", { files, words: ["a.json"] });
  assert.match(out, /\/user\/data\/k0\n[\s\S]*… and 81 more\n/);
  const alone = {
    "a.json": firstLogin({ users, expect: { user: { data: { text: long("wanted") } } } }),
  };
  for (const reporter of ["pretty", "tap", "junit", "github"]) {
    const { out } = report(context, reporter, { files: alone, words: ["a.json"] });
    assert.match(out, /…x+wantedy+…/, reporter);
    assert.match(out, /…x+foundy+…/, reporter);
    assert.ok(out.length < 4000, `${reporter} prints ${out.length} characters`);
  }
});

/** Reads TAP 14 strictly. */
function readTap(text) {
  const lines = text.split("\n");
  assert.equal(lines.shift(), "TAP version 14");
  const plan = /^1\.\.(\d+)$/.exec(lines.shift());
  const points = [];
  while (lines.length > 0) {
    const line = lines.shift();
    if (line === "" || line.startsWith("# ")) continue;
    const point = /^(not )?ok (\d+) - ((?:[^\\#]|\\[\\#])*)( # SKIP .*)?$/.exec(line);
    assert.ok(point, `no test point: ${line}`);
    const block = [];
    if (lines[0] === "  ---") {
      lines.shift();
      while (lines[0] !== "  ...") block.push(lines.shift().replace(/^ {2}/, ""));
      lines.shift();
    }
    const [, not, number, description, skip] = point;
    points.push({
      ok: !not,
      number: Number(number),
      description,
      skip,
      more: parse(block.join("\n")),
    });
  }
  assert.equal(points.length, Number(plan[1]));
  return points;
}

test("tap: plan, points and YAML blocks are valid whatever the names are", (context) => {
  const { code, out } = report(context, "tap");
  assert.equal(code, 3);
  const points = readTap(out);
  assert.deepEqual(
    points.map(({ number, ok }) => [number, ok]),
    [
      [1, true],
      [2, false],
      [3, false],
      [4, true],
    ],
  );
  const [, bad, broken, plain] = points;
  assert.match(bad.description, /^bad\.json: a \\# TODO b\\\\c \]\]> /);
  assert.equal(bad.more.severity, "fail");
  assert.equal(bad.more.at.file, "bad.json");
  assert.ok(bad.more.at.line > 1);
  assert.deepEqual(bad.more.differences[0], { path: "/status", expected: "401", found: "200" });
  assert.equal(broken.more.findings[0].code, "not-json");
  assert.match(plain.skip, /no `expect`/);
  assert.equal(typeof points[0].more.duration_ms, "number");
});

/** The tags of an XML text, which has to be well-formed and of characters that XML 1.0 allows. */
function readXml(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
  assert.doesNotMatch(text, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
  const [declaration, ...rest] = text.split("\n");
  assert.equal(declaration, '<?xml version="1.0" encoding="UTF-8"?>');
  const open = [];
  const elements = [];
  const piece =
    /<(\/?)([a-z]+)((?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#\d+);[^"<&]*)*")*)(\/?)>|([^<>&]+|&(?:amp|lt|gt|#\d+);)/y;
  const body = rest.join("\n");
  for (let at = 0; at < body.length; at = piece.lastIndex) {
    piece.lastIndex = at;
    const found = piece.exec(body);
    assert.ok(found, `not well-formed at: ${body.slice(at, at + 80)}`);
    const [, closes, name, attributes, empty, characters] = found;
    if (characters !== undefined) {
      if (open.length > 0) open.at(-1).text += characters;
    } else if (closes) {
      assert.equal(open.pop().name, name);
    } else {
      const pairs = [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [
        key,
        value,
      ]);
      const element = {
        name,
        ...Object.fromEntries(pairs.map(([key, value]) => [`@${key}`, value])),
        text: "",
      };
      elements.push(element);
      if (!empty) open.push(element);
    }
  }
  assert.equal(open.length, 0);
  return elements;
}

test("junit: the XML is well-formed whatever the names are, and counts", (context) => {
  const { code, out } = report(context, "junit");
  assert.equal(code, 3);
  const elements = readXml(out);
  const named = (name) => elements.filter((element) => element.name === name);
  const [suite] = named("testsuite");
  assert.deepEqual(
    ["@tests", "@failures", "@errors", "@skipped"].map((key) => suite[key]),
    ["4", "1", "1", "1"],
  );
  const [, bad, broken] = named("testcase");
  assert.match(
    bad["@name"],
    /^a # TODO b\\c \]\]&gt; &lt;x&gt; &amp; &quot;q&quot; \[31m \| `m` @you&#13;&#10;::error/,
  );
  assert.deepEqual([bad["@classname"], bad["@file"]], ["bad.json", "bad.json"]);
  assert.ok(Number(bad["@line"]) > 1 && Number(bad["@time"]) > 0);
  const [failure] = named("failure");
  assert.match(failure["@message"], /\/status is not as expected and 1 more/);
  assert.match(failure.text, /\/status \(bad\.json:\d+\)\n {2}expected 401\n {2}found {4}200/);
  assert.equal(broken["@name"], "broken.json");
  assert.equal(named("error")[0]["@type"], "not-json");
  assert.equal(named("skipped").length, 1);
});

test("github: commands are escaped, and nothing else is read as one", (context) => {
  const file = "a b,c:d%e.json";
  const files = { [file]: FILES["bad.json"], "broken.json": FILES["broken.json"] };
  const { code, out, err } = report(context, "github", { files, words: [file, "broken.json"] });
  assert.equal(code, 3);
  assert.equal(err, "");
  const [, token] = /^::stop-commands::([0-9a-f-]{36})\n/.exec(out);
  const [told, annotations] = out.split(`\n::${token}::\n`);
  assert.match(told, /failed {2}a b,c:d%e\.json/);
  const commands = annotations.trimEnd().split("\n");
  assert.equal(commands.length, 3);
  for (const command of commands) assert.match(command, /^::error (?:\w+=[^:,\s][^:,\n]*,?)+::.+$/);
  const [status, name, broken] = commands;
  assert.match(status, /^::error file=a b%2Cc%3Ad%25e\.json,line=\d+,col=5,title=a # TODO /);
  assert.match(status, /::\/status%0Aexpected {2}401%0Afound {5}200$/);
  assert.match(name, /::\/user\/firstName%0A/);
  assert.match(broken, /file=broken\.json,line=1,col=\d+,title=not-json::.*%0Ahelp: /);
});

test("github: files are named from the repository, and a table goes to the run's page", (context) => {
  const cwd = directoryWith(context, {
    "app/bad.json": FILES["bad.json"],
    "summary.md": "before\n",
  });
  const env = { GITHUB_WORKSPACE: cwd, GITHUB_STEP_SUMMARY: join(cwd, "summary.md") };
  const words = ["test", "--reporter", "github", "bad.json"];
  const { out } = run(words, { cwd: join(cwd, "app"), env });
  assert.match(out, /::error file=app\/bad\.json,/);
  const summary = readFileSync(join(cwd, "summary.md"), "utf8");
  assert.match(summary, /^before\n### reconcile-kit: 0 passed, 1 failed\n/);
  const [row, ...more] = summary.split("\n").filter((line) => line.startsWith("| a "));
  assert.equal(more.length, 0);
  assert.match(row, /&lt;x&gt; &amp;/);
  assert.equal(row.replaceAll(/\\./g, "").split("|").length, 5, "a cell has a bar in it");
});

test("`--json` keeps every digit, and says where and why", (context) => {
  const text = JSON.stringify(
    firstLogin({ expect: { user: { data: { n: "N" } } }, users: "USERS" }),
    null,
    2,
  );
  const cwd = directoryWith(context, { "broken.json": FILES["broken.json"] });
  const user = '{"id": "u1", "email": "jane@example.com", "data": {"n": 9007199254740993}}';
  const digits = text.replace('"N"', "9007199254740992").replace('"USERS"', `[${user}]`);
  writeFileSync(join(cwd, "a.json"), digits);
  const { code, out } = run(["test", "--json", "a.json", "broken.json"], { cwd });
  assert.equal(code, 3);
  assert.match(out, /"expected": 9007199254740992,\n +"found": 9007199254740993\n/);
  const { passed, failed, results, invalid } = JSON.parse(out);
  assert.deepEqual([passed, failed], [0, 2]);
  assert.ok(results[0].line > 1);
  assert.equal(results[1].findings[0].code, "not-json");
  assert.equal(invalid[0].file, "broken.json");
});
