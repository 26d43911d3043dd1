// `init --from-log`: every form in which a debug log is pasted becomes the scenario that it shows.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { directoryWith, run } from "./support/cli.mjs";
import { at, EXISTING, LAMBDA, NEW, OLD, PROVIDER, tokenOf, USER } from "./support/logs.mjs";

/** What `init --from-log` prints and writes for a log. */
function init(context, log, name = "debug.log") {
  const cwd = directoryWith(context, { [name]: log });
  const call = run(["init", "--from-log", name, "out"], { cwd });
  const file = join(cwd, "out/debug.scenario.json");
  const scenario = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  return { ...call, cwd, scenario, told: call.out.replaceAll(/\s+/g, " ") };
}

test("an old log gives endpoints, userinfo, the ID token's claims and the lambda", (context) => {
  const { code, out, err, scenario } = init(context, OLD);
  assert.deepEqual([code, err], [0, ""]);
  const { $schema, name, ...rest } = scenario;
  assert.match($schema, /scenario\.schema\.json$/);
  assert.match(
    name,
    /^A login through Office 365, read from debug\.log; not in the log: the linking/,
  );
  assert.deepEqual(rest, {
    now: "2020-04-06T02:27:52Z",
    identityProvider: {
      id: PROVIDER,
      name: "Office 365",
      type: "OpenIDConnect",
      enabled: true,
      debug: true,
      lambdaConfiguration: { reconcileId: LAMBDA },
      oauth2: {
        issuer: "https://sts.example/1d8e48a5",
        token_endpoint: "https://login.example/oauth2/token",
        userinfo_endpoint: "https://login.example/openid/userinfo",
      },
    },
    users: [],
    links: [],
    login: {
      userinfo: {
        aud: null,
        sub: "qsxcDFG",
        amr: '["pwd"]',
        family_name: "Doe",
        given_name: "Jane",
        upn: "jane@example.com",
      },
      idToken: {
        iss: "https://sts.example/1d8e48a5",
        sub: "qsxcDFG",
        email: "jane@example.com",
        groups: ["staff"],
      },
    },
  });
  assert.match(out, /Written\n {2}out\/debug\.scenario\.json \(one login\)/);
  assert.match(out, /line 5 {4}`issuer` is the ID token's `iss`/);
  assert.match(out, /the lambda's text; add `"lambda": \{ "file": "reconcile\.js" \}`/);
  assert.doesNotMatch(out, /Not read/);
});

test("a newer log gives strategy, user and link, and says what stands for the unknown", (context) => {
  const { code, told, scenario } = init(context, NEW);
  assert.equal(code, 0);
  assert.equal(scenario.identityProvider.linkingStrategy, "LinkByEmail");
  assert.deepEqual(scenario.users, [{ id: USER }]);
  assert.deepEqual(scenario.links, [
    {
      identityProviderId: "unknown-identity-provider",
      identityProviderUserId: "sso-user@example.com",
      userId: USER,
    },
  ]);
  assert.deepEqual(scenario.login.userinfo, {
    email: "sso-user@example.com",
    preferred_username: "sso-user",
    sub: "sso-user@example.com",
  });
  assert.match(told, /there is no header: taken for `OpenIDConnect`/);
  assert.match(told, /line 2 the e-mail address is written as the claim `email` of the userinfo/);
  assert.match(told, /`unknown-identity-provider` stands for the identity provider's id/);
  assert.match(told, /what the userinfo endpoint answered/);
});

test("an existing user is written with what FusionAuth says of them", (context) => {
  const { code, out, scenario } = init(context, EXISTING);
  assert.equal(code, 0);
  assert.equal(scenario.identityProvider.type, "Google");
  assert.deepEqual(scenario.users, [{ id: USER, email: "jane@example.com", username: "jane" }]);
  assert.deepEqual(scenario.links, []);
  assert.equal(scenario.login.userinfo.email_verified, "true");
  assert.doesNotMatch(out, /Not read/);
});

test("times, line ends, quoting and fences do not matter", (context) => {
  const plain = init(context, OLD).scenario;
  const bare = OLD.replace(/^4\/6\/2020 02:27:5\d AM UTC /gm, "");
  const forms = {
    "without times": [bare, undefined],
    "with CRLF": [OLD.replaceAll("\n", "\r\n"), plain.now],
    "with a byte order mark": [`\ufeff${OLD}`, plain.now],
    "quoted in a mail": [OLD.replace(/^/gm, "> "), plain.now],
    "in fences": [`\`\`\`text\n${OLD}\`\`\`\n`, plain.now],
    "with Java's narrow blanks": [OLD.replaceAll(" AM", "\u202fAM"), plain.now],
    "with other times": [
      OLD.replace(/4\/6\/2020 02:27:5\d AM UTC/g, "2020-04-06T04:27:52+02:00"),
      plain.now,
    ],
    "with times of an unknown zone": [OLD.replaceAll("AM UTC", "AM CEST"), undefined],
    "JSON beside the words": [OLD.replaceAll(":\n{", ": {"), plain.now],
    "without line ends outside the JSON": [OLD.replaceAll(/\n(?=4\/6)/g, " "), plain.now],
  };
  for (const [form, [log, now]] of Object.entries(forms)) {
    const { code, scenario, err } = init(context, log);
    assert.equal(code, 0, `${form}: ${err}`);
    const { now: plainNow, ...expected } = plain;
    assert.deepEqual(scenario, { ...expected, ...(now ? { now } : {}) }, form);
  }
});

test("HTML is taken off, once or twice", (context) => {
  const plain = init(context, OLD).scenario;
  const escaped = (text) =>
    text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const once = `<pre>${escaped(OLD)}</pre>`;
  for (const log of [once, escaped(escaped(OLD)), once.replaceAll("\n", "<br>\n")]) {
    assert.deepEqual(init(context, log).scenario, plain);
  }
});

test("an ampersand that belongs to a value stays", (context) => {
  const log = OLD.replace("Jane", "Tom &amp; Jerry");
  assert.equal(init(context, log).scenario.login.userinfo.given_name, "Tom &amp; Jerry");
});

test("answers of the event-log API and outcomes are logs too, with lines of the file", (context) => {
  const plain = init(context, OLD).scenario;
  const strange = OLD.replace("Invoke configured", "Something else with");
  const forms = [
    { eventLog: { id: 7, type: "Debug", message: OLD } },
    {
      eventLogs: [
        { type: "Information", message: "Hello" },
        { type: "Debug", message: OLD },
      ],
    },
    { status: 200, eventLog: [{ type: "Debug", message: OLD }] },
    { logins: [{ eventLog: [{ type: "Debug", message: OLD }] }] },
  ];
  for (const form of forms) assert.deepEqual(init(context, form).scenario, plain);
  const { out } = init(context, { a: 1, eventLog: { type: "Debug", message: strange } });
  // Inside a message, lines are counted from the one on which it begins.
  assert.match(out, new RegExp(`line ${5 + strange.trim().split("\n").length - 1} `));
});

test("several logins become several, in the order of their times", (context) => {
  const login = (time, lines) =>
    [
      `OpenID Connect IdP Response Debug Log for [Cognito] with Id [${PROVIDER}]`,
      "",
      ...lines.map((line) => at(line, time)),
    ].join("\n");
  const common = ["Linking strategy [LinkByEmail]", "Resolved unique Id to [7f3a]"];
  const later = login("3/24/2026 04:00:00 PM Z", [
    ...common,
    `User with Id [${USER}] is linked to this external user.`,
  ]);
  const first = login("3/24/2026 03:00:00 PM Z", common);
  const { out, scenario } = init(context, `${later}\n\n${first}\n`);
  assert.equal(scenario.now, "2026-03-24T15:00:00Z");
  assert.deepEqual(scenario.logins, [{ userinfo: { sub: "7f3a" } }, { userinfo: { sub: "7f3a" } }]);
  // The first of the two made the link, so it did not exist before.
  assert.deepEqual([scenario.users, scenario.links], [[], []]);
  assert.match(out, /an earlier login made this link/);
  assert.match(scenario.name, /^2 logins through Cognito/);
});

test("logins without headers are told apart by what a login says once", (context) => {
  const { scenario } = init(context, `${NEW}\n${NEW.replaceAll("sso-user", "other")}`);
  assert.deepEqual(
    scenario.logins.map(({ userinfo }) => userinfo.sub),
    ["sso-user@example.com", "other@example.com"],
  );
});

test("each identity provider gets a scenario of its own", (context) => {
  const { cwd, out, scenario } = init(context, `${OLD}\n\n${EXISTING}`);
  const other = JSON.parse(readFileSync(join(cwd, "out/debug-2.scenario.json"), "utf8"));
  assert.equal(scenario.identityProvider.type, "OpenIDConnect");
  assert.equal(other.identityProvider.type, "Google");
  assert.match(out, /out\/debug\.scenario\.json \(one login\)\n {2}out\/debug-2\.scenario\.json/);
});

test("names of claims are concluded from what was resolved", (context) => {
  const resolved = [
    "Resolved email to [jane@example.com]",
    "Resolved username to [Jane Doe]",
    "Resolved unique Id to [5150]",
  ];
  const userinfo = (claims) =>
    `${at("Build a new user object from the returned Userinfo response:")}\n${JSON.stringify(claims, null, 2)}\n`;
  const lines = resolved.map((line) => at(line)).join("\n");
  const { out, scenario } = init(
    context,
    userinfo({
      sub: "other",
      id: 5150,
      upn: "jane@example.com",
      mail: "jane@example.com",
      name: "Jane Doe",
    }) + lines,
  );
  assert.deepEqual(scenario.identityProvider.oauth2, {
    emailClaim: "upn",
    usernameClaim: "name",
    uniqueIdClaim: "id",
  });
  assert.match(out, /the e-mail address is the claim `upn`; `mail` would fit as well/);

  const hidden = init(context, userinfo({ sub: "5150" }) + lines);
  assert.deepEqual(hidden.scenario.login.idToken, {
    email: "jane@example.com",
    preferred_username: "Jane Doe",
  });
  assert.match(hidden.told, /`email` of the ID token, because userinfo does not have it/);

  const contrary = init(context, userinfo({ sub: "5150", email: "john@example.com" }) + lines);
  assert.equal(contrary.scenario.login.userinfo.email, "john@example.com");
  assert.match(contrary.told, /no claim that the log shows holds the e-mail address/);
});

test("an ID token that FusionAuth could not verify does not count", (context) => {
  const lines = [
    "No JSON Web Keys are available to attempt to verify the [id_token].",
    "Attempt to verify the [id_token] using the client secret.",
    "Unable to verify the [id_token]. A JWT verifier was built using using the [kid] value of [a1] but the verifier cannot verify token signed using [RS256].",
  ];
  const log = `${OLD}${lines.map((line) => at(line, "4/6/2020 02:27:53 AM UTC")).join("\n")}\n`;
  const { scenario } = init(context, log);
  assert.equal(scenario.login.idTokenVerified, false);
  assert.equal(scenario.identityProvider.oauth2.issuer, undefined);
  assert.equal(scenario.login.idToken.email, "jane@example.com");
});

test("what cannot be read is listed with its lines", (context) => {
  const cut = OLD.slice(0, OLD.indexOf('"family_name"'));
  const { code, told, scenario } = init(context, cut);
  assert.equal(code, 0);
  assert.deepEqual(scenario.login.userinfo, { aud: null, sub: "qsxcDFG", amr: '["pwd"]' });
  assert.match(
    told,
    /line 15 `Build a new user object .* the JSON below it is cut; 3 members were read/,
  );

  const middle = OLD.slice(OLD.indexOf('"refresh_token"'));
  const begun = init(context, middle);
  assert.match(begun.told, /line 1 .*: its wording is not known \(up to line 3\)/);
  assert.equal(begun.scenario.login.userinfo.sub, "qsxcDFG");

  const masked = init(context, OLD.replace(/"id_token" : "[^"]*"/, '"id_token" : "eyJ0e...."'));
  assert.match(masked.out, /line 5 {4}the ID token cannot be read \(`jwt-/);
  assert.equal(masked.scenario.login.idToken, undefined);

  const odd = init(context, `${OLD}\n${at("Reticulating splines [7]")}\n`);
  assert.match(odd.told, /Not read line 26 `Reticulating splines \[7\]`: its wording is not known/);
});

test("an unknown wording is read by the words in it, and that is said", (context) => {
  const log = OLD.replace(
    "Build a new user object from the returned Userinfo response:",
    "Userinfo response from the provider:",
  );
  const { out, scenario } = init(context, log);
  assert.equal(scenario.login.userinfo.given_name, "Jane");
  assert.match(out, /line 15 {3}read as what the userinfo endpoint answered/);
});

test("numbers keep their digits, and hostile keys stay keys", (context) => {
  const log = `${at("Build a new user object from the returned Userinfo response:")}
{ "sub" : 12345678901234567890, "__proto__" : { "x" : 1 }, "constructor" : "c" }`;
  const cwd = directoryWith(context, { "debug.log": log });
  assert.equal(run(["init", "--from-log", "debug.log"], { cwd }).code, 0);
  const text = readFileSync(join(cwd, "debug.scenario.json"), "utf8");
  assert.match(text, /"sub": 12345678901234567890/);
  assert.match(text, /"__proto__": \{\s*"x": 1\s*\}/);
});

test("a token that a mail program broke over lines is put together again", (context) => {
  const token = tokenOf({ sub: "qsxcDFG", email: "jane@example.com" });
  const wrapped = OLD.replace(
    /"id_token" : "[^"]*"/,
    `"id_token" : "${token.match(/.{1,40}/g).join("\n")}"`,
  );
  const { out, told, scenario } = init(context, wrapped);
  assert.equal(scenario.login.idToken.email, "jane@example.com");
  assert.match(told, /a text in the JSON below it is broken over lines and was joined/);
  for (const piece of token.match(/.{1,40}/g)) assert.ok(!out.includes(piece));
});

test("failures are named, and a log that shows nobody is refused", (context) => {
  const failed = `OpenID Connect IdP Response Debug Log for [Cognito] with Id [${PROVIDER}]

${at("Call the configured Token endpoint [https://login.example/oauth2/token]")}
${at("Request to the [https://login.example/oauth2/token] endpoint failed. Status code [400]")}
Error response is 
{
  "error" : "invalid_grant"
}
Failed to complete a login for Identity Provider Cognito.
The following errors occurred:
{ "fieldErrors" : { }, "generalErrors" : [ { "code" : "[Exception]", "message" : "x" } ] }
`;
  const alone = init(context, failed);
  assert.equal(alone.code, 3);
  assert.match(alone.err, /error log-shows-no-login {2}debug\.log:10:1/);
  assert.match(alone.err, /docs\/rules\/log-shows-no-login\.md/);
  assert.equal(alone.scenario, undefined);

  const beside = init(context, `${OLD}\n${failed}`);
  assert.equal(beside.code, 0);
  assert.match(beside.out, /line 29 {3}a request to the identity provider failed/);
  assert.match(beside.out, /line 34 {3}the login failed/);
  assert.match(beside.out, /line 26 {3}a login that ends before anybody is known/);
});

test("what is no log is refused with the first line of it", (context) => {
  const { code, err } = init(context, "\n\nDear colleague,\nplease find attached\n");
  assert.equal(code, 3);
  assert.match(err, /error log-not-recognised {2}debug\.log:3:1/);
  assert.match(err, /found {5}Dear colleague,/);
  assert.match(init(context, "").err, /log-not-recognised {2}debug\.log:1:1/);
  assert.match(init(context, "{}").err, /log-not-recognised/);
  assert.equal(run(["init", "--from-log", "no.log"], { cwd: "." }).code, 2);
});

test("what cannot be simulated is refused at its line, and nothing is written", (context) => {
  const steam = `\n\nSteam Deck IdP Response Debug Log for [S] with Id [${PROVIDER}]\n${at("Resolved unique Id to [1]")}\n`;
  const { code, err, scenario } = init(context, steam);
  assert.equal(code, 3);
  assert.match(err, /debug\.log:3:1\n {2}what the log shows cannot be simulated: /);
  assert.equal(scenario, undefined);
});

test("nothing is overwritten", (context) => {
  const cwd = directoryWith(context, { "debug.log": OLD, "debug.scenario.json": "{}" });
  const { code, err } = run(["init", "--from-log", "debug.log"], { cwd });
  assert.equal(code, 2);
  assert.match(err, /is there already, and nothing was written/);
  assert.equal(readFileSync(join(cwd, "debug.scenario.json"), "utf8"), "{}");
});
