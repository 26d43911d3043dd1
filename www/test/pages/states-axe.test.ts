// axe finds nothing in the main states of the whole page, in both themes.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findings } from "./axe.js";
import { openExample } from "./support/example.js";
import { openTab, showAs, write } from "./support/inputs.js";
import { DESKTOP, PHONE, Site } from "./support/site.js";

let site: Site;

beforeAll(async () => {
  site = await Site.start({ isSavingData: true });
});

afterAll(() => site?.close());

/** A state: the example it begins with, and the way to it. */
interface State {
  readonly example: string;
  go(page: Page): Promise<void>;
}

const header = (page: Page, name: string) =>
  page.getByRole("banner").getByRole("button", { name }).click();

const STATES: Readonly<Record<string, State>> = {
  "a lambda in its editor": {
    example: "lambdas/roles-from-cognito-groups/federated.json",
    async go(page) {
      await openTab(page, "Mapping");
      await page.locator(".cm-content").first().waitFor();
    },
  },
  "a policy, and its rules in the path": {
    example: "policies/roles-from-groups/several-groups.json",
    async go(page) {
      await openTab(page, "Mapping");
      await page.locator(".cm-content").first().waitFor();
    },
  },
  "a lambda that failed, and its log": {
    example: "lambdas/company-domain-only/stranger.json",
    go: (page) => page.getByRole("tab", { name: /^Log(?!in)/ }).click(),
  },
  "a decisive assumption": {
    example: "cognito/unverified-email.json",
    go: (page) => openTab(page, "Assumptions"),
  },
  "several logins": {
    example: "cognito/second-login.json",
    go: (page) => openTab(page, "History"),
  },
  "every strategy": {
    example: "cognito/no-email.json",
    async go(page) {
      await openTab(page, "Compare");
      await page
        .getByText("UserDoesNotExistByEmail")
        .or(page.getByText("MissingEmail"))
        .first()
        .waitFor();
    },
  },
  "a text that is not JSON": {
    example: "cognito/first-login.json",
    async go(page) {
      await openTab(page, "Identity provider");
      await showAs(page, "Identity provider", "JSON");
      const editor = page.locator(".cm-content").first();
      await editor.waitFor();
      await write(editor, '{ "enabled": ');
      await page.getByText("not-json").first().waitFor();
    },
  },
  "the dialog for links": {
    example: "cognito/first-login.json",
    async go(page) {
      await header(page, "Share");
      await page
        .getByRole("dialog")
        .getByText(/characters/)
        .waitFor();
    },
  },
  "the dialog for exports": {
    example: "policies/roles-from-groups/several-groups.json",
    async go(page) {
      await header(page, "Export");
      await page.getByRole("dialog").getByRole("button", { name: "Download" }).first().waitFor();
    },
  },
  "the dialog for imports": {
    example: "cognito/first-login.json",
    async go(page) {
      await header(page, "Import");
      await page.getByRole("dialog").waitFor();
    },
  },
};

test.each(Object.entries(STATES))("%s", async (name, { example, go }) => {
  const page = await openExample(site, example, { viewport: DESKTOP });
  await go(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page), colorScheme).toEqual([]);
    await site.picture(page, `state-${name.replaceAll(/\W+/g, "-")}-${colorScheme}`);
  }
});

test.each(["the path", "a lambda in its editor"])("on a phone: %s", async (name) => {
  const state = STATES[name] ?? { example: "cognito/existing-user.json", go: showOutcome };
  const page = await openExample(site, state.example, { viewport: PHONE });
  await state.go(page);
  expect(await findings(page)).toEqual([]);
  await site.picture(page, `state-phone-${name.replaceAll(/\W+/g, "-")}`);
});

async function showOutcome(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Outcome/ }).click();
  await page.getByRole("heading", { name: /Every step/ }).waitFor();
}
