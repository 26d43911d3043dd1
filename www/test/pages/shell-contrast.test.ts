// The colours of the page hold their contrast, in light and in dark.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const tokens = readFileSync(new URL("../../src/style/tokens.css", import.meta.url), "utf8");

const GROUNDS = ["ground", "surface", "surface-2", "surface-3"];
const TINTS = ["accent-ground", "good-ground", "warn-ground", "bad-ground"];
/** Text and the grounds on which it may stand. */
const WORDS: readonly [string, readonly string[]][] = [
  ["text", [...GROUNDS, ...TINTS]],
  ["text-2", [...GROUNDS, ...TINTS]],
  ["dim", ["ground", "surface", "surface-2"]],
  ["accent", ["ground", "surface", "surface-2", "accent-ground"]],
  ["accent-strong", [...GROUNDS, "accent-ground"]],
  ["good", ["ground", "surface", "surface-2", "good-ground"]],
  ["warn", ["ground", "surface", "surface-2", "warn-ground"]],
  ["bad", ["ground", "surface", "surface-2", "bad-ground"]],
  ["on-accent", ["accent", "accent-strong"]],
  ["on-point", ["point"]],
];
/** What has to be seen without being read. */
const GRAPHICS: readonly [string, readonly string[]][] = [
  ["line-strong", ["ground", "surface", "surface-2"]],
  ["accent", GROUNDS],
];

describe.each(["light", "dark"] as const)("in %s", (theme) => {
  const pairs = (list: typeof WORDS) =>
    list.flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const));

  test.each(pairs(WORDS))("--%s can be read on --%s", (front, ground) => {
    expect(contrast(colour(front, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(GRAPHICS))("--%s can be seen on --%s", (front, ground) => {
    expect(contrast(colour(front, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

function colour(name: string, theme: "light" | "dark"): string {
  const both = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens);
  const found = both?.[theme === "light" ? 1 : 2];
  if (!found) throw new Error(`tokens.css has no --${name}`);
  return found;
}

/** As WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
