// Whatever a scenario holds, the tool answers with a code and a place, and never with a stack trace.

import assert from "node:assert/strict";
import { test } from "node:test";
import { simulate } from "../dist/node.js";
import { directoryWith, run } from "./support/cli.mjs";
import { firstLogin } from "./support/scenarios.mjs";

const user = { id: "u1", email: "jane@example.com" };
const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const withToken = (idToken) => firstLogin({ login: { idToken } });
const nested = (open, close) => open.repeat(10_000) + close.repeat(10_000);

/** Name, the file's content, the code that is expected, and where. */
const INPUTS = [
  ["nothing", "", "not-json", ""],
  ["not JSON", '{ "login": {}, }', "not-json", ""],
  ["not UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), "not-utf8", ""],
  ["a list", "[]", "wrong-type", ""],
  ["a text", '"scenario"', "wrong-type", ""],
  ["an unknown key", { ...firstLogin(), usrs: [] }, "unknown-key", "/usrs"],
  ["a wrong type", firstLogin({ login: { userinfo: 5 } }), "wrong-type", "/login/userinfo"],
  ["no login", { identityProvider: {}, users: [] }, "missing-key", ""],
  [
    "a token of two parts",
    withToken(`${part({ alg: "RS256" })}.e30`),
    "jwt-parts",
    "/login/idToken",
  ],
  [
    "an unsigned token",
    withToken(`${part({ alg: "none" })}.e30.`),
    "jwt-alg-none",
    "/login/idToken",
  ],
  [
    "padded base64",
    withToken(`${part({ alg: "RS256" })}.e30=.c2ln`),
    "jwt-base64",
    "/login/idToken",
  ],
  ["10 MB", firstLogin({ name: "n".repeat(10_000_000) }), "document-too-large", ""],
  ["10,000 lists in one another", nested("[", "]"), "document-too-deep", ""],
  ["10,000 objects in one another", nested('{"a":', "}"), "document-too-deep", ""],
  [
    "two users of one id",
    firstLogin({ users: [user, { id: "u1" }] }),
    "duplicate-user",
    "/users/1/id",
  ],
  [
    "two users of one email address",
    firstLogin({ users: [user, { id: "u2", email: "Jane@Example.com" }] }),
    "duplicate-email",
    "/users/1/email",
  ],
  [
    "a link to nobody",
    firstLogin({
      links: [{ identityProviderId: "i", identityProviderUserId: "1", userId: "nobody" }],
    }),
    "link-to-missing-user",
    "/links/0/userId",
  ],
  ["`__proto__`", '{"identityProvider":{},"login":{},"__proto__":{}}', "unknown-key", "/__proto__"],
  [
    "an unknown strategy",
    firstLogin({ identityProvider: { linkingStrategy: "LinkByEmial" } }),
    "unknown-value",
    "/identityProvider/linkingStrategy",
  ],
  ["an unknown version", firstLogin({ fusionauth: "1.99" }), "unknown-version", "/fusionauth"],
];

for (const [name, content, code, path] of INPUTS) {
  test(`${name}: ${code}`, (context) => {
    const cwd = directoryWith(context, { "bad.json": content });
    const json = run(["preview", "--json", "bad.json"], { cwd });
    assert.equal(json.code, 3);
    const [finding] = JSON.parse(json.out).diagnostics;
    assert.deepEqual([finding.code, finding.path, finding.file], [code, path, "bad.json"]);
    assert.ok(finding.help.length > 0);
    assert.doesNotMatch(json.err, /\n\s+at .*[:)]\d/, "a stack trace");
    const checked = run(["check", "--json", "bad.json"], { cwd });
    assert.equal(checked.code, 3);
    assert.ok(JSON.parse(checked.out).some((found) => found.code === code));
  });
}

test("a file that cannot be read exits with 2", (context) => {
  const cwd = directoryWith(context, { "directory/a.json": firstLogin() });
  for (const file of ["missing.json", "directory"]) {
    const { code, out, err } = run(["preview", "--json", file], { cwd });
    assert.equal(code, 2, file);
    assert.equal(JSON.parse(out).diagnostics[0].code, "unreadable-file");
    assert.match(err, /unreadable-file/);
  }
});

test("one module answers all of it, and works on", () => {
  for (const [, content, code] of INPUTS) {
    if (content instanceof Uint8Array) continue;
    assert.throws(() => simulate(content), { code });
    assert.equal(simulate(firstLogin()).status, 200);
  }
});
