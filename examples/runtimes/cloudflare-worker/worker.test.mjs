// The Worker in Cloudflare's own runtime, bundled as Wrangler bundles it, with requests as they come.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Miniflare } from "miniflare";

const here = fileURLToPath(new URL(".", import.meta.url));
const text = (name) => readFileSync(join(here, `requests/${name}.json`), "utf8");
const compatibilityDate = /compatibility_date = "(.*)"/.exec(
  readFileSync(join(here, "wrangler.toml"), "utf8"),
)[1];
let directory;
let worker;

before(async () => {
  directory = mkdtempSync(join(tmpdir(), "reconcile-kit-worker-"));
  const outfile = join(directory, "worker.js");
  await build({
    entryPoints: [join(here, "worker.mjs")],
    outfile,
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    // The module stays a file beside the bundle, which the runtime compiles before the Worker starts.
    loader: { ".wasm": "copy" },
    assetNames: "[name]",
  });
  worker = new Miniflare({
    modules: true,
    scriptPath: outfile,
    modulesRoot: directory,
    modulesRules: [
      { type: "ESModule", include: ["**/*.js"] },
      { type: "CompiledWasm", include: ["**/*.wasm"] },
    ],
    compatibilityDate,
  });
  await worker.ready;
});

after(async () => {
  await worker?.dispose();
  rmSync(directory, { recursive: true, force: true });
});

async function post(body, method = "POST") {
  const init = method === "POST" ? { method, body } : { method };
  const response = await worker.dispatchFetch("http://worker.example/", init);
  return { status: response.status, body: await response.json() };
}

test("somebody who is known keeps the own name and gets roles from groups", async () => {
  const { status, body } = await post(text("native-user"));
  assert.equal(status, 200);
  assert.equal(body.user.firstName, "Chosen by the user");
  assert.equal(body.user.lastName, "Admin");
  assert.equal(body.user.birthDate, "1972-01-01");
  assert.deepEqual(body.registration.roles, ["user", "admin", "editor"]);
});

test("claims of a REST API are texts, and are read all the same", async () => {
  const { status, body } = await post(text("api-gateway-rest"));
  assert.equal(status, 200);
  assert.deepEqual(body, {
    user: { data: { provider: "Facebook" } },
    registration: { roles: ["user"] },
  });
});

test("claims of an HTTP API have their groups in brackets", async () => {
  const { body } = await post(text("api-gateway-http"));
  assert.deepEqual(body.registration.roles, ["user", "admin"]);
});

test("a gate's refusal is 403 with its code", async () => {
  assert.deepEqual(await post(text("blocked")), {
    status: 403,
    body: { code: "blocked", message: "This account is blocked. Please ask the help desk." },
  });
});

test("bad input is 400, and the Worker goes on", async () => {
  for (const [body, code] of [
    ["", "bad-request"],
    ["{", "bad-request"],
    ["null", "bad-request"],
    ["[]", "bad-request"],
    ["{}", "bad-request"],
    ['{ "jwt": "eyJ" }', "policy-input"],
    ['{ "user": [], "jwt": {} }', "policy-input"],
  ]) {
    const found = await post(body);
    assert.equal(found.status, 400, body);
    assert.equal(found.body.code, code, body);
    assert.ok(found.body.message.length > 0, body);
  }
  assert.equal((await post(text("native-user"))).status, 200);
});

test("other methods are not allowed", async () => {
  assert.equal((await post(undefined, "GET")).status, 405);
});
