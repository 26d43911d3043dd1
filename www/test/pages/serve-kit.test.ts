// What cannot be loaded or does not end is said, and the page goes on.

import { afterEach, beforeAll, expect, test } from "vitest";
import {
  ask,
  buildHarness,
  compare,
  LAMBDA,
  outcomeOf,
  POLICY,
  refusalOf,
  scenario,
  simulate,
  startHarness,
} from "./support/harness-site.js";
import type { Site } from "./support/site.js";

let directory: string;
let site: Site | undefined;

beforeAll(() => {
  directory = buildHarness();
});

afterEach(async () => {
  await site?.close();
  site = undefined;
});

/** A site on which the files with `parts` in their names are not there. */
async function without(...parts: string[]): Promise<Site> {
  const instead = new Map(parts.map((part) => [part, undefined]));
  site = await startHarness(directory, { instead });
  return site;
}

test("policies, exports and checks of lambdas wait for the whole package", async () => {
  site = await startHarness(directory);
  const page = await site.open();
  const [login, exported, checked] = await Promise.all([
    simulate(page, scenario({ policy: POLICY })),
    ask(page, "exportPolicy", { policy: JSON.stringify(POLICY), form: "lambda" }),
    ask(page, "checkLambda", { body: "function reconsile() {}", options: {} }),
  ]);
  expect(outcomeOf(login).user?.firstName).toBe("Jane");
  expect(exported).toHaveProperty("answer.text", expect.stringContaining("function reconcile"));
  expect(checked).toHaveProperty("answer.0.code", "lambda-no-reconcile");
});

test("findings in a scenario with a policy are never about the module", async () => {
  site = await startHarness(directory);
  const page = await site.open();
  const document = JSON.stringify(scenario({ policy: { provider: "cognito", map: { x: "y" } } }));
  const said = await ask(page, "check", { document });
  expect(JSON.stringify(said)).not.toContain("policy-not-in-this-module");
  expect(said).toHaveProperty("answer.0.path", expect.stringMatching(/^\/policy/));
});

test("what the core and the sandbox refuse arrives complete", async () => {
  site = await startHarness(directory);
  const page = await site.open();
  for (const changes of [{ users: 1 }, { users: 1, lambda: LAMBDA }]) {
    const refusal = refusalOf(await simulate(page, scenario(changes)));
    expect(refusal).toMatchObject({ code: "wrong-type", path: "/users" });
    expect(refusal.message).not.toBe("");
    expect(refusal.help).not.toBe("");
    expect(refusal.url).toMatch(/^docs\/rules\//);
    expect(refusal.diagnostics[0]).toMatchObject({ severity: "error", code: "wrong-type" });
    expect(refusal.diagnostics[0]?.line).toBeGreaterThan(0);
  }
});

test("a lambda that never ends does not freeze the page, and the next one runs", async () => {
  site = await startHarness(directory);
  const page = await site.open();
  const loop = { body: "function reconcile() { for (;;) {} }" };
  // A built-in function asks nobody whether to go on, so only the end of its sandbox stops it.
  const stuck = { body: "function reconcile() { Array(1e9).sort() }" };
  const looping = simulate(page, scenario({ lambda: loop }));
  await page.getByLabel("Field").fill("typed meanwhile");
  expect(await page.getByLabel("Field").inputValue()).toBe("typed meanwhile");
  expect(outcomeOf(await looping).status).toBe(512);
  const said = await simulate(page, scenario({ lambda: stuck }));
  expect(refusalOf(said).code).toBe("lambda-unresponsive");
  expect(outcomeOf(await simulate(page, scenario({ lambda: LAMBDA }))).user?.firstName).toBe(
    "Jane",
  );
});

test("a comparison of strategies does not hold up the login", async () => {
  site = await startHarness(directory);
  const page = await site.open();
  const order = await page.evaluate(
    async ([slow, quick]) => {
      const done: string[] = [];
      await Promise.all([
        window.kit.compare(slow ?? "").then(() => done.push("comparison")),
        window.kit.simulate(quick ?? "").then(() => done.push("login")),
      ]);
      return done;
    },
    [
      JSON.stringify(scenario({ lambda: { body: "function reconcile() { for (;;) {} }" } })),
      JSON.stringify(scenario({ lambda: LAMBDA })),
    ],
  );
  expect(order).toEqual(["login", "comparison"]);
});

test("a page whose module cannot be loaded says so, to every question", async () => {
  const { open } = bound(await without("reconcile_kit_preview"));
  const page = await open();
  await expect.poll(() => page.getByRole("status").innerText()).toMatch(/^000 .*cannot be started/);
  expect(await page.locator("html").getAttribute("data-stage")).toBe("failed");
  const refusal = refusalOf(await ask(page, "versions", {}));
  expect(refusal.code).toBe("kit-not-loaded");
  expect(refusal.message).toMatch(/answers 404 to `reconcile_kit_preview/);
  expect(refusal.help).toMatch(/reload/);
});

test("a module that is something else is no answer either", async () => {
  site = await startHarness(directory, {
    instead: new Map([["reconcile_kit_preview", "<!doctype html>not a module"]]),
  });
  const page = await bound(site).open();
  await expect.poll(() => page.getByRole("status").innerText()).toMatch(/^000 .*cannot be started/);
});

test("a worker that cannot be loaded is said, to every question", async () => {
  const page = await bound(await without("assets/worker-")).open();
  await expect.poll(() => page.getByRole("status").innerText()).toMatch(/^000 .*cannot be started/);
  expect(refusalOf(await ask(page, "versions", {})).code).toBe("kit-not-loaded");
});

test("without the rest the first module goes on, and what needs the rest is refused", async () => {
  const page = await bound(await without("reconcile_kit-")).open();
  expect(outcomeOf(await simulate(page, scenario())).status).toBe(200);
  const refusal = refusalOf(await simulate(page, scenario({ policy: POLICY })));
  expect(refusal.code).toBe("kit-not-loaded");
  expect(refusal.message).toMatch(/the rest of the simulator/);
  expect(outcomeOf(await simulate(page, scenario())).status).toBe(200);
});

test("a sandbox that cannot be loaded is a refusal, and other logins go on", async () => {
  for (const part of ["assets/sandbox.browser", "assets/sandbox-worker"]) {
    const page = await bound(await without(part)).open();
    const refusal = refusalOf(await simulate(page, scenario({ lambda: LAMBDA })));
    expect([refusal.code, part]).toEqual([
      expect.stringMatching(/^(sandbox-failed|internal)$/),
      part,
    ]);
    expect(refusal.help).not.toBe("");
    expect(refusalOf(await compare(page, scenario({ lambda: LAMBDA }))).code).toBe(refusal.code);
    expect(outcomeOf(await simulate(page, scenario())).status).toBe(200);
    await site?.close();
  }
});

/** Pages that miss something: the browser itself says so in the console. */
function bound(of: Site) {
  return { open: () => of.open({ mayComplain: true, mayFail: true }) };
}
