// `preview --log`: a debug log beside what the preview of a scenario says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { directoryWith, run } from "./support/cli.mjs";
import { at, NEW, OLD, PROVIDER, USER } from "./support/logs.mjs";

/** The scenario of a login, and the log of it. */
function login(changes = {}) {
  return {
    identityProvider: {
      id: PROVIDER,
      name: "Cognito",
      type: "OpenIDConnect",
      enabled: true,
      debug: true,
      linkingStrategy: "LinkByEmail",
      ...changes,
    },
    users: [{ id: USER, email: "jane@example.com" }],
    login: { userinfo: { sub: "7f3a", email: "jane@example.com", given_name: "Jane" } },
  };
}

const LOG = `OpenID Connect IdP Response Debug Log for [Cognito] with Id [${PROVIDER}]

${at("Build a new user object from the returned Userinfo response:")}
{
  "sub" : "7f3a",
  "given_name" : "Jane",
  "email" : "jane@example.com"
}
${at("Linking strategy [LinkByEmail]")}
${at("Resolved email to [jane@example.com]")}
${at("Resolved unique Id to [7f3a]")}
${at("Identity provider returned a unique Id [7f3a].")}
${at("The user with the email address [jane@example.com] already exists.")}
`;

/** The comparison below a preview, and the exit code. */
function compare(context, log, scenario = login()) {
  const cwd = directoryWith(context, { "login.json": scenario, "debug.log": log });
  const { code, out, err } = run(["preview", "login.json", "--log", "debug.log"], { cwd });
  const whole = out.slice(out.lastIndexOf("\nLog") + 1).replaceAll(/\n {30}/g, " ");
  const lines = whole.split("\n");
  return { code, out, err, lines: lines.map((line) => line.replace(/ +/g, " ").trim()) };
}

test("a log of the same login is the same, line by line, whatever the time and the order", (context) => {
  const { code, out, lines } = compare(context, LOG);
  assert.equal(code, 0);
  assert.match(out, /^200 link-existing/);
  assert.deepEqual(lines.slice(0, 3), [
    "Log",
    `same 1 OpenID Connect IdP Response Debug Log for [Cognito] with Id [${PROVIDER}]`,
    "same 3 Build a new user object from the returned Userinfo response:",
  ]);
  assert.deepEqual(lines.slice(-3), ["The preview says what the log says.", "Lines: 7 same.", ""]);
});

test("a difference is shown with both lines, and JSON with the members that differ", (context) => {
  const other = LOG.replace("[jane@example.com]\n", "[john@example.com]\n").replace(
    '"Jane"',
    '"Joan"',
  );
  const { code, lines } = compare(context, other);
  assert.equal(code, 1);
  const place = lines.indexOf("differs 10 Resolved email to [john@example.com]");
  assert.equal(lines[place + 1], "preview: Resolved email to [jane@example.com]");
  const json = "differs 3 Build a new user object from the returned Userinfo response:";
  assert.ok(lines.includes(`${json} members: given_name`));
  assert.ok(lines.includes("The preview does not say what the log says."));
  assert.ok(lines.includes("Lines: 5 same, 2 differs."));
});

test("lines of one side only are named as such, in their place", (context) => {
  const linked = LOG.replace(
    /The user with.*/,
    `User with Id [${USER}] is linked to this external user.`,
  );
  const { code, lines } = compare(context, linked);
  assert.equal(code, 1);
  const only = lines.filter((line) => line.startsWith("only "));
  assert.deepEqual(only, [
    "only in the preview The user with the email address [jane@example.com] already exists.",
    `only in the log 13 User with Id [${USER}] is linked to this external user.`,
  ]);
});

test("what no scenario has is not compared and does not count", (context) => {
  const more = `${LOG}${at("Updating user:")}\n{ "id" : "${USER}" }
${at("Access Token Response:")}\n{ "token_type" : "Bearer" }
${at("Resolved username to [null]")}
${at("Nobody knows this line")}
`;
  const { code, lines } = compare(context, more);
  assert.equal(code, 0);
  assert.ok(lines.includes("not compared 14 Updating user:"));
  assert.ok(lines.includes("Lines: 7 same, 3 not compared, 1 of unknown wording."));
});

test("a log without its header, or cut, is compared as far as it goes", (context) => {
  const { code, lines } = compare(context, LOG.slice(LOG.indexOf("3/24")));
  assert.deepEqual([code, lines.at(-2)], [0, "Lines: 6 same."]);
  const cut = compare(context, LOG.slice(0, LOG.indexOf('"email"')));
  assert.equal(cut.code, 1);
  assert.ok(
    cut.lines.includes("same 3 Build a new user object from the returned Userinfo response:"),
  );
});

test("several logins are compared one by one, and of several providers the one that is previewed", (context) => {
  const { login: first, ...rest } = login();
  const twice = { ...rest, logins: [first, first] };
  const second = LOG.replace(
    /The user with.*/,
    `User with Id [${USER}] is linked to this external user.`,
  );
  const { code, out } = compare(context, `${OLD}\n${NEW}\n\n${LOG}\n${second}`, twice);
  assert.equal(code, 0);
  assert.match(out, /\nLog, login 1 of 2\n/);
  assert.match(out, /\nLog, login 2 of 2\n/);
  const missing = compare(context, LOG, twice);
  assert.equal(missing.code, 1);
  assert.match(missing.out, /only in the preview +User with Id/);
});

test("without debug there is nothing to compare, and that is said of the scenario", (context) => {
  const { code, err } = compare(context, LOG, login({ debug: false }));
  assert.equal(code, 3);
  assert.match(err, /error no-debug-log {2}login\.json\n/);
  assert.match(err, /at {8}\/identityProvider\/debug/);
});

test("a file that is no log is an error of its own, and the preview is there", (context) => {
  const { code, out, err } = compare(context, "nothing of the kind");
  assert.equal(code, 3);
  assert.match(out, /^200 link-existing/);
  assert.match(err, /log-not-recognised {2}debug\.log:1:1/);
});

test("`--log` goes with one scenario and without `--json`", (context) => {
  const cwd = directoryWith(context, { "login.json": login(), "debug.log": LOG });
  for (const words of [
    ["login.json", "--json"],
    ["login.json", "login.json"],
  ]) {
    const { code, err } = run(["preview", ...words, "--log", "debug.log"], { cwd });
    assert.equal(code, 2);
    assert.match(err, /`--log` goes with one scenario/);
  }
});
