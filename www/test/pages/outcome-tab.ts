// The page with one of the outcome's tabs open.

import type { Page } from "playwright-core";
import type { OpenOptions, Site } from "./support/site.js";

/** Opens the page, and in it a tab of the outcome, which a narrow window shows in place of the input. */
export async function openOutcomeTab(
  site: Site,
  title: string,
  options: OpenOptions = {},
): Promise<Page> {
  const page = await site.open(options);
  const outcome = page
    .getByRole("group", { name: "What is shown" })
    .getByRole("button", { name: /^Outcome/ });
  if (await outcome.isVisible()) await outcome.click();
  await page.getByRole("tab", { name: title }).click();
  return page;
}
