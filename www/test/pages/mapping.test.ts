import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DESKTOP, PHONE, Site } from "./support/site.js";

let site: Site;

beforeAll(async () => {
  site = await Site.start({ isSavingData: true });
});

afterAll(() => site?.close());

const SIZES = [
  ["desktop", DESKTOP],
  ["phone", PHONE],
] as const;

async function open(page: Page, tab: string): Promise<void> {
  await page.getByRole("tab", { name: /^Mapping/ }).click();
  await page.getByRole("tab", { name: tab }).click();
}

async function start(page: Page, from: string): Promise<void> {
  const templates = page.getByRole("combobox", { name: "Start from" });
  await templates.focus();
  await templates.locator("option", { hasText: from }).waitFor({ state: "attached" });
  await templates.selectOption({ label: from });
}

describe.each(SIZES)("at the size of a %s", (size, viewport) => {
  test("a policy is started, asked, and shown as a lambda", async () => {
    const page = await site.open({ viewport });
    await open(page, "Policy");
    await start(page, "roles from groups");
    await expect
      .poll(() => page.getByRole("switch", { name: "Policy in use" }).isChecked())
      .toBe(true);
    await page
      .getByRole("textbox", { name: "Field" })
      .or(page.getByRole("combobox", { name: "Field" }))
      .fill("registration.roles");
    await page.getByRole("button", { name: "Ask" }).click();
    await page.getByRole("list", { name: "What leads to registration.roles" }).waitFor();
    await site.picture(page, `mapping-why-${size}`);
    await page.getByRole("button", { name: "Show this policy as a lambda" }).click();
    const lambda = page.getByRole("textbox", { name: "The policy as a lambda, read only" });
    await expect.poll(() => lambda.innerText()).toContain("function reconcile(");
    await lambda.click();
    await page.keyboard.type("x");
    await expect(lambda.innerText()).resolves.not.toContain("xfunction");
    await site.picture(page, `mapping-as-lambda-${size}`);
  });

  test("attribute mappings are edited in a table and become a policy", async () => {
    const page = await site.open({ viewport, colorScheme: "dark" });
    await open(page, "Attribute mappings");
    await page.getByRole("switch", { name: "Attribute mappings in use" }).check();
    await page.getByLabel("New field", { exact: true }).fill("user.firstName");
    await page.getByLabel("Claim for the new field").fill("jwt.given_name");
    await page.keyboard.press("Enter");
    await page.getByLabel("Claim for user.firstName").waitFor();
    await page.getByText("As JSON").click();
    await page.locator(".cm-content").getByText('"jwt.given_name"').waitFor();
    await site.picture(page, `mapping-attributes-dark-${size}`);
    await page.getByRole("button", { name: "Turn attribute mappings into a policy" }).click();
    const policy = page.getByRole("textbox", { name: "Policy", exact: true });
    await expect.poll(() => policy.innerText()).toContain('"user.firstName": "jwt.given_name"');
    await page.getByRole("list", { name: "What the policy does differently" }).waitFor();
    await site.picture(page, `mapping-converted-dark-${size}`);
    await page.getByRole("tab", { name: "Attribute mappings" }).click();
    const inUse = page.getByRole("switch", { name: "Attribute mappings in use" });
    await expect(inUse.isChecked()).resolves.toBe(false);
    // Both at once: the policy wins, and the page says so.
    await inUse.check();
    await page.getByRole("list", { name: "Findings about mapping" }).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(viewport.width);
    await site.picture(page, `mapping-both-dark-${size}`);
  });
});

test("what is switched off comes back as it was", async () => {
  const page = await site.open();
  await open(page, "Attribute mappings");
  const inUse = page.getByRole("switch", { name: "Attribute mappings in use" });
  await inUse.check();
  await page.getByLabel("New field", { exact: true }).fill("user.data.plan");
  await page.getByLabel("Claim for the new field").fill("/jwt/custom:plan");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await inUse.uncheck();
  await expect(page.getByLabel("Claim for user.data.plan").count()).resolves.toBe(0);
  await inUse.check();
  await expect(page.getByLabel("Claim for user.data.plan").inputValue()).resolves.toBe(
    "/jwt/custom:plan",
  );
  await page.getByRole("button", { name: "Remove user.data.plan" }).click();
  await expect(page.getByLabel("Claim for user.data.plan").count()).resolves.toBe(0);
});

test("a question that a policy cannot answer is answered in words", async () => {
  const page = await site.open();
  await open(page, "Policy");
  await start(page, "First and last name");
  await page.getByLabel("Field", { exact: true }).fill("user.nothing");
  await page.getByRole("button", { name: "Ask" }).click();
  await page.getByRole("status").filter({ hasText: "A user has no field" }).waitFor();
});

test("a lambda that fails shows where", async () => {
  const page = await site.open();
  await open(page, "Lambda");
  const editor = page.locator(".cm-content");
  await editor.click();
  await page.keyboard.insertText(
    "function reconcile(user, registration, jwt) {\n  jwt.address.street;\n}",
  );
  await page
    .getByRole("status")
    .filter({ hasText: /^1 error/ })
    .waitFor();
  await page.keyboard.press("F8");
  await page.getByRole("dialog").getByText("the login stopped while claims were mapped").waitFor();
});

test("the narrowest page is not wider than its window", async () => {
  const page = await site.open({ viewport: { width: 320, height: 640 } });
  for (const tab of ["Lambda", "Policy", "Attribute mappings"]) {
    await open(page, tab);
    if (tab === "Attribute mappings") await page.getByRole("switch").check();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, tab).toBeLessThanOrEqual(320);
  }
  await site.picture(page, "mapping-narrowest");
});
