// What the page shows is what the command line prints, for every example there is.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildHarness, outcomeOf, simulate, startHarness } from "./support/harness-site.js";
import type { Site } from "./support/site.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
let directory: string;
let site: Site;
let page: Page;

beforeAll(async () => {
  directory = buildHarness();
  site = await startHarness(directory);
  page = await site.open();
});

afterAll(() => site?.close());

/** What the command line says of each of `paths`. */
function printed(paths: readonly string[]): Record<string, unknown> {
  const files = paths.map((path) => `examples/${path}`);
  const words = ["js/dist/cli.js", "preview", "--json", ...files];
  const maxBuffer = 1 << 28;
  return JSON.parse(execFileSync(process.execPath, words, { cwd: ROOT, maxBuffer }).toString());
}

test("every example has the same outcome on the page and on the command line", async () => {
  const examples = await page.evaluate(() => window.kit.examples);
  expect(examples.length).toBeGreaterThan(40);
  const groups = new Set(examples.map(({ path }) => path.split("/")[0]));
  expect([...groups].sort()).toEqual(["cognito", "lambdas", "policies", "types"]);
  const expected = printed(examples.map(({ path }) => path));
  for (const { path, text } of examples) {
    const found = outcomeOf(await simulate(page, text));
    expect(found, path).toEqual(expected[`examples/${path}`]);
  }
});

test("the small module says the same as the whole one", async () => {
  // A page whose whole module never arrives goes on with the small one.
  const slim = await startHarness(directory, { instead: new Map([["whole-", undefined]]) });
  try {
    const first = await slim.open({ mayComplain: true });
    const examples = await first.evaluate(() => window.kit.examples);
    const plain = examples.filter(({ path }) => path.startsWith("cognito/"));
    const expected = printed(plain.map(({ path }) => path));
    for (const { path, text } of plain) {
      const found = outcomeOf(await simulate(first, text));
      expect(found, path).toEqual(expected[`examples/${path}`]);
    }
    expect(await first.locator("html").getAttribute("data-stage")).toBe("first");
  } finally {
    await slim.close();
  }
});
