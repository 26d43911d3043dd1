import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openExample } from "./support/example.js";
import { showAs, write } from "./support/inputs.js";
import { PHONE, Site } from "./support/site.js";

// A machine that does other work too takes its time to start a page.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let site: Site;

beforeAll(async () => {
  site = await Site.start({ isSavingData: true });
});

afterAll(() => site?.close());

const open = (example: string, options = {}) => openExample(site, example, options);
const tab = (page: Page, name: string) =>
  page
    .getByRole("tablist", { name: "What comes out" })
    .getByRole("tab", { name: new RegExp(`^${name}\\b`) });
const status = (page: Page) => page.getByRole("status").first();
const ground = (element: Locator) =>
  element.evaluate((node) => getComputedStyle(node).backgroundColor);

describe("the path", () => {
  test.each([
    [
      "cognito/first-login.json",
      "No link exists; The strategy LinkByEmail decides; No user has this email; The e-mail address may be linked on; A user is created; The link is made; A registration is created; The user is logged in",
    ],
    [
      "cognito/existing-user.json",
      "No link exists; The strategy LinkByEmail decides; A user has this email; The e-mail address may be linked on; The existing user jane@example.com; The link is made; The registration exists; The user is logged in",
    ],
    [
      "cognito/unverified-email.json",
      "No link exists; The strategy LinkByEmail decides; A user has this email; The login is refused",
    ],
    [
      "cognito/no-email.json",
      "No link exists; The strategy LinkByEmail decides; No user has this email; The login is refused",
    ],
    [
      "cognito/pending-link.json",
      "No link exists; The strategy CreatePendingLink decides; A pending link is left",
    ],
  ])("of %s shows the branches taken", async (example, branches) => {
    const page = await open(example);
    const taken = page.getByRole("button", { name: /^Taken: / });
    const texts = await taken.allInnerTexts();
    const expected = branches.split("; ");
    expect(texts.length).toBe(expected.length + 1);
    expected.forEach((words, index) => {
      expect(texts[index + 1]?.toLowerCase()).toContain(words.toLowerCase());
    });
    await page.getByText("Not taken: ").first().waitFor();
  });

  test("of a second login is the short one, and the first stays at hand", async () => {
    const page = await open("cognito/second-login.json");
    const logins = page.getByRole("navigation", { name: /Logins/ });
    await logins.getByRole("button", { name: /Login 2/ }).click();
    await status(page).filter({ hasText: "by the link that exists" }).waitFor();
    await page.getByRole("button", { name: /^Taken: a link exists/i }).waitFor();
    await logins.getByRole("button", { name: /Login 1/ }).click();
    await page.getByRole("button", { name: /^Taken: no link exists/i }).waitFor();
  });

  test("says on focus what a step rests on, until Escape", async () => {
    const page = await open("cognito/first-login.json");
    await tab(page, "Path").focus();
    for (const _ of [1, 2, 3]) await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    await expect(focused.innerText()).resolves.toMatch(/No link exists/i);
    const basis = page.getByRole("tooltip");
    await expect(basis.innerText()).resolves.toMatch(/issue FusionAuth issue 2501/);
    await page.keyboard.press("Escape");
    await basis.waitFor({ state: "detached" });
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(basis.innerText()).resolves.toMatch(/FusionAuth issue 2501/);
    await site.picture(page, "outcome-path-basis");
  });

  test("lists the gates and rules of a policy with their results", async () => {
    const page = await open("policies/staff-by-domain/colleague.json");
    const steps = page.getByRole("region", { name: "Every step" });
    await steps.getByText("its condition does not hold").waitFor();
    await expect(steps.innerText()).resolves.toMatch(/rule staff for/i);
  });
});

describe("the changes", () => {
  test("light up with the claims they came from, both ways", async () => {
    const page = await open("lambdas/names-and-picture/first-login.json");
    await tab(page, "Changes").click();
    const row = page.getByRole("row", { name: /firstName/ });
    const claim = row.getByRole("button", { name: /userinfo\.given_name/ });
    await expect(claim.innerText()).resolves.toContain("Jane");
    const [rowBefore, claimBefore] = [await ground(row), await ground(claim)];
    await row.getByRole("button", { name: /^firstName/ }).focus();
    await expect.poll(() => ground(claim)).not.toBe(claimBefore);
    await page
      .getByRole("row", { name: /lastName/ })
      .getByRole("button", { name: /^lastName/ })
      .focus();
    await expect.poll(() => ground(row)).toBe(rowBefore);
    await claim.hover();
    await expect.poll(() => ground(row)).not.toBe(rowBefore);
    await site.picture(page, "outcome-changes");
  });

  test("lead into the lambda's line", async () => {
    const page = await open("lambdas/names-and-picture/first-login.json");
    await tab(page, "Changes").click();
    await page
      .getByRole("row", { name: /firstName/ })
      .getByRole("button", { name: /^line \d+/ })
      .click();
    await page.getByRole("tab", { name: "Mapping", selected: true }).waitFor();
  });

  test("show what stays when somebody asks, and instants as dates", async () => {
    const page = await open("cognito/existing-user.json");
    await tab(page, "Changes").click();
    const user = page.getByRole("region", { name: "User" });
    await user.getByRole("button", { name: /fields? stays?/ }).click();
    await user.getByRole("row", { name: /stays active/ }).waitFor();
    await user.getByRole("button", { name: /FusionAuth keeps/ }).click();
    await expect(user.innerText()).resolves.toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC \d{13}/);
  });

  test("of a refusal are none, and a pending link is shown", async () => {
    const refused = await open("cognito/no-email.json");
    await tab(refused, "Changes").click();
    await refused.getByText(/Nothing is stored/).waitFor();
    await refused.context().close();
    const pending = await open("cognito/pending-link.json");
    await tab(pending, "Changes").click();
    await pending.getByRole("heading", { name: "Pending link" }).waitFor();
    await pending.context().close();
  });
});

test("the log names writes without effect and why", async () => {
  const page = await open("policies/birth-date-and-locale/free-text.json");
  await tab(page, "Log").click();
  const panel = page.getByRole("tabpanel", { name: /^Log\b/ });
  await panel.getByText("user.timezone").first().waitFor();
  await expect(panel.innerText()).resolves.toMatch(/No effect: .*IANA time zone/s);
});

test("the log shows why a lambda failed, and where", async () => {
  const page = await open("lambdas/company-domain-only/stranger.json");
  await expect(status(page).innerText()).resolves.toMatch(/512/);
  await tab(page, "Log").click();
  const panel = page.getByRole("tabpanel", { name: /^Log\b/ });
  await panel.getByText("Error", { exact: true }).first().waitFor();
  await panel.getByRole("button", { name: /Open mapping, line \d+/ }).click();
  await page.getByRole("tab", { name: "Mapping", selected: true }).waitFor();
  await site.picture(page, "outcome-log");
});

test("a decisive assumption is shown beside its alternative, and can be tried", async () => {
  const page = await open("cognito/unverified-email.json");
  await status(page)
    .getByRole("button", { name: /string-false-email-verified/ })
    .click();
  const panel = page.getByRole("tabpanel", { name: /Assumptions/ });
  await expect(panel.innerText()).resolves.toMatch(/401.*UnverifiedEmail.*200/s);
  await site.picture(page, "outcome-assumptions");
  await panel.getByRole("button", { name: /Simulate with this value ignored/ }).click();
  await status(page).filter({ hasText: "200" }).waitFor();
  await panel.getByRole("button", { name: /Back to the default/ }).click();
  await status(page).filter({ hasText: "401" }).waitFor();
});

test("a scenario that is refused says why and where, and keeps the outcome before", async () => {
  const page = await open("cognito/first-login.json");
  await showAs(page, "What Cognito sends", "JSON");
  const login = page
    .locator(".cm-content")
    .and(page.getByRole("textbox", { name: "What Cognito sends as JSON" }));
  await write(login, '{ "userinfo": 7 }');
  await status(page).filter({ hasText: "cannot be simulated" }).waitFor();
  await page.getByText(/from before the last changes/).waitFor();
  await page.getByRole("button", { name: /^Taken: no link exists/i }).waitFor();
  await page.getByRole("tab", { name: "Identity provider" }).click();
  await status(page)
    .getByRole("button", { name: /^Open login/ })
    .click();
  await page.getByRole("tab", { name: "Login", selected: true }).waitFor();
  await site.picture(page, "outcome-refused");
});

test.each([375, 320])("nothing sticks out at %i pixels", async (width) => {
  const page = await open("lambdas/fabricated-email/finds-a-user.json", {
    viewport: { ...PHONE, width },
  });
  await page.getByRole("button", { name: /^Outcome/ }).click();
  for (const name of ["Path", "Changes", "Log", "Assumptions", "JSON"]) {
    await tab(page, name).click();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, name).toBeLessThanOrEqual(0);
    if (width === 375) await site.picture(page, `outcome-phone-${name.toLowerCase()}`);
  }
});

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

test.each(["light", "dark"] as const)("everybody can read it, %s", async (colorScheme) => {
  const axe = await readFile(AXE, "utf8");
  const page = await open("cognito/groups-and-custom-attributes.json", { colorScheme });
  await page.evaluate(axe);
  for (const name of ["Path", "Changes", "Log", "Assumptions"]) {
    await tab(page, name).click();
    const violations = await page.evaluate(async () => {
      const run = Reflect.get(globalThis, "axe").run;
      const { violations: found } = await run(".outcome");
      return found.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => {
        return `${id}: ${nodes.map(({ html }) => html).join(" ")}`;
      });
    });
    expect(violations, name).toEqual([]);
    await site.picture(page, `outcome-${colorScheme}-${name.toLowerCase()}`);
  }
});
