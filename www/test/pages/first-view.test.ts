import { afterAll, beforeAll, expect, test } from "vitest";
import { Site } from "./support/site.js";

let site: Site;

beforeAll(async () => {
  site = await Site.start();
});

afterAll(() => site?.close());

test("a first visit shows a login that works", async () => {
  const page = await site.open();
  await expect(page.getByRole("status").first().innerText()).resolves.toMatch(/200/);
  await site.picture(page, "first-view");
});
