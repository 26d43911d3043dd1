// Every tab of what goes in, at every width, in light and dark.

import { afterAll, beforeAll, expect, test } from "vitest";
import { findings } from "./axe.js";
import { openTab } from "./support/inputs.js";
import { DESKTOP, PHONE, Site } from "./support/site.js";

const TABS = ["Login", "Identity provider", "Application", "Users", "Settings", "Scenario"];

let site: Site;

beforeAll(async () => {
  site = await Site.start({ isSavingData: true });
});

afterAll(() => site?.close());

test.each([
  ["1280", DESKTOP, "light"],
  ["1280", DESKTOP, "dark"],
  ["375", PHONE, "light"],
  ["375", PHONE, "dark"],
] as const)("every tab is accessible: %s, %o, %s", async (width, viewport, colorScheme) => {
  const page = await site.open({ viewport, colorScheme });
  for (const title of TABS) {
    await openTab(page, title);
    if (title === "Users") {
      await page.getByRole("button", { name: "Make this person a user" }).click();
      await page.getByRole("button", { name: "Link", exact: true }).click();
    }
    await site.picture(page, `inputs-${title.replace(" ", "-")}-${width}-${colorScheme}`);
    // The editor has tests of its own.
    const found = (await findings(page, ".inputs")).filter((one) => !one.includes(".cm-"));
    expect({ title, found }).toEqual({ title, found: [] });
  }
});

test.each([
  ["1280", DESKTOP],
  ["375", PHONE],
  ["320", { width: 320, height: 640 }],
])("no tab scrolls sideways: %s", async (_, viewport) => {
  const page = await site.open({ viewport });
  for (const title of TABS) {
    await openTab(page, title);
    const inputs = page.locator(".inputs");
    const [wide, room] = await inputs.evaluate((el) => [el.scrollWidth, el.clientWidth]);
    expect({ title, wide }).toEqual({ title, wide: room });
  }
});
