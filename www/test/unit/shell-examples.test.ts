// The gallery's examples are there, and can be opened.

import all from "virtual:examples";
import first from "virtual:first-example";
import { expect, test } from "vitest";
import { decompose } from "../../src/draft/decompose.js";
import { CATALOGUE } from "../../src/examples/catalogue.js";
import { neighbour } from "../../src/view/shell/gallery/walk.js";

const picks = CATALOGUE.flatMap((job) => job.picks);
const byPath = new Map(all.map((example) => [example.path, example]));

test("there are many, for several jobs", () => {
  expect(picks.length).toBeGreaterThanOrEqual(15);
  expect(CATALOGUE.length).toBeGreaterThanOrEqual(6);
});

test("none is there twice", () => {
  expect(new Set(picks.map(({ path }) => path)).size).toBe(picks.length);
});

test.each(picks)("$path is there, and teaches something in a sentence", ({ path, teaches }) => {
  expect(byPath.has(path)).toBe(true);
  expect(teaches).toMatch(/^\p{Lu}[^!]{20,110}\.$/u);
});

test.each(all.map(({ path, text }) => [path, text]))(
  "%s can be opened, and has a name",
  (_, text) => {
    expect(decompose(text)?.name).toMatch(/.{10}/);
  },
);

test("the first example is the first of the gallery", () => {
  expect(first.path).toBe(picks[0]?.path);
  expect(first).toEqual(byPath.get(first.path));
});

test("arrows go to the nearest card", () => {
  const at = (left: number, top: number) => ({ left, right: left + 90, top, bottom: top + 90 });
  const boxes = [at(0, 0), at(100, 0), at(200, 0), at(0, 100), at(100, 100), at(0, 200)];
  expect(neighbour("ArrowDown", 1, boxes)).toBe(4);
  expect(neighbour("ArrowDown", 2, boxes)).toBe(4);
  expect(neighbour("ArrowUp", 5, boxes)).toBe(3);
  expect(neighbour("ArrowRight", 2, boxes)).toBe(3);
  expect(neighbour("ArrowUp", 0, boxes)).toBe(-1);
  expect(neighbour("ArrowRight", 5, boxes)).toBe(-1);
});
