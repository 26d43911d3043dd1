// FusionAuth's own client and this package take each other's objects, as TypeScript sees it and as it is.

import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { installed } from "./support/package.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const types = fileURLToPath(new URL("types", import.meta.url));
let directory;
let remove;

before(() => {
  ({ directory, remove } = installed());
  // The client is there as it is for its users: with its own types, and Node.js' beside it.
  for (const name of ["@fusionauth/typescript-client", "@types/node"]) {
    const place = join(directory, "node_modules", name);
    mkdirSync(join(place, ".."), { recursive: true });
    symlinkSync(join(root, "node_modules", name), place, "junction");
  }
});

after(() => remove());

const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  target: "ES2022",
  module: "NodeNext",
  lib: ["ES2022", "DOM", "ESNext.Disposable"],
  types: ["node"],
  // The client's own declarations are not strict.
  skipLibCheck: true,
};

/** Compiles `text` as `file` of a user of both packages. */
function compile(file, text, options) {
  writeFileSync(join(directory, file), text);
  const compilerOptions = { ...STRICT, ...options };
  const config = JSON.stringify({ compilerOptions, files: [file] });
  writeFileSync(join(directory, "tsconfig.json"), config);
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  try {
    execFileSync(process.execPath, [tsc], { cwd: directory, encoding: "utf8" });
  } catch (error) {
    return error.stdout;
  }
  return "";
}

const CLIENT = readFileSync(join(types, "client.ts"), "utf8");

for (const [kind, file, options] of [
  ["a module", "client.mts", {}],
  ["a CommonJS file", "client.cts", {}],
  [
    "a project with a bundler",
    "client.ts",
    // Tests run in Node.js, and so does the entry for them.
    { module: "ESNext", moduleResolution: "Bundler", customConditions: ["node"] },
  ],
]) {
  test(`${kind} passes every object of either package on to the other`, () => {
    assert.equal(compile(file, CLIENT, { ...options, noEmit: true }), "");
  });
}

test("an object that does not fit is noticed", () => {
  const withoutExpectations = CLIENT.replaceAll(/ *\/\/ @ts-expect-error.*\n/g, "");
  const said = compile("wrong.mts", withoutExpectations, { noEmit: true });
  const expectations = CLIENT.split("// @ts-expect-error").length - 1;
  assert.ok(expectations > 10);
  assert.equal(said.match(/wrong\.mts\(\d+,\d+\): error/g).length, expectations, said);
});

const ids = {
  application: "85a03867-dccf-4882-adde-1a79aeec50df",
  tenant: "30663132-6464-6665-3032-326466613934",
  provider: "9aa8b8f1-0f5d-4f6a-9d2e-5f4d1c7e2b10",
  user: "c5e8b9d4-7a61-4f0e-9b3c-2d1f6a8e7c50",
};

/** What this FusionAuth has. */
const ANSWERS = {
  [`/api/identity-provider/${ids.provider}`]: {
    identityProvider: {
      id: ids.provider,
      type: "OpenIDConnect",
      name: "Amazon Cognito",
      enabled: true,
      linkingStrategy: "LinkByEmail",
      applicationConfiguration: { [ids.application]: { enabled: true, createRegistration: true } },
    },
  },
  [`/api/application/${ids.application}`]: {
    application: {
      id: ids.application,
      tenantId: ids.tenant,
      state: "Active",
      roles: [{ name: "user", isDefault: true }],
    },
  },
  [`/api/tenant/${ids.tenant}`]: { tenant: { id: ids.tenant, name: "Default" } },
  [`/api/user/${ids.user}`]: {
    user: { id: ids.user, email: "jane@example.com", active: true, verified: true },
  },
  [`/api/user/registration/${ids.user}/${ids.application}`]: {
    registration: { id: "r1", applicationId: ids.application, roles: ["user"] },
  },
  "/api/identity-provider/link": { identityProviderLinks: [] },
  "/api/lambda/openid": {
    lambda: { id: "openid", name: "maps names", body: "function reconcile() {}" },
  },
};

/** A server that answers as FusionAuth does, and keeps what it was sent. */
async function fusionAuth(context) {
  const sent = {};
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    let body = "";
    for await (const chunk of request) body += chunk;
    if (request.method !== "GET") sent[`${request.method} ${pathname}`] = JSON.parse(body);
    const answer = request.method === "GET" ? ANSWERS[pathname] : {};
    response.writeHead(answer ? 200 : 404, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  context.after(() => server.close());
  return { sent, host: `http://127.0.0.1:${server.address().port}` };
}

test("what FusionAuth answers is simulated, and what comes out is sent back", async (context) => {
  cpSync(join(types, "round-trip.ts"), join(directory, "round-trip.mts"));
  assert.equal(compile("round-trip.mts", readFileSync(join(types, "round-trip.ts"), "utf8")), "");
  const { sent, host } = await fusionAuth(context);
  const words = ["round-trip.mjs", host, ids.application, ids.provider, ids.user];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: directory });
  assert.equal(stdout.trim(), "200 link-existing");
  const user = sent[`PATCH /api/user/${ids.user}`].user;
  assert.deepEqual([user.id, user.firstName, user.verified], [ids.user, "Jane", true]);
  const { registration } = sent[`POST /api/user/registration/${ids.user}`];
  assert.deepEqual([registration.roles, registration.data], [["user"], { lambda: "maps names" }]);
  const { identityProviderLink } = sent["POST /api/identity-provider/link"];
  assert.equal(identityProviderLink.userId, ids.user);
  assert.equal(identityProviderLink.identityProviderUserId, "7f3a");
  const { identityProvider } = sent[`PUT /api/identity-provider/${ids.provider}`];
  assert.equal(identityProvider.linkingStrategy, "LinkByEmailForExistingUser");
});
