// Once everything is there, nothing that anybody does on the page reaches the server, or anyone.

import type { Locator, Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import {
  buildHarness,
  compare,
  LAMBDA,
  outcomeOf,
  POLICY,
  scenario,
  simulate,
  startHarness,
} from "./support/harness-site.js";
import { DESKTOP, PHONE, Site } from "./support/site.js";

let site: Site | undefined;

afterEach(async () => {
  await site?.close();
  site = undefined;
});

/** The page, complete; and everything that any of its pages and workers asks for from now on. */
async function watched(of: Site, viewport = DESKTOP): Promise<[Page, () => readonly string[]]> {
  const profile = await of.profile({ viewport });
  const page = await of.open({ profile });
  const since = await of.complete(page);
  const elsewhere: string[] = [];
  const { origin } = new URL(of.address);
  profile.on("request", (request) => {
    // What the service worker answers is no request to anybody; the server's own record tells.
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin)) {
      elsewhere.push(request.url());
    }
  });
  return [page, () => [...since().map(({ method, url }) => `${method} ${url}`), ...elsewhere]];
}

test("lambdas, policies, comparisons and exports ask nobody", async () => {
  site = await startHarness(buildHarness());
  const [page, asked] = await watched(site);
  for (const changes of [{}, { lambda: LAMBDA }, { policy: POLICY }]) {
    expect(outcomeOf(await simulate(page, scenario(changes))).status).toBe(200);
    expect(await compare(page, scenario(changes))).toHaveProperty("answer");
  }
  expect(asked()).toEqual([]);
});

for (const viewport of [DESKTOP, PHONE]) {
  test(`whatever is typed, opened and pressed asks nobody, at ${viewport.width}`, async () => {
    site = await Site.start();
    const [page, asked] = await watched(site, viewport);
    const done = await tryEverything(page);
    expect(done.tabs).toBeGreaterThan(3);
    expect(done.fields).toBeGreaterThan(1);
    expect(asked()).toEqual([]);
    expect(new URL(page.url()).search).toBe("");
  });
}

/** Does what a curious person does: every tab, something into every field, every button. */
async function tryEverything(page: Page) {
  const done = { tabs: 0, fields: 0, buttons: 0 };
  const tabs = await names(page.getByRole("tab"));
  for (const name of tabs) {
    const tab = page.getByRole("tab", { name, exact: true }).first();
    if (!(await tab.isVisible())) continue;
    await tab.click();
    done.tabs += 1;
    done.fields += await typeInto(page.getByRole("main").getByRole("textbox"));
    // Letters that are typed are no keys that call something.
    expect(await page.getByRole("dialog").count(), name).toBe(0);
  }
  for (const name of await names(page.getByRole("button"))) {
    const button = page.getByRole("button", { name, exact: true }).first();
    if (!(await button.isVisible()) || !(await button.isEnabled())) continue;
    // By keyboard: some are in sight only while they have the focus.
    await button.press("Enter");
    done.buttons += 1;
    // Whatever it opened is closed again.
    await page.keyboard.press("Escape");
  }
  return done;
}

async function names(all: Locator): Promise<string[]> {
  const found = await all.evaluateAll((elements) =>
    elements.map(
      (element) => element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "",
    ),
  );
  return [...new Set(found.filter((name) => name !== ""))];
}

/** Types something into each that takes it; how many did. */
async function typeInto(fields: Locator): Promise<number> {
  let count = 0;
  for (const field of await fields.all()) {
    if (!(await field.isVisible()) || !(await field.isEditable())) continue;
    await field.focus();
    await field.press("End");
    await field.pressSequentially(" secret");
    count += 1;
  }
  return count;
}
