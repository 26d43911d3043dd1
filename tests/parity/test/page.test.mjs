// What the page of engines is told.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { numbers, withNumbers } from "../page.mjs";

const row = (same, explained = 0) => ({ same, explained, unexplained: 0 });
const tally = {
  bySource: new Map([
    ["examples", new Map([["24.1.2", row(41)]])],
    [
      "generated",
      new Map([
        ["24.1.2", row(4000, 2)],
        ["22.3.3", row(998)],
      ]),
    ],
  ]),
  byDifference: new Map([
    ["error-stack", 2],
    ["locale-style", 0],
  ]),
  unexplained: [],
};

test("the numbers are those of the run", () => {
  const text = numbers(tally);
  assert.match(text, /^\| examples \| 41 \| – \| – \|$/m);
  assert.match(text, /^\| generated \| 4,000 of 4,002 \| – \| 998 \|$/m);
  assert.match(
    text,
    /^Of 5,041 pairs 5,039 gave the same outcome\. Listed .*: `error-stack` 2\. No/m,
  );
});

test("the page keeps everything else, and its marks", () => {
  const page = readFileSync(new URL("../../../docs/engines.md", import.meta.url), "utf8");
  const once = withNumbers(page, numbers(tally));
  assert.ok(once.includes("| examples | 41 |"));
  assert.equal(withNumbers(once, "x\n"), withNumbers(page, "x\n"));
  assert.throws(() => withNumbers("# Engines\n", "x"), /marks/);
});
