// The frame and everything that lies over it, as axe sees them: in both themes, on a desk and on a phone.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { findings } from "./axe.js";
import { DESKTOP, PHONE, Site } from "./support/site.js";

vi.setConfig({ testTimeout: 30_000 });

let site: Site;

beforeAll(async () => {
  site = await Site.start({ isSavingData: true });
});

afterAll(() => site?.close());

const button = (name: string | RegExp) => (page: Page) =>
  page.getByRole("button", { name }).click();

/** What can be open, and how it is opened. */
const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  "first visit": async () => undefined,
  gallery: async (page) => {
    await button("Examples")(page);
    await page.getByRole("heading", { name: "Refuse strangers" }).waitFor();
  },
  "gallery with a search that finds nothing": async (page) => {
    await button("Examples")(page);
    await page.getByRole("searchbox").pressSequentially("qqq");
    await page.getByText("No example has these words").waitFor();
    // Escape empties the search first.
    await page.getByRole("button", { name: "Close" }).focus();
  },
  palette: async (page) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("option").first().waitFor();
  },
  help: async (page) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: /Find a command/ }).fill("help keys");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Words" }).waitFor();
  },
  "list of strategies": async (page) => {
    await page.getByRole("combobox", { name: "Linking strategy" }).click();
    await page.getByRole("option", { name: /LinkAnonymously/ }).waitFor();
  },
  menu: async (page) => {
    await page.getByRole("button", { name: /^(Menu|Theme)/ }).click();
    await page.getByRole("menuitemradio", { name: "Dark" }).waitFor();
  },
};

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  describe.each([DESKTOP, PHONE])("at $width", (viewport) => {
    let page: Page;
    beforeAll(async () => {
      page = await site.open({ viewport, colorScheme });
    });
    afterAll(() => page?.context().close());

    test.each(Object.entries(STATES))("%s", async (name, open) => {
      await open(page);
      expect(await findings(page)).toEqual([]);
      const file = `shell-${name.replaceAll(" ", "-")}-${colorScheme}-${viewport.width}`;
      await site.picture(page, file);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    });
  });
});
