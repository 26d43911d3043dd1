// Opens the page on one of the examples, as if it were the one that a first visit shows.

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { DESKTOP, type Site } from "./support/site.js";

/** The example that a first visit shows. */
const FIRST = "cognito/first-login.json";

/** The page with `example` in it, in a profile of its own. Messages of its console end the test. */
export async function openExample(
  site: Site,
  browser: Browser,
  example: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const profile = await browser.newContext({
    viewport: DESKTOP,
    serviceWorkers: "block",
    ...options,
  });
  const page = await profile.newPage();
  page.on("console", (message) => {
    throw new Error(`the page's console says: ${message.text()}`);
  });
  page.on("pageerror", (error) => {
    throw error;
  });
  if (example !== FIRST) {
    await page.route("**/*.js", async (route) => {
      const response = await route.fetch();
      const script = await response.text();
      const swapped = script.replace(FIRST, "another").replace(example, FIRST);
      await route.fulfill({ response, body: swapped });
    });
  }
  await page.goto(site.address);
  await page.getByRole("status").filter({ hasText: /\d{3}/ }).first().waitFor();
  return page;
}
