// After the first visit the page needs no server.

import { afterEach, expect, test } from "vitest";
import { outcomeOn, Site } from "./support/site.js";

let site: Site;

afterEach(() => site?.close());

test("the page opens, reloads and runs lambdas after the server is gone", async () => {
  site = await Site.start();
  const page = await site.open();
  await site.complete(page);
  await site.stop();
  await page.reload();
  await outcomeOn(page);
  expect(await page.locator("html").getAttribute("data-offline")).toBeTruthy();
});
