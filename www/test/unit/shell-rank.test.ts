// A few letters find what is meant.

import fc from "fast-check";
import { expect, test } from "vitest";
import { rank, score } from "../../src/app/rank.js";

const TITLES = [
  "Use linking strategy LinkByEmail",
  "Use linking strategy LinkByUsername",
  "Cognito groups become roles",
  "Copy a link to this scenario",
  "Undo",
];
const find = (query: string) => rank(query, TITLES, (title) => title);

test("words are found in any order", () => {
  expect(find("roles cognito")).toEqual(["Cognito groups become roles"]);
});

test("first letters of words are found", () => {
  expect(find("cgbr")).toEqual(["Cognito groups become roles"]);
});

test("the beginning of a word comes before its middle", () => {
  expect(find("un")[0]).toBe("Undo");
  expect(find("user")).toEqual(["Use linking strategy LinkByUsername"]);
});

test("words in the query's own order come first", () => {
  const titles = ["Show the outcome as JSON, go to", "Then go to the outcome", "Go to the outcome"];
  expect(rank("go to the outcome", titles, (title) => title)).toEqual(titles.toReversed());
});

test("letters that are not there find nothing", () => {
  expect(find("xyz")).toEqual([]);
});

test("no query leaves everything in its order", () => {
  expect(find("  ")).toEqual(TITLES);
});

test("every part of a text finds it", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 30 }),
      fc.nat(),
      fc.nat(),
      (text, from, to) => {
        const [start, end] = [from % text.length, (to % text.length) + 1];
        const part = text.slice(Math.min(start, end - 1), Math.max(start + 1, end)).trim();
        expect(score(part, text)).toBeGreaterThan(0);
      },
    ),
  );
});

test("any text can be asked for", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (query, text) => {
      expect(score(query, text)).toBeGreaterThanOrEqual(0);
    }),
  );
});
