// `test --update`: `expect` says afterwards what came out, and the rest of the file stays as it was.

import assert from "node:assert/strict";
import { chmodSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { directoryWith, run } from "./support/cli.mjs";
import { BROKEN, ENDLESS } from "./support/lambdas.mjs";
import { firstLogin } from "./support/scenarios.mjs";
import { source } from "./support/source.mjs";

const { write } = await source("cli/test/update/index");

/** Updates `files` and gives what their texts are then; a second update changes nothing, and all pass. */
function updated(context, files) {
  const cwd = directoryWith(context, files);
  const names = Object.keys(files);
  const { code, out, err } = run(["test", "--update", ...names], { cwd });
  assert.equal(code, 0, out + err);
  const textOf = (file) => readFileSync(join(cwd, file), "utf8");
  const texts = Object.fromEntries(names.map((file) => [file, textOf(file)]));
  const again = run(["test", "--update", ...names], { cwd });
  assert.equal(again.code, 0);
  assert.doesNotMatch(again.out, /updated/);
  for (const [file, text] of Object.entries(texts)) assert.equal(textOf(file), text);
  return { out, texts, cwd };
}

test("only what `expect` names is written, and the difference is shown", (context) => {
  const scenario = firstLogin({
    expect: { status: 401, user: { firstName: "Jane", email: "x", active: true } },
  });
  const { out, texts } = updated(context, { "a.json": scenario });
  const { expect } = JSON.parse(texts["a.json"]);
  const user = { firstName: null, email: "jane@example.com", active: true };
  assert.deepEqual(expect, { status: 200, user });
  assert.match(out, /^updated a\.json/m);
  assert.match(out, /\/expect\/status\n +- 401\n +\+ 200\n/);
  assert.match(out, /\/expect\/user\/firstName\n +- "Jane"\n +\+ null\n/);
  assert.doesNotMatch(out, /active/);
  assert.match(out, /\n1 passed, 0 failed, 1 updated\n$/);
});

test("an empty `expect` gets how it ends and what changes", (context) => {
  const { identityProvider, login } = firstLogin();
  const disabled = { ...identityProvider, enabled: false };
  const { texts } = updated(context, {
    "create.json": firstLogin({ expect: {} }),
    "reject.json": firstLogin({ identityProvider: disabled, expect: {} }),
    "several.json": { identityProvider, logins: [login, login], expect: {} },
  });
  const expectOf = (file) => JSON.parse(texts[file]).expect;
  const created = { status: 200, decision: "create", user: { email: "jane@example.com" } };
  assert.deepEqual(expectOf("create.json"), created);
  assert.deepEqual(expectOf("reject.json"), {
    status: 400,
    decision: "reject",
    error: { code: "IdentityProviderDisabled" },
  });
  assert.deepEqual(expectOf("several.json"), {
    logins: [created, { status: 200, decision: "linked" }],
  });
});

test("of a list's new entries as much is written as of the old ones", (context) => {
  const { identityProvider, login } = firstLogin();
  const { texts } = updated(context, {
    "longer.json": {
      identityProvider,
      logins: [login, login, login],
      expect: { logins: [{ decision: "create", user: { email: "x" } }, { status: 0 }] },
    },
    "account.json": firstLogin({ expect: { user: null, registration: null } }),
  });
  const [first, second, third] = JSON.parse(texts["longer.json"]).expect.logins;
  const linked = { decision: "linked", user: { email: "jane@example.com" }, status: 200 };
  assert.deepEqual(first, { ...linked, decision: "create" });
  assert.deepEqual([second, third], [linked, linked]);
  assert.deepEqual(JSON.parse(texts["account.json"]).expect, {
    user: { email: "jane@example.com" },
    registration: {},
  });
});

/** A scenario as somebody with a taste of their own lays one out. */
const LAID_OUT = `{
\t"identityProvider" : {"enabled":true,   "linkingStrategy": "LinkByEmail"},
\t"users":[{"id":"u1","email":"jane@example.com","data":{"n":9007199254740993,"tags":["a","b"],"f":1.0}}],
\t"login": {"userinfo": {"sub": "1", "email": "jane@example.com", "email_verified":"true"}},

\t"expect": {
\t\t"status":  401, "decision": "create",
\t\t"user": {
\t\t\t"data": {"n": 1, "tags": [], "f": 2}
\t\t}
\t},
\t"name": "\\u004aane"
}`;

test("JSON keeps its layout, its order and its digits", (context) => {
  const { texts } = updated(context, { "a.json": LAID_OUT });
  const wanted = LAID_OUT.replace("401", "200")
    .replace('"decision": "create"', '"decision": "link-existing"')
    .replace(
      '{"n": 1, "tags": [], "f": 2}',
      '{"n": 9007199254740993, "tags": ["a", "b"], "f": 1.0}',
    );
  assert.equal(texts["a.json"], wanted);
});

test("line ends, indentation, a byte order mark and the file's mode are kept", (context) => {
  const text = `\ufeff${JSON.stringify(firstLogin({ expect: {} }), null, 4)}\n`.replaceAll(
    "\n",
    "\r\n",
  );
  const cwd = directoryWith(context, {
    "a.json": text,
    "min.json": JSON.stringify(firstLogin({ expect: {} })),
  });
  chmodSync(join(cwd, "a.json"), 0o640);
  assert.equal(run(["test", "--update"], { cwd }).code, 0);
  const after = readFileSync(join(cwd, "a.json"), "utf8");
  const wanted =
    '"expect": {\r\n        "status": 200,\r\n        "decision": "create",\r\n        "user": {\r\n            "email": "jane@example.com"\r\n        }\r\n    }\r\n}\r\n';
  assert.equal(after, text.replace('"expect": {}\r\n}\r\n', wanted));
  assert.equal(statSync(join(cwd, "a.json")).mode & 0o777, 0o640);
  const small = readFileSync(join(cwd, "min.json"), "utf8");
  assert.ok(!small.includes("\n"));
  assert.match(
    small,
    /"expect":\{"status":200,"decision":"create","user":\{"email":"jane@example\.com"\}\}\}$/,
  );
});

const YAML = `# What Cognito sends.
name:   'Jane   signs in'   # odd spacing
identityProvider: &idp {enabled: true,   linkingStrategy: LinkByEmail}
login:
    userinfo:
        { sub: "1", email: jane@example.com,
          email_verified: "true" }

# What comes of it.
expect:
  # the gist
  status: 401   # was
  decision: "reject"
  user: {email: joe@example.com, active: true}
  registration:
    roles:
    - admin
links: []   # none yet
`;

test("YAML keeps its comments, and everything outside `expect`", (context) => {
  const { texts, out } = updated(context, { "a.yaml": YAML });
  const wanted = YAML.replace("status: 401   # was", "status: 200 # was")
    .replace('"reject"', '"create"')
    .replace("joe@", "jane@")
    .replace("    roles:\n    - admin\n", "    roles: []\n");
  assert.equal(texts["a.yaml"], wanted);
  assert.match(out, /\/expect\/registration\/roles\n +- \["admin"\]\n +\+ \[\]\n/);
});

test("in YAML an anchor of somebody else is not written to", (context) => {
  const text = `identityProvider: {enabled: true, linkingStrategy: LinkByEmail}
users:
  - &jane { id: u1, email: jane@example.com, firstName: Jane, active: true }
login: { userinfo: { sub: "1", email: jane@example.com, email_verified: "true" } }
expect:
  user: *jane
  registration: { username: 1 }
`;
  const lambda = "lambda: { body: \"function reconcile(user) { user.firstName = 'Joe' }\" }\n";
  const { texts } = updated(context, { "a.yaml": text + lambda });
  assert.equal(
    texts["a.yaml"],
    text
      .replace("*jane", "{ id: u1, email: jane@example.com, firstName: Joe, active: true }")
      .replace("username: 1", "username: null") + lambda,
  );
});

test("YAML in one line, with an empty `expect`, and at the end of the file", (context) => {
  const { texts } = updated(context, {
    "flow.yaml":
      '{ identityProvider: { enabled: true }, login: { userinfo: { sub: "1" } }, expect: { status: 1 } }\n',
    "end.yml": 'identityProvider: {enabled: true}\nlogin: {userinfo: {sub: "1"}}\nexpect: {}',
  });
  assert.match(texts["flow.yaml"], /^\{ .*expect: \{ status: 401 \} \}\n$/);
  assert.match(
    texts["end.yml"],
    /\nexpect:\n {2}status: 401\n {2}decision: reject\n {2}error:\n {4}code: \w+\n$/,
  );
});

test("what is broken is no outcome to expect", (context) => {
  const files = {
    "invalid.json": firstLogin({ usrs: [], expect: {} }),
    "lambda.json": firstLogin({ lambda: { body: BROKEN }, expect: { status: 200 } }),
    "endless.json": firstLogin({ lambda: { body: ENDLESS }, expect: {} }),
    "plain.json": firstLogin(),
  };
  const cwd = directoryWith(context, files);
  const { code, out } = run(["test", "--update", ...Object.keys(files)], { cwd });
  assert.equal(code, 4);
  assert.match(out, /\n1 passed, 2 failed\n$/);
  for (const [file, content] of Object.entries(files)) {
    assert.equal(readFileSync(join(cwd, file), "utf8"), JSON.stringify(content, null, 2));
  }
});

test("a file that was changed meanwhile, or went away, is not written", (context) => {
  const cwd = directoryWith(context, { "a.json": "new" });
  const document = { file: join(cwd, "a.json"), source: "old" };
  assert.throws(() => write(document, "update"), /`.*a\.json` was changed while it was tested/);
  assert.equal(readFileSync(document.file, "utf8"), "new");
  const gone = { file: join(cwd, "gone", "a.json"), source: "old" };
  assert.throws(() => write(gone, "update"), /`.*a\.json` cannot be written: ENOENT/);
});

test("of two members of one name the last one counts, and is written", (context) => {
  const text = JSON.stringify(firstLogin({ expect: { status: 1 } }), null, 2);
  const twice = text.replace('"status": 1', '"status": 2,\n    "status": 1');
  const { texts } = updated(context, { "a.json": twice });
  assert.equal(texts["a.json"], twice.replace('"status": 1', '"status": 200'));
});
