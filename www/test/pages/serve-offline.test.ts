// After the first visit the page needs no server; and a new version never mixes with an old one.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeAll, expect, test } from "vitest";
import { writeFiles } from "../../build/files.js";
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
import { outcomeOn, Site } from "./support/site.js";

let directory: string;
let site: Site | undefined;

beforeAll(() => {
  directory = buildHarness();
});

afterEach(async () => {
  await site?.close();
  site = undefined;
});

const LOOP = { body: "function reconcile() { Array(1e9).sort() }" };

/** Everything that a page can be asked. */
async function everythingWorks(page: Page): Promise<void> {
  expect(outcomeOf(await simulate(page, scenario())).status).toBe(200);
  for (const changes of [{ lambda: LAMBDA }, { policy: POLICY }]) {
    expect(outcomeOf(await simulate(page, scenario(changes))).user?.firstName).toBe("Jane");
    expect(await compare(page, scenario(changes))).toHaveProperty("answer");
  }
  const policy = JSON.stringify(POLICY);
  expect(await ask(page, "exportPolicy", { policy, form: "lambda" })).toHaveProperty("answer.text");
  expect(await ask(page, "checkLambda", { ...LAMBDA, options: {} })).toHaveProperty("answer");
}

test("with the server gone, the page goes on, and even starts another sandbox", async () => {
  site = await startHarness(directory);
  const page = await site.open();
  await site.complete(page);
  await site.stop();
  await everythingWorks(page);
  // What cannot be stopped ends its sandbox, and the next lambda needs a new one.
  const said = await simulate(page, scenario({ lambda: LOOP }));
  expect(refusalOf(said).code).toBe("lambda-unresponsive");
  await everythingWorks(page);
});

test("with the server gone, the page opens again and can do everything", async () => {
  site = await startHarness(directory);
  const profile = await site.profile();
  const page = await site.open({ profile });
  await site.complete(page);
  await site.stop();
  await page.reload();
  await outcomeOn(page);
  await everythingWorks(page);
  await page.close();
  await everythingWorks(await site.open({ profile, hash: "index.html?from=bookmark#x" }));
});

test("the real page opens without its server, too", async () => {
  site = await Site.start();
  const page = await site.open();
  await site.complete(page);
  expect(await page.locator("html").getAttribute("data-offline")).toBe("ready");
  await site.stop();
  await page.reload();
  await outcomeOn(page);
});

test("a page without service workers fetches everything once, and promises nothing", async () => {
  site = await startHarness(directory);
  const profile = await site.profile({ serviceWorkers: "block" });
  await profile.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, "serviceWorker");
  });
  const page = await site.open({ profile });
  await site.complete(page);
  expect(await page.locator("html").getAttribute("data-offline")).toBe("no");
  const asked = new Set(site.requests.map((url) => url.replace("/some/where/", "")));
  for (const path of Object.keys(JSON.parse(readFileSync(join(directory, "files.json"), "utf8")))) {
    expect(asked.has(path) || asked.has(""), path).toBe(true);
  }
});

test("a service worker that cannot keep every file keeps none, and the page goes on", async () => {
  site = await startHarness(directory, { instead: new Map([["THIRD-PARTY", undefined]]) });
  const page = await site.open({ mayComplain: true });
  await page.locator("html[data-stage=whole][data-offline=no]").waitFor({ state: "attached" });
  await everythingWorks(page);
});

/** The same page with another title: what a later version would be. */
async function laterVersion(): Promise<string> {
  const later = mkdtempSync(join(tmpdir(), "reconcile-kit-later-"));
  process.on("exit", () => rmSync(later, { recursive: true, force: true }));
  cpSync(directory, later, { recursive: true });
  const page = join(later, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("<title>", "<title>Later "));
  await writeFiles(later);
  return later;
}

/** A first visit, and then a later version that the browser has found. */
async function updated(profile: BrowserContext, of: Site): Promise<Page> {
  const page = await of.open({ profile });
  await of.complete(page);
  of.host.directory = await laterVersion();
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    const worker = registration?.installing;
    await new Promise<void>((done) => {
      if (registration?.waiting) done();
      worker?.addEventListener("statechange", () => worker.state === "installed" && done());
    });
  });
  return page;
}

/** How many versions are kept. */
function versions(page: Page): Promise<number> {
  return page.evaluate(async () => (await caches.keys()).length);
}

test("a later version is there at the next visit, and the earlier one is gone", async () => {
  site = await startHarness(directory);
  const page = await updated(await site.profile(), site);
  expect(await page.title()).toBe("reconcile-kit playground");
  await everythingWorks(page);
  await page.reload();
  await expect.poll(() => page.title().catch(() => "")).toBe("Later reconcile-kit playground");
  await outcomeOn(page);
  await everythingWorks(page);
  await expect.poll(() => versions(page)).toBe(1);
});

test("while an earlier version is open, a later one does not take its files away", async () => {
  site = await startHarness(directory);
  const profile = await site.profile();
  const [first, second] = [await site.open({ profile }), await updated(profile, site)];
  await second.reload();
  await outcomeOn(second);
  // Two pages are open, so both stay what they are.
  expect(await second.title()).toBe("reconcile-kit playground");
  await site.stop();
  await everythingWorks(first);
  await everythingWorks(second);
});
