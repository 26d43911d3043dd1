import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findings } from "./axe.js";
import { openOutcomeTab } from "./outcome-tab.js";
import { DESKTOP, type OpenOptions, PHONE, Site } from "./support/site.js";

let site: Site;

beforeAll(async () => {
  site = await Site.start({ isSavingData: true });
});

afterAll(() => site?.close());

/** The page with the history open. */
function history(options: OpenOptions = {}): Promise<Page> {
  return openOutcomeTab(site, "History", options);
}

function login(page: Page, name: RegExp) {
  return page
    .getByRole("list", { name: "Logins in order" })
    .getByRole("listitem")
    .filter({
      has: page.getByRole("heading", { name }),
    });
}

test("the same person who signs in again is linked", async () => {
  const page = await history();
  await page.getByText(/There is one so far: add what happens next/).waitFor();
  await page.getByRole("button", { name: "The same person signs in again" }).click();
  await login(page, /Login 2.*200 linked/).waitFor();
  await expect(login(page, /Login 2/).innerText()).resolves.toMatch(/by the link that exists/);
  await page
    .getByRole("status")
    .filter({ hasText: /linked/ })
    .first()
    .waitFor();
});

test("a changed e-mail address changes the link's name and not the user", async () => {
  const page = await history();
  await page.getByRole("button", { name: /with a changed e-mail address/ }).click();
  await login(page, /Login 2.*200 linked/).waitFor();
  const table = page.getByRole("region", { name: "User jane@example.com over time" });
  const row = (name: string) => table.getByRole("row").filter({ hasText: name });
  await expect(row("link.displayName").innerText()).resolves.toMatch(
    /changed\s+new-jane@example\.com/,
  );
  await expect(row("user.email").innerText()).resolves.not.toMatch(/changed/);
});

test("another person with the same address is refused, with the reason", async () => {
  const page = await history();
  await page.getByRole("button", { name: /^\+? ?Another person/ }).click();
  await login(page, /Login 2.*401 reject/).waitFor();
  await expect(login(page, /Login 2/).innerText()).resolves.toMatch(
    /linked to another person of this identity provider/,
  );
});

test("without the e-mail claim somebody who is linked still gets in", async () => {
  const page = await history();
  await page.getByRole("button", { name: /without the e-mail claim/ }).click();
  await login(page, /Login 2.*200 linked/).waitFor();
});

test("choosing, moving and removing logins", async () => {
  const page = await history();
  await page.getByRole("button", { name: /with a changed e-mail address/ }).click();
  await login(page, /Login 2.*200 linked/).waitFor();
  await login(page, /^Login 1/)
    .getByRole("button", { name: /^Login 1/ })
    .click();
  await page
    .getByRole("status")
    .filter({ hasText: /create/ })
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Move Login 2 up" }).click();
  await page.getByRole("region", { name: "User new-jane@example.com over time" }).waitFor();
  await login(page, /^Login 1/)
    .getByRole("button", { name: "Remove Login 1" })
    .click();
  await page.getByRole("region", { name: "User jane@example.com over time" }).waitFor();
  await page.getByText(/There is one so far/).waitFor();
  await expect(page.getByRole("button", { name: /^Remove Login/ }).count()).resolves.toBe(0);
});

test("two persons who become two users have a table each", async () => {
  const page = await history();
  await page.getByRole("button", { name: /with a changed e-mail address/ }).click();
  await login(page, /Login 2.*200 linked/).waitFor();
  await page.getByRole("button", { name: /^\+? ?Another person/ }).click();
  await login(page, /Login 3.*200 create/).waitFor();
  await page.getByText("The logins became 2 different users.").waitFor();
  await page.getByRole("columnheader", { name: "login 3 another user" }).waitFor();
  await page.getByLabel(/All fields/).check();
  const table = page.getByRole("region", { name: "User new-jane@example.com over time" });
  await table.getByRole("row").filter({ hasText: "user.insertInstant" }).waitFor();
});

test.each([
  ["desktop", DESKTOP, "light"],
  ["desktop", DESKTOP, "dark"],
  ["phone", PHONE, "light"],
  ["phone", PHONE, "dark"],
  ["small", { width: 320, height: 640 }, "light"],
] as const)("nothing sticks out, and everything is reachable: %s, %o, %s", async (...given) => {
  const [name, viewport, colorScheme] = given;
  const page = await history({ viewport, colorScheme });
  await site.picture(page, `history-one-${name}-${colorScheme}`);
  await page.getByRole("button", { name: /with a changed e-mail address/ }).click();
  await login(page, /Login 2.*200 linked/).waitFor();
  await login(page, /^Login 1/)
    .getByRole("button", { name: /^Login 1/ })
    .click();
  await page.getByRole("button", { name: /^\+? ?Another person/ }).click();
  await login(page, /Login 3.*401/).waitFor();
  await site.picture(page, `history-${name}-${colorScheme}`);
  expect(await findings(page, ".history")).toEqual([]);
  const outside = await page.evaluate(() => {
    const view = document.querySelector(".history");
    const { scrollWidth, clientWidth } = document.documentElement;
    return view ? [view.scrollWidth - view.clientWidth, scrollWidth - clientWidth] : undefined;
  });
  expect(outside).toEqual([0, 0]);
});
