// No token and no secret of a log gets into a scenario, a report or a comparison.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { directoryWith, run } from "./support/cli.mjs";
import { loadReader, numbers } from "./support/from-log.mjs";
import { at, EXISTING, OLD, SECRETS, tokenOf } from "./support/logs.mjs";

const { recognised, scenariosFrom, writeExact, writtenText } = await loadReader();

/** Everything that is made of a log: the scenarios and the report. */
function madeOf(log) {
  const read = recognised(log);
  const scenarios = scenariosFrom(read, "debug.log");
  const written = scenarios.map((scenario) => ({ ...scenario, file: "debug.scenario.json" }));
  const texts = scenarios.map(({ scenario }) => writeExact(scenario, 2));
  return [...texts, writtenText(written, read, "debug.log")].join("\n");
}

/** Fails when a piece of a secret that could be used, or recognised, is in the text. */
function assertFree(text, secrets) {
  for (const secret of secrets) {
    for (const part of secret.split(".").filter((piece) => piece.length >= 12)) {
      assert.ok(!text.includes(part), `${part} survives in:\n${text}`);
    }
  }
  assert.doesNotMatch(text, /eyJ[\w-]{8,}/);
}

/** A log in which secrets stand wherever logs have them, and where they do not belong. */
function leaky() {
  const claims = {
    sub: "qsxcDFG",
    email: "jane@example.com",
    access_token: SECRETS.access_token,
    nested: {
      list: [SECRETS.id_token, `Bearer ${SECRETS.refresh_token}`],
      client_secret: "s3cret-s3cret",
    },
    [SECRETS.id_token]: "as a name",
    picture: `https://pictures.example/jane?access_token=${SECRETS.access_token}&size=2`,
  };
  return `OpenID Connect IdP Response Debug Log for [${SECRETS.id_token}] with Id [p1]

${at(`Call the configured Token endpoint [https://login.example/token?client_secret=hush-hush-hush&code=AUTHORISATION-CODE-123]`)}
${at("Authorization: Basic Y2xpZW50OnNlY3JldC1zZWNyZXQ=")}
${at("Access Token Response:")}
${JSON.stringify(SECRETS, null, 2)}
${at("Call the configured Userinfo endpoint [https://login.example/userinfo]")}
${at(`Authorization: Bearer ${SECRETS.access_token}`)}
${at("Build a new user object from the returned Userinfo response:")}
${JSON.stringify(claims, null, 2)}
${at(`Resolved username to [${SECRETS.refresh_token}]`)}
${at("Resolved unique Id to [qsxcDFG]")}
${at(`A line of its own: ${tokenOf({ sub: "another" })}`)}
`;
}

const LEAKED = [
  ...Object.values(SECRETS),
  "s3cret-s3cret",
  "hush-hush-hush",
  "AUTHORISATION-CODE-123",
  "Y2xpZW50OnNlY3JldC1zZWNyZXQ=",
];

test("tokens and secrets are gone, and what was beside them is there", () => {
  const text = madeOf(leaky());
  assertFree(text, LEAKED);
  assert.match(
    text,
    /"picture": "https:\/\/pictures\.example\/jane\?access_token=\(token removed\)&size=2"/,
  );
  assert.match(text, /"sub": "qsxcDFG"/);
  assert.match(text, /"groups": \[\s*"staff"/);
});

test("what is known of a password never gets out", () => {
  assertFree(madeOf(EXISTING), ["averysecretpasswordhash", "c29tZS1zYWx0LXNvbWUtc2FsdA=="]);
});

test("the command line prints and writes none of them", (context) => {
  const cwd = directoryWith(context, { "debug.log": leaky() });
  const made = run(["init", "--from-log", "debug.log", "out"], { cwd });
  assert.equal(made.code, 0, made.err);
  const files = readdirSync(join(cwd, "out")).map((file) => join("out", file));
  const shown = run(["preview", ...files, "--log", "debug.log"], { cwd });
  const texts = [
    made.out,
    shown.out,
    shown.err,
    ...files.map((file) => readFileSync(join(cwd, file), "utf8")),
  ];
  assertFree(texts.join("\n"), LEAKED);
});

test("no cut through a log lets a token out", () => {
  const log = leaky();
  for (let end = 100; end < log.length; end += 37) {
    for (const piece of [log.slice(0, end), log.slice(end)]) {
      let text;
      try {
        text = madeOf(piece);
      } catch (error) {
        text = `${error.message} ${error.found ?? ""}`;
      }
      // The half of a token that a cut leaves is no token any more; the other secrets are whole.
      assert.doesNotMatch(text, /eyJ[\w-]{8,}\.eyJ/, `cut at ${end}`);
      for (const secret of LEAKED.filter((leaked) => piece.includes(`"${leaked}"`))) {
        assert.ok(!text.includes(secret), `cut at ${end}: ${secret}`);
      }
    }
  }
});

test("thousands of secrets are taken out in a moment", () => {
  const random = numbers(1);
  const secret = () => `${random()}${random()}`.replaceAll("0.", "x");
  const members = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [`claim${index}`, secret()]),
  );
  const secrets = Object.values(members).slice(0, 5_000);
  const shown = secrets.map((value) => at(`Note: client_secret=${value}`)).join("\n");
  const log = `${OLD}\n${shown}\n${at("Endpoint response:")}\n${JSON.stringify({ sub: "1", ...members })}`;
  const start = performance.now();
  const text = madeOf(log.replace(/^OpenID.*$/m, "Google IdP Response Debug Log"));
  assert.ok(performance.now() - start < 10_000);
  for (const value of secrets) assert.ok(!text.includes(value));
});
