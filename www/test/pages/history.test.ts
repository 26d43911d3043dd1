import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { DESKTOP, PHONE, Site } from "./support/site.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let site: Site;

beforeAll(async () => {
  site = await Site.start();
});

afterAll(() => site?.close());

/** The page with the history open. */
async function history(options: Parameters<Site["open"]>[0] = {}): Promise<Page> {
  const page = await site.open(options);
  await page.getByRole("tab", { name: "History" }).click();
  return page;
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
  await page.getByRole("button", { name: /^Login 1/ }).click();
  await page
    .getByRole("status")
    .filter({ hasText: /create/ })
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Move Login 2 up" }).click();
  await page.getByRole("region", { name: "User new-jane@example.com over time" }).waitFor();
  await page.getByRole("button", { name: "Remove Login 1" }).click();
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
  ["desktop", DESKTOP],
  ["phone", PHONE],
  ["small", { width: 320, height: 640 }],
] as const)("%s: everything is reachable and nothing sticks out", async (name, viewport) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await history({ viewport, colorScheme });
    await site.picture(page, `history-one-${name}-${colorScheme}`);
    await page.getByRole("button", { name: /with a changed e-mail address/ }).click();
    await login(page, /Login 2.*200 linked/).waitFor();
    await page.getByRole("button", { name: /^Login 1/ }).click();
    await page.getByRole("button", { name: /^\+? ?Another person/ }).click();
    await login(page, /Login 3.*401/).waitFor();
    await site.picture(page, `history-${name}-${colorScheme}`);
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      async () =>
        (await (globalThis as unknown as { axe: typeof axe }).axe.run(".history")).violations,
    );
    expect(found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const outside = await page.evaluate(() => {
      const view = document.querySelector(".history");
      const { scrollWidth, clientWidth } = document.documentElement;
      return view ? [view.scrollWidth - view.clientWidth, scrollWidth - clientWidth] : undefined;
    });
    expect(outside).toEqual([0, 0]);
    await page.context().close();
  }
});
