// What axe finds on the page, in words.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The levels that the page holds, and what is good practice besides. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Everything that axe holds against the page as it stands, one line a finding; an empty list is good news.
 *
 * ```ts
 * expect(await findings(page)).toEqual([]);
 * ```
 *
 * @param within A selector of the part to look at; the whole page, where absent.
 */
export async function findings(page: Page, within?: string): Promise<string[]> {
  await settled(page);
  // The page's policy forbids scripts that are put into it; what the debugger evaluates is none.
  await page.evaluate(SOURCE);
  const options: RunOptions = { runOnly: { type: "tag", values: TAGS } };
  const { violations } = await page.evaluate(
    async ([root, how]) => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      return (await axe.run(root ?? document, how as RunOptions)) as AxeResults;
    },
    [within, options] as const,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${help} at ${target} ${any[0]?.message ?? ""}`),
  );
}

/** Colours in the middle of a transition are nobody's. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))),
  );
}
