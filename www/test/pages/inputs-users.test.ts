import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openTab, showAs, textOf, verdict } from "./support/inputs.js";
import { DESKTOP, ON_PHONE, PHONE, Site } from "./support/site.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// A page with a core takes its time where many tests run at once.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let site: Site;

beforeAll(async () => {
  site = await Site.start({ isSavingData: true });
});

afterAll(() => site?.close());

/** The entries of a piece, as its JSON has them. */
async function entries(page: Page, piece: string): Promise<Record<string, unknown>[]> {
  await showAs(page, piece, "JSON");
  const text = await textOf(page.getByRole("textbox", { name: `${piece} as JSON` }));
  await showAs(page, piece, "Form");
  return JSON.parse(text);
}

const users = (page: Page) => entries(page, "Users before the login");
const links = (page: Page) => entries(page, "Links before the login");

/** What the focus is on, by its name. */
function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
}

test("a row is filled in cell by cell, and Enter adds the next", async () => {
  const page = await site.open();
  await openTab(page, "Users");
  await page.getByRole("button", { name: "Add a user" }).click();
  await expect.poll(() => focused(page)).toBe("E-mail of user 1");
  const order = [
    "Username of user 1",
    "First name of user 1",
    "Last name of user 1",
    "E-mail of user 1 is verified",
    "User 1 is active",
    "User 1 is registered",
    "Roles of user 1: none, not registered",
    "Remove user 1, bo@example.com",
  ];
  await page.keyboard.type("bo@example.com");
  for (const name of order) {
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe(name);
    if (name.startsWith("Username")) await page.keyboard.type("bo");
    if (name.startsWith("First")) await page.keyboard.type("Bo");
    if (name.startsWith("Last")) await page.keyboard.type("Diaz");
    if (name.endsWith("verified")) await page.keyboard.press("Space");
  }
  await page.getByLabel("Username of user 1").press("Enter");
  await expect.poll(() => focused(page)).toBe("Username of user 2");
  await page.keyboard.type("jane");
  await page.getByLabel("E-mail of user 1", { exact: true }).press("Enter");
  expect(await focused(page)).toBe("E-mail of user 2");
  await page.keyboard.type("jane@example.com");
  await verdict(page, /existing user|is linked to/i);
  expect(await users(page)).toEqual([
    {
      id: "00000000-0000-4000-8000-000000000001",
      active: true,
      email: "bo@example.com",
      username: "bo",
      firstName: "Bo",
      lastName: "Diaz",
      verified: true,
    },
    {
      id: "00000000-0000-4000-8000-000000000002",
      active: true,
      username: "jane",
      email: "jane@example.com",
    },
  ]);
});

test("a screen reader hears columns and rows", async () => {
  const page = await site.open();
  await openTab(page, "Users");
  await page.getByRole("button", { name: "Make this person a user" }).click();
  await page.getByRole("button", { name: "Link", exact: true }).click();
  const columns = async (label: string) => {
    const table = page.getByRole("region", { name: label }).getByRole("table");
    await table.waitFor();
    return table.getByRole("columnheader").allTextContents();
  };
  expect(await columns("Table of users")).toEqual([
    "User",
    "E-mail",
    "Username",
    "Name",
    "Verified",
    "Active",
    "Roles",
    "Remove",
  ]);
  expect(await columns("Table of links")).toEqual([
    "Link",
    "Leads to user",
    "Unique id",
    "Display name",
    "Remove",
  ]);
  await page.getByRole("rowheader", { name: "More of user 1, jane@example.com" }).waitFor();
  await page.getByRole("rowheader", { name: "Link 1" }).waitFor();
});

test("a row folds out to id, roles and a link for this person", async () => {
  const page = await site.open();
  await openTab(page, "Users");
  await page.getByRole("button", { name: "Add a user" }).click();
  await page.getByLabel("User 1 is registered").check();
  await page.getByRole("button", { name: "Roles of user 1: none" }).click();
  const more = page.getByRole("group", { name: "More of user 1" });
  await more.getByLabel("clerk").check();
  await more.getByLabel("admin").check();
  await page.getByRole("button", { name: "Roles of user 1: clerk, admin" }).waitFor();
  await more.getByLabel("User id").fill("10000000-0000-4000-8000-000000000009");
  await more.getByRole("button", { name: "Link this person to user 1" }).click();
  await verdict(page, /by the link that exists/);
  await page.getByRole("button", { name: /^More of user 1/ }).click();
  await more.waitFor({ state: "hidden" });
  expect(await users(page)).toMatchObject([
    { id: "10000000-0000-4000-8000-000000000009", registrations: [{ roles: ["clerk", "admin"] }] },
  ]);
  expect(await links(page)).toMatchObject([{ userId: "10000000-0000-4000-8000-000000000009" }]);
});

test("a link's cells are edited, and Enter adds a link", async () => {
  const page = await site.open();
  await openTab(page, "Users");
  expect(await page.getByRole("button", { name: "Add a link" }).isDisabled()).toBe(true);
  for (const [index, name] of ["bo", "jane"].entries()) {
    await page.getByRole("button", { name: "Add a user" }).click();
    await page.getByLabel(`Username of user ${index + 1}`).fill(name);
  }
  await page.getByRole("button", { name: "Add a link" }).click();
  await expect.poll(() => focused(page)).toBe("Unique id of link 1");
  await page.keyboard.type("sub-1");
  await page.getByLabel("User of link 1").selectOption({ label: "jane" });
  await page.getByLabel("Display name of link 1").fill("Jane");
  await page.getByLabel("Display name of link 1").press("Enter");
  await expect.poll(() => focused(page)).toBe("Display name of link 2");
  await page.getByRole("button", { name: "Remove link 2" }).click();
  await expect.poll(() => focused(page)).toBe("Remove link 1");
  expect(await links(page)).toMatchObject([
    {
      identityProviderUserId: "sub-1",
      userId: "00000000-0000-4000-8000-000000000002",
      displayName: "Jane",
    },
  ]);
});

test("removed rows leave the focus nearby, and come back by undo", async () => {
  const page = await site.open();
  await openTab(page, "Users");
  for (const [index, name] of ["one", "two"].entries()) {
    await page.getByRole("button", { name: "Add a user" }).click();
    await page.getByLabel(`Username of user ${index + 1}`).fill(name);
  }
  await page.getByRole("button", { name: "More of user 2, two" }).click();
  await page.getByRole("button", { name: "Remove user 1, one" }).click();
  await expect.poll(() => focused(page)).toBe("Remove user 1, two");
  await page.getByRole("group", { name: "More of user 1" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("FusionAuth knows nobody yet.").waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe("+ Add a user");
  const undo = page.getByRole("button", { name: /^Undo/ });
  await undo.click();
  const [first, second] = [1, 2].map((number) => page.getByLabel(`Username of user ${number}`));
  await expect.poll(() => first?.inputValue()).toBe("two");
  await undo.click();
  await expect.poll(() => first?.inputValue()).toBe("one");
  expect(await second?.inputValue()).toBe("two");
});

test("a full name stays one cell while it is typed anew", async () => {
  const page = await site.open();
  await openTab(page, "Users");
  await showAs(page, "Users before the login", "JSON");
  await page
    .getByRole("textbox", { name: "Users before the login as JSON" })
    .fill('[{ "id": "00000000-0000-4000-8000-000000000001", "fullName": "Bo Diaz" }]');
  await showAs(page, "Users before the login", "Form");
  const name = page.getByLabel("Full name of user 1");
  expect(await name.inputValue()).toBe("Bo Diaz");
  await name.fill("");
  await page.keyboard.type("Bo");
  expect(await users(page)).toMatchObject([{ fullName: "Bo" }]);
  await name.fill("");
  await page.keyboard.press("Tab");
  await page.getByLabel("Last name of user 1").fill("Diaz");
  const [user] = await users(page);
  expect(user).not.toHaveProperty("fullName");
  expect(user).toMatchObject({ lastName: "Diaz" });
});

test("where there is no room for a table, every user is a card", async () => {
  const page = await site.open(ON_PHONE);
  await openTab(page, "Users");
  await page.getByRole("button", { name: "Add a user" }).tap();
  const card = page.getByRole("group", { name: "User 1" });
  await card.getByLabel("E-mail", { exact: true }).fill("jane@example.com");
  await card.getByLabel("Registered for the application").check();
  await card.getByLabel("clerk").check();
  expect(await page.getByRole("table", { name: /users/ }).count()).toBe(0);
  expect(await users(page)).toMatchObject([
    { email: "jane@example.com", registrations: [{ roles: ["clerk"] }] },
  ]);
});

describe.each([
  ["1280", DESKTOP],
  ["1800", { width: 1800, height: 900 }],
  ["375", PHONE],
])("at %s pixels", (width, viewport) => {
  test.each(["light", "dark"] as const)("users are accessible in %s", async (colorScheme) => {
    const page = await site.open({ viewport, colorScheme });
    await page.evaluate(AXE);
    await openTab(page, "Users");
    await page.getByRole("button", { name: "Make this person a user" }).click();
    await page.getByRole("button", { name: "Link", exact: true }).click();
    await page.getByRole("button", { name: "Add a user" }).click();
    if (width !== "375") {
      await page.getByLabel("First name of user 2").fill("Alexandra");
      await page.getByLabel("User 2 is registered").check();
      await page.getByRole("button", { name: "Roles of user 2: none" }).click();
      await page.getByLabel("clerk").check();
    }
    await site.picture(page, `inputs-users-table-${width}-${colorScheme}`);
    const found = await page.evaluate(async () => {
      const axe = (globalThis as unknown as { axe: typeof import("axe-core") }).axe;
      const { violations } = await axe.run(".inputs");
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
    expect(found).toEqual([]);
    const [wide, room] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    expect(wide).toBe(room);
  });
});
