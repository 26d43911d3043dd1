import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findings } from "./axe.js";
import { openOutcomeTab } from "./outcome-tab.js";
import { openTab, showAs, write } from "./support/inputs.js";
import { DESKTOP, type OpenOptions, PHONE, Site } from "./support/site.js";

let site: Site;

beforeAll(async () => {
  site = await Site.start({ isSavingData: true });
});

afterAll(() => site?.close());

/** The page with the comparison open. */
function compare(options: OpenOptions = {}): Promise<Page> {
  return openOutcomeTab(site, "Compare", options);
}

function cell(page: Page, name: RegExp) {
  return page.getByRole("gridcell", { name });
}

async function addExample(page: Page, name: string): Promise<void> {
  const summary = page.getByText("Add a login to compare");
  if (!(await page.getByLabel("From an example").isVisible())) await summary.click();
  await page.getByLabel("From an example").selectOption(name);
  await page.getByRole("button", { name: "Add the example's login" }).click();
}

test("what happens with LinkByUsername is seen at once, and one key says why", async () => {
  const page = await compare();
  const asked = cell(page, /^LinkByUsername, This login: 401 refused/);
  await expect(asked.innerText()).resolves.toMatch(/401 refused\s≠\s+MissingUsername/);
  await asked.getByRole("button").focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("region", { name: "LinkByUsername, This login" });
  await expect(panel.innerText()).resolves.toMatch(/is refused: there is no username to link on/);
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Close this cell" }).press("Enter");
  await panel.waitFor({ state: "detached" });
  const focused = page.locator(":focus");
  await expect(focused.innerText()).resolves.toMatch(/^LinkByUsername, This login/);
});

test("arrow keys go from strategy to strategy, and Tab comes to the scenario's own", async () => {
  const page = await compare();
  await cell(page, /^LinkByEmail, This login/).waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await page.getByRole("tab", { name: "Compare" }).focus();
  for (let step = 0; step < 4 && !(await focused()).startsWith("LinkByEmail,"); step++) {
    await page.keyboard.press("Tab");
  }
  expect(await focused()).toMatch(/^LinkByEmail, This login/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toMatch(/^LinkByUsername, This login/);
  await page.keyboard.press("Control+End");
  expect(await focused()).toMatch(/^Disabled, This login/);
});

test("using a strategy changes the verdict", async () => {
  const page = await compare();
  await cell(page, /^CreatePendingLink, This login/)
    .getByRole("button")
    .click();
  await page.getByRole("button", { name: "Use CreatePendingLink" }).click();
  await page.getByRole("status").filter({ hasText: /232/ }).first().waitFor();
  await page.getByRole("rowheader", { name: /CreatePendingLink.*this scenario/ }).waitFor();
  await page.getByText("This scenario has this strategy.").waitFor();
});

test("the login without e-mail address is refused by e-mail, and gets in anonymously", async () => {
  const page = await compare();
  await addExample(page, "cognito/no-email");
  await cell(page, /^LinkByEmail, cognito\/no-email: 401 refused\s*MissingEmail/).waitFor();
  await cell(page, /^LinkAnonymously, cognito\/no-email: 200 anonymous user/).waitFor();
  await cell(page, /^CreatePendingLink, cognito\/no-email: 232 has to choose/).waitFor();
  await page.getByText(/Under LinkByEmail.*1 of 2 logins is refused/).waitFor();
  await page
    .getByRole("rowheader", { name: /LinkByUsername.*both logins are refused/ })
    .first()
    .waitFor();
});

test("variants are a click, are kept for the next visit, and can become the login", async () => {
  const page = await compare();
  await page.getByRole("button", { name: "no e-mail" }).click();
  const varied = /^LinkByEmail, no e-mail: 401 refused/;
  await cell(page, varied).waitFor();
  await page.reload();
  await page.getByRole("tab", { name: "Compare" }).click();
  await cell(page, varied).getByRole("button").click();
  await page.getByRole("button", { name: "Put this login into the scenario" }).click();
  await page.getByRole("status").filter({ hasText: /401/ }).first().waitFor();
  await expect(page.getByRole("tab", { name: "Path" }).getAttribute("aria-selected")).resolves.toBe(
    "true",
  );
});

test("a payload is added, and what is none is told", async () => {
  const page = await compare();
  await page.getByText("Add a login to compare").click();
  const box = page.getByLabel(/^Or a token/);
  await box.fill("this is nothing");
  await page.getByRole("button", { name: "Add what is pasted" }).click();
  await page.getByRole("alert").filter({ hasText: /token/ }).waitFor();
  await box.fill('{"sub":"7","email":"kim@example.com","email_verified":"true"}');
  await page.getByLabel("Called").fill("Kim");
  await page.getByRole("button", { name: "Add what is pasted" }).click();
  await cell(page, /^LinkByEmail, Kim: 200 new user/).waitFor();
  await page.getByRole("button", { name: "Remove Kim" }).click();
  await cell(page, /^LinkByEmail, Kim/).waitFor({ state: "detached" });
});

test("two policies differ where the core says so, and its claims can be tried", async () => {
  const page = await compare();
  await page.getByLabel("Compare with").selectOption("example:policies/verified-email-gate");
  await page.getByRole("button", { name: /Use the one before/ }).click();
  await page.getByLabel("Compare with").selectOption("exported");
  await page.getByText("No difference on this login.").waitFor();
  await page.getByLabel("Compare with").selectOption("example:policies/staff-by-domain");
  const gates = page.getByRole("article", { name: "Who may sign in" });
  await expect(gates.innerText()).resolves.toMatch(/Please confirm your e-mail address first\./);
  await site.picture(page, "compare-policies");
  const roles = page.getByRole("article", { name: "registration.roles" }).first();
  await expect(roles.innerText()).resolves.toMatch(/email_verified\s+true/);
  await roles.getByRole("button", { name: "Try these claims" }).click();
  await roles.getByText(/Login 1 has these claims now/).waitFor();
  await page.getByText("Both policies, run for each login above.").waitFor();
});

test("two lambdas that agree on the login differ on a variant of it", async () => {
  const page = await compare();
  const lambda = (name: string) =>
    `function reconcile(user, registration, jwt, id_token) { user.fullName = id_token ? jwt.email : "${name}"; }`;
  await page.getByRole("button", { name: "another sub" }).click();
  await page.getByLabel("Compare with").selectOption("pasted");
  const box = page.getByRole("textbox", { name: "The other policy or lambda" });
  await write(box, lambda("nobody"));
  await page.getByRole("button", { name: /Use the one before/ }).click();
  await page.getByText("Both are the same, word for word.").waitFor();
  await write(box, lambda("somebody"));
  await page.getByText("No difference on these 2 logins.").waitFor();
  await page.getByText(/a login that is not listed may still differ/).waitFor();
  await page.getByRole("button", { name: "no ID token" }).click();
  const differing = page.getByRole("article", { name: "no ID token" });
  await expect(differing.innerText()).resolves.toMatch(/user\.fullName\s+somebody\s+nobody/);
  await page.getByText("Both texts, line by line").click();
  const lines = page.getByRole("region", { name: "Both texts, line by line" });
  await expect(lines.innerText()).resolves.toMatch(
    /only before:\s.*"somebody"[\s\S]*only after:\s.*"nobody"/,
  );
  await site.picture(page, "compare-lambdas");
});

test("nothing is compared while the scenario is half typed, and that is told", async () => {
  const page = await compare();
  await cell(page, /^LinkByEmail, This login: 200/).waitFor();
  await openTab(page, "Identity provider");
  await showAs(page, "Identity provider", "JSON");
  const box = page.getByRole("textbox", { name: "Identity provider as JSON" });
  await write(box, "{ ");
  const comparison = page.getByRole("region", { name: "Under every linking strategy" });
  await comparison.getByText("Dimmed cells show the last outcome there was.").waitFor();
  await comparison.getByText(/^Cannot be simulated\..*JSON/).waitFor();
  await write(box, '{ "linkingStrategy": "LinkByEmail" }');
  await page
    .getByText("Dimmed cells show the last outcome there was.")
    .waitFor({ state: "detached" });
});

const SMALL = { width: 320, height: 640 };

test.each([
  ["desktop", DESKTOP, "light"],
  ["desktop", DESKTOP, "dark"],
  ["phone", PHONE, "light"],
  ["phone", PHONE, "dark"],
  ["small", SMALL, "light"],
  ["wide", { width: 2000, height: 1000 }, "light"],
] as const)(
  "nothing sticks out, and everything is reachable: %s, %o, %s",
  async (name, viewport, colorScheme) => {
    const page = await compare({ viewport, colorScheme });
    await cell(page, /^LinkByUsername, This login/)
      .getByRole("button")
      .click();
    await page.getByRole("button", { name: "no e-mail" }).click();
    await page.getByRole("button", { name: "e-mail not verified" }).click();
    await cell(page, /^LinkByEmail, e-mail not verified: 401/).waitFor();
    await page.getByText("Add a login to compare").click();
    await site.picture(page, `compare-${name}-${colorScheme}`);
    const outside = await page.evaluate(() => {
      const view = document.querySelector(".compare");
      const { scrollWidth, clientWidth } = document.documentElement;
      return view ? [view.scrollWidth - view.clientWidth, scrollWidth - clientWidth] : undefined;
    });
    expect(outside).toEqual([0, 0]);
    if (viewport === SMALL) return;
    // Where somebody reads now, a phone's head lies over what is scrolled below it.
    await page.evaluate(() => scrollTo(0, 0));
    expect(await findings(page, ".compare")).toEqual([]);
  },
);
