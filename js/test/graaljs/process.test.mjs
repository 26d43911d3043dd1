// The real process: killed in the middle of a run, left behind by nobody, installed by the command line.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { directoryWith, run } from "../support/cli.mjs";
import { gone } from "../support/fake-tools.mjs";
import { ensureInstalled, opened, processesBelow } from "../support/graaljs.mjs";

before(() => ensureInstalled("24.1.2"));

const scenario = {
  identityProvider: { enabled: true, linkingStrategy: "LinkByEmail" },
  lambda: {
    body: "function reconcile(user, r, jwt) { console.info('on'); if (jwt.loop) for (;;) {} user.firstName = 'Jane'; }",
  },
  logins: [{}, { loop: true }, {}].map((claims, index) => ({
    userinfo: { sub: String(index), email: `${index}@example.com`, ...claims },
  })),
};
const LONG = { deadline: 60_000, steps: 100_000_000 };

/** The one process of this program that was started, once it works. */
async function busyProcess(parent) {
  for (;;) {
    const [pid] = processesBelow(parent);
    if (pid) return pid;
    await new Promise((next) => setTimeout(next, 50));
  }
}

test("a process that is killed in the middle of a run costs that login only", async (context) => {
  const sandbox = opened(context, { engine: "graaljs", limits: LONG });
  const answer = sandbox.simulate(scenario);
  const pid = await busyProcess(process.pid);
  // It starts, and is in the loop of the second login.
  await new Promise((next) => setTimeout(next, 8000));
  process.kill(pid, "SIGKILL");
  const { logins } = await answer;
  assert.deepEqual(
    logins.map(({ user }) => user?.firstName),
    ["Jane", undefined, "Jane"],
  );
  const [error] = logins[1].diagnostics.filter(({ severity }) => severity === "error");
  assert.match(error.message, /the engine failed: its process was ended by SIGKILL/);
});

test("a program that is killed leaves no process behind, even in an endless loop", async () => {
  const helper = fileURLToPath(new URL("../support/use-graaljs.mjs", import.meta.url));
  const child = spawn(process.execPath, [helper], { stdio: ["pipe", "ignore", "inherit"] });
  child.stdin.end(JSON.stringify({ scenario, limits: LONG }));
  const pid = await busyProcess(child.pid);
  await new Promise((next) => setTimeout(next, 3000));
  child.kill("SIGKILL");
  await once(child, "close");
  await gone(pid);
});

test("a program ends by itself when it forgets to close the sandbox", async () => {
  const sandbox = new URL("../../dist/sandbox.js", import.meta.url).href;
  const [login] = scenario.logins;
  const text = `import { Sandbox } from ${JSON.stringify(sandbox)};
    const sandbox = new Sandbox({ engine: "graaljs" });
    const { logins: _, ...scenario } = ${JSON.stringify(scenario)};
    console.log((await sandbox.simulate({ ...scenario, login: ${JSON.stringify(login)} })).status);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", text]);
  const [status] = await once(child.stdout, "data");
  assert.equal(String(status), "200\n");
  const [code] = await once(child, "close");
  assert.equal(code, 0);
});

test("a damaged archive is told in one sentence that says what to do", (context) => {
  const found = JSON.parse(run(["engine", "list", "--json"]).out);
  const { directory } = found.graaljs.find(({ version }) => version === "24.1.2");
  const cache = directoryWith(context, { "jane.json": { ...scenario, expect: {} } });
  const copy = join(cache, "reconcile-kit/graaljs/24.1.2");
  cpSync(directory, copy, { recursive: true });
  const archive = readdirSync(copy).find((name) => name.startsWith("js-language"));
  truncateSync(join(copy, archive), 100_000);
  const words = ["test", "--engine", "graaljs", join(cache, "jane.json")];
  const { code, err } = run(words, { env: { XDG_CACHE_HOME: cache } });
  assert.match(
    err,
    /^reconcile-kit: the engine `graaljs` 24\.1\.2 does not start: .+\n {2}help: install it again/,
  );
  assert.equal(err.split("\n").length, 3);
  assert.equal(code, 2);
});

test("the examples' tests pass", () => {
  const examples = fileURLToPath(new URL("../../../examples/", import.meta.url));
  const { code, out } = run(["test", "--engine", "graaljs", examples]);
  assert.equal(code, 0, out);
  assert.match(out, /\d+ passed, 0 failed/);
});
