// What is measured and counted: a policy with its logins, a scenario, and lambdas with the engine that runs them.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { withRealm } from "../build/bundles.mjs";
import { QUICKJS as FILE } from "../build/embedded.mjs";
import { DEFAULT_LIMITS } from "../dist/sandbox.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");

/** Twelve fields of a Cognito user, of which one is a list by a table, and a gate. */
export const POLICY = {
  provider: "cognito",
  gates: [{ id: "verified", require: { verified: "email" }, message: "Confirm your address." }],
  map: {
    "user.firstName": "given_name",
    "user.lastName": "family_name",
    "user.fullName": { join: ["given_name", "family_name"] },
    "user.imageUrl": "picture",
    "user.birthDate": { from: "birthdate", transform: "birth-date" },
    "user.mobilePhone": "phone_number",
    "user.timezone": "zoneinfo",
    "user.preferredLanguages": { from: "locale", transform: "locale" },
    "user.data.plan": { from: "custom:plan", transform: "lower-case", default: "free" },
    "user.data.provider": "provider-name",
    "user.data.nickname": { from: ["nickname", "preferred_username"], write: "if-empty" },
    "registration.roles": {
      from: "assigned-groups",
      table: { Admins: ["admin", "editor"], Writers: "editor" },
    },
  },
};

const SUB = "8f23c2a9-ff03-44d7-8aa2-000000000000";
const JWT = {
  sub: SUB,
  email: "jane@example.com",
  email_verified: "true",
  given_name: "Jane",
  family_name: "Doe",
  picture: "https://example.com/avatars/0000?s=80",
  birthdate: "1972-01-01",
  phone_number: "+15555550100",
  zoneinfo: "America/Los_Angeles",
  locale: "en-us",
  nickname: "Jay",
  "custom:plan": "Gold",
  username: SUB,
};
const ID_TOKEN = {
  sub: SUB,
  iss: "https://cognito-idp.us-west-2.amazonaws.com/us-west-2_EXAMPLE",
  aud: "1example23456789",
  "cognito:username": SUB,
  "cognito:groups": ["us-west-2_EXAMPLE_Google", "Writers", "Admins"],
  identities: [
    { userId: "1", providerName: "Google", providerType: "Google", issuer: null, primary: "true" },
  ],
  token_use: "id",
  auth_time: 1584942932,
  exp: 1584946533,
  iat: 1584942933,
};
export const GIVEN = { user: {}, registration: {}, jwt: JWT, id_token: ID_TOKEN };

/** Somebody in two hundred groups, with fifty attributes of the pool's own. */
export function large() {
  const groups = Array.from({ length: 200 }, (_, index) => `group-${index}`);
  const custom = Array.from({ length: 50 }, (_, index) => [`custom:a${index}`, `value ${index}`]);
  const more = Object.fromEntries(custom);
  const id_token = { ...ID_TOKEN, ...more, "cognito:groups": [...groups, "Admins"] };
  return { ...GIVEN, jwt: { ...JWT, ...more }, id_token };
}

/** A scenario without a lambda, as a file of the examples has it. */
export const SCENARIO_FILE = join(root, "examples/cognito/first-login.json");
export const SCENARIO_TEXT = readFileSync(SCENARIO_FILE, "utf8");

/** Lambdas by name, and the scenario that runs each. */
export const LAMBDAS = {
  "names and picture": read("examples/lambdas/names-and-picture/reconcile.js"),
  "all standard claims": read("js/src/cli/default-lambdas/OpenIDReconcile.js"),
};
export const LAMBDA_SCENARIO = JSON.parse(
  read("examples/lambdas/names-and-picture/first-login.json"),
);

/** The bytes of the module that runs lambdas. */
export const QUICKJS = readFileSync(FILE);

/** The engine as the worker has it, which the package does not give out, on a compiled `module`. */
export async function loadEngine(module) {
  const directory = mkdtempSync(join(tmpdir(), "reconcile-kit-bench-"));
  try {
    const outfile = join(directory, "engine.mjs");
    const entryPoints = [join(root, "js/src/sandbox/quickjs/engine.ts")];
    await build({ entryPoints, outfile, bundle: true, format: "esm", plugins: [withRealm] });
    const { QuickJsEngine } = await import(pathToFileURL(outfile).href);
    return new QuickJsEngine(module, DEFAULT_LIMITS);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The call that the core makes for a scenario with a lambda, by its function that simulates text. */
export function callOf(simulateText, scenario) {
  let seen;
  simulateText(scenario, {
    lambda(call) {
      seen ??= call;
      const [{ value: user }, { value: registration }] = JSON.parse(call).parameters;
      return JSON.stringify({ user, registration, undefined: [], origins: [], eventLog: [] });
    },
  });
  return seen;
}

/** A program as the core hands it to the engine. With a `number`, its text is one that no engine has seen. */
export function programOf(body, number) {
  const text = `${body}// ${number}\n`;
  return JSON.stringify({ now: 0, debug: false, body: text, secrets: {}, fetch: [] });
}
