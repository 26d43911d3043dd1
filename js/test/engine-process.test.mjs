// The engine `graaljs` with a process that misbehaves: each fault is said, and costs no other login its result.
// The process is a script here; the real one has tests of its own in test/graaljs.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { environmentWith, gone } from "./support/fake-tools.mjs";

const LAMBDA =
  "function reconcile(user, registration, jwt) { user.firstName = 'from ' + jwt.sub; }";
/** Somebody of whom the process misbehaves, between two people of whom it does not. */
const scenario = {
  identityProvider: {
    type: "OpenIDConnect",
    id: "9aa8b8f1-0f5d-4f6a-9d2e-5f4d1c7e2b10",
    name: "Cognito",
    enabled: true,
    linkingStrategy: "LinkByEmail",
    oauth2: { issuer: "https://example.com", client_id: "client", scope: "openid" },
  },
  lambda: { body: LAMBDA },
  logins: ["ann", "bad", "bob"].map((sub) => ({
    userinfo: { sub, email: `${sub}@example.com` },
  })),
};

const HELPER = fileURLToPath(new URL("./support/use-graaljs.mjs", import.meta.url));

/** Simulates the scenario in a process whose environment is this one. */
async function simulated(environment, mode, limits = {}) {
  const child = spawn(process.execPath, [HELPER], {
    env: { ...environment.env, FAKE_JAVA: mode },
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify({ scenario, limits }));
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  const [code] = await once(child, "close");
  assert.equal(code, 0);
  return JSON.parse(text);
}

/** Asserts that only the login in the middle failed, and what is said of it. */
function assertOnlyTheMiddleFailed({ logins }, said) {
  assert.deepEqual(
    logins.map(({ status, user }) => [status, user?.firstName]),
    [
      [200, "from ann"],
      [512, undefined],
      [200, "from bob"],
    ],
  );
  const [error] = logins[1].diagnostics.filter(({ code }) => code === "lambda-stopped");
  assert.match(error.message, said);
}

test("a process that behaves leads to what the embedded engine leads to", async (context) => {
  const environment = environmentWith(context);
  const { outcome, embedded } = await simulated(environment, "well");
  assert.deepEqual(outcome, embedded);
  assert.equal(environment.started().length, 1);
});

const FAULTS = {
  killed: /the engine failed: its process was ended by SIGKILL/,
  ends: /the engine failed: its process ended with code 3: java.lang.OutOfMemoryError/,
  garbage: /its process printed what is no answer: `hello from a lambda`/,
  full: /it needs more than 64 MiB of memory \(limit `memory`\)/,
};

for (const [mode, said] of Object.entries(FAULTS)) {
  test(`in the middle of a run, a process: ${mode}`, async (context) => {
    const environment = environmentWith(context);
    const { outcome } = await simulated(environment, mode);
    assertOnlyTheMiddleFailed(outcome, said);
    // It was started again for the third person, and both are gone.
    assert.equal(environment.started().length, 2);
    await Promise.all(environment.started().map((pid) => gone(pid)));
  });
}

test("a run past its deadline ends with its process", async (context) => {
  const environment = environmentWith(context);
  const { outcome } = await simulated(environment, "mute", { deadline: 200 });
  assertOnlyTheMiddleFailed(outcome, /it ran for more than 200 ms \(limit `deadline`\)/);
  await Promise.all(environment.started().map((pid) => gone(pid)));
});

test("what was logged before the memory was full is kept", async (context) => {
  const { outcome } = await simulated(environmentWith(context), "full");
  assert.deepEqual(outcome.logins[1].eventLog[0], { type: "Information", message: "so far" });
});

test("closing a sandbox ends its process", async (context) => {
  const environment = environmentWith(context);
  const { afterClose } = await simulated(environment, "well");
  assert.equal(afterClose, "sandbox-closed");
  await gone(environment.started()[0]);
});

test("a program that is killed leaves no process behind", async (context) => {
  const environment = environmentWith(context);
  const child = spawn(process.execPath, [HELPER], {
    env: { ...environment.env, FAKE_JAVA: "mute" },
    stdio: ["pipe", "ignore", "inherit"],
  });
  child.stdin.end(JSON.stringify({ scenario, limits: { deadline: 60_000 } }));
  while (environment.started().length === 0) await new Promise((next) => setTimeout(next, 20));
  child.kill("SIGKILL");
  await once(child, "close");
  await gone(environment.started()[0]);
});

const REASONS = {
  old: /needs Java 17 or newer, and Java is 11\.0\.22/,
  broken: /24\.1\.2 does not start: .*Could not find or load main class/,
};

for (const [mode, said] of Object.entries(REASONS)) {
  test(`a Java that is ${mode} is told in one sentence`, async (context) => {
    const environment = environmentWith(context);
    const { error } = await simulated(environment, mode);
    assert.match(error.message, said);
    assert.match(error.code, /^engine-(java-too-old|broken)$/);
  });
}

test("what is missing is told in one sentence that says what to do", async (context) => {
  const bare = environmentWith(context, { tools: [] });
  const { error } = await simulated(bare, "well");
  assert.equal(error.code, "engine-java-missing");
  assert.match(error.help, /install Java 17 or newer/);
  const empty = environmentWith(context, { isInstalled: false });
  const found = await simulated(empty, "well");
  assert.equal(found.error.code, "engine-not-installed");
  assert.match(found.error.help, /`reconcile-kit engine install graaljs --version 24\.1\.2`/);
});
