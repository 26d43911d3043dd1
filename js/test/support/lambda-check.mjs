// The checker of lambdas, and the texts that its tests run it on.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { source } from "./source.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export const { checkLambda, keepsFromLoading } = await source("lambda-check/public");

/** The ids of the rules, which are the names of their files. */
export function rules() {
  const files = readdirSync(`${root}js/src/lambda-check/rules`);
  return files.map((file) => basename(file, ".ts")).filter((rule) => rule !== "index");
}

/** A page of docs/rules: its summary, its examples and what they are checked with. */
export function pageOf(rule) {
  const page = readFileSync(`${root}docs/rules/${rule}.md`, "utf8");
  const blocks = (mark) => {
    const rest = page.split(`\n\`\`\`${mark}\n`).slice(1);
    return rest.map((text) => text.split("\n```", 1)[0]);
  };
  const [scenario] = blocks("json scenario");
  return {
    summary: page.split("\n\n")[1].replaceAll("\n", " "),
    bad: blocks("js bad"),
    good: blocks("js good"),
    options: { ...(scenario ? { scenario } : {}), kickstart: page.includes("`--kickstart`") },
  };
}

/** FusionAuth's default lambdas in our own words, by their types. */
export function defaultLambdas() {
  const folder = `${root}js/src/cli/default-lambdas/`;
  const files = readdirSync(folder).filter((file) => file.endsWith(".js"));
  return files.map((file) => ({
    type: basename(file, ".js"),
    body: readFileSync(folder + file, "utf8"),
  }));
}

/** The codes of what is found in `body` and matters. */
export function serious(body, options) {
  return codes(body, options, ({ severity }) => severity !== "info");
}

/** The codes of what is found in `body`. */
export function codes(body, options, filter = () => true) {
  return checkLambda(body, options)
    .filter(filter)
    .map(({ code }) => code);
}

/** A lambda of OpenID Connect with these statements. */
export function reconcile(...statements) {
  const body = statements.join("\n").replaceAll(/^/gm, "  ");
  return `function reconcile(user, registration, jwt, id_token, tokens, context) {\n${body}\n}\n`;
}

/** A scenario in which a lambda runs. */
export function scenario({
  version,
  strategy = "LinkByEmail",
  roles,
  cognito = false,
  userinfo,
} = {}) {
  const issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE";
  return {
    ...(version ? { fusionauth: version } : {}),
    identityProvider: {
      enabled: true,
      linkingStrategy: strategy,
      oauth2: { scope: "openid", issuer: cognito ? issuer : "https://accounts.example.com" },
    },
    ...(roles ? { application: { id: "app", roles: roles.map((name) => ({ name })) } } : {}),
    login: { userinfo: userinfo ?? { sub: "1", email: "jane@example.com" } },
  };
}

/** The severities of one rule's findings. */
export function of(rule, body, options) {
  const findings = checkLambda(body, options).filter(({ code }) => code === rule);
  return findings.map(({ severity }) => severity);
}

/** Tests a rule on statements: each with the severities that it finds. */
export function rule(id, cases, options) {
  describe(id, () => {
    for (const [statements, expected] of cases) {
      test(`${statements} → ${expected.join(", ") || "nothing"}`, () => {
        assert.deepEqual(of(id, reconcile(statements), options), expected);
      });
    }
  });
}

export const ERROR = ["error"];
export const WARNING = ["warning"];
export const INFO = ["info"];
export const NOTHING = [];
