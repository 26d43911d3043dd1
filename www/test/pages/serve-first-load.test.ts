// The first visit: what it fetches, and that nothing jumps, complains or asks anybody else.

import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { DESKTOP, DIRECTORY, ON_PHONE, outcomeOn, Site } from "./support/site.js";

/** What may travel until the first outcome is there. */
const BUDGET = 350 * 1024;

let site: Site | undefined;

afterEach(async () => {
  await site?.close();
  site = undefined;
});

/**
 * Notes in the page when the outcome came, how much the page jumped, and what its policy forbade.
 */
function watch(): void {
  const seen = { outcomeAt: 0, shift: 0, forbidden: [] as string[] };
  Object.assign(window, { seen });
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    seen.forbidden.push(`${violatedDirective} ${blockedURI}`);
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      seen.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
  new MutationObserver((_, observer) => {
    const all = [...document.querySelectorAll("[role=status]")];
    if (!all.some(({ textContent }) => /\d{3}/.test(textContent ?? ""))) return;
    observer.disconnect();
    seen.outcomeAt = Date.now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

interface Seen {
  readonly outcomeAt: number;
  readonly shift: number;
  readonly forbidden: readonly string[];
}

function seen(page: Page): Promise<Seen> {
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen);
}

test("the first outcome needs less than 350 KB, compressed as any static host does", async () => {
  site = await Site.start({ encoding: "gzip" });
  const profile = await site.profile();
  await profile.addInitScript(watch);
  const page = await site.open({ profile });
  await site.complete(page);
  const { outcomeAt } = await seen(page);
  const first = site.host.asked.filter(({ at }) => at <= outcomeAt);
  const table = first.map(({ url, bytes }) => `${bytes} ${url}`).join("\n");
  // The outcome cannot have come without a module.
  expect(table).toMatch(/\.wasm/);
  expect(table).not.toMatch(/quickjs|sandbox|whole|codemirror|dialogs|overlays|panels|several/);
  const sum = first.reduce((total, { bytes }) => total + bytes, 0);
  expect(sum, table).toBeLessThan(BUDGET);
});

test("a part of the page that cannot be loaded says so, and the others work", async () => {
  site = await Site.start({ instead: new Map([["assets/dialogs-", undefined]]) });
  const page = await site.open({ mayComplain: true });
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("alert").getByText("could not be loaded").waitFor();
  await page.getByRole("button", { name: "Examples", exact: true }).click();
  await page.getByRole("dialog", { name: "Examples" }).waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
});

for (const [name, context] of [
  ["1280", { viewport: DESKTOP }],
  ["375", ON_PHONE],
] as const) {
  test(`nothing jumps while the page loads, at ${name}`, async () => {
    site = await Site.start();
    const profile = await site.profile(context);
    await profile.addInitScript(watch);
    const page = await site.open({ profile });
    await site.complete(page);
    const { shift, forbidden } = await seen(page);
    expect(shift).toBeLessThan(0.05);
    expect(forbidden).toEqual([]);
    await site.picture(page, `serve-first-load-${name}`);
  });
}

test("the page asks for its own files, in its own directory, and for nothing else", async () => {
  site = await Site.start();
  const profile = await site.profile();
  const elsewhere: string[] = [];
  const { origin } = new URL(site.address);
  profile.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:")) elsewhere.push(url);
  });
  const page = await site.open({ profile });
  await site.complete(page);
  expect(elsewhere).toEqual([]);
  expect(site.host.asked.length).toBeGreaterThan(10);
  for (const { method, url } of site.host.asked) {
    expect([method, url]).toEqual(["GET", expect.stringMatching(`^${DIRECTORY}[\\w./-]*$`)]);
  }
});

test("the page's own policy forbids what it says", async () => {
  site = await Site.start();
  const page = await site.open({ mayComplain: true });
  await page.evaluate(watch);
  await page.evaluate(async () => {
    const style = document.createElement("style");
    style.textContent = "body { color: red }";
    document.head.append(style);
    const script = document.createElement("script");
    script.textContent = "window.wasRun = true";
    document.head.append(script);
    await fetch("http://127.0.0.1:1/").catch(() => {});
    const image = new Image();
    image.src = "http://127.0.0.1:1/pixel.png";
  });
  await expect
    .poll(async () => (await seen(page)).forbidden.map((text) => text.split(" ")[0]).sort())
    .toEqual(["connect-src", "img-src", "script-src-elem", "style-src-elem"]);
  expect(await page.evaluate("window.wasRun")).toBe(undefined);
});

test("the page is the same when its address has a query, which it never looks at", async () => {
  site = await Site.start();
  const page = await site.open({ hash: "?login=secret" });
  await outcomeOn(page);
  await site.complete(page);
  expect(site.requests.filter((url) => url.includes("secret"))).toEqual([
    `${DIRECTORY}?login=secret`,
  ]);
});
