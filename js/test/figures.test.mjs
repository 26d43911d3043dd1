// What the figures in the documents rest on: the counter of instructions, and the marks that numbers stand in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { COUNTER, withCounter } from "../../benches/counted/meter.mjs";
import { shown } from "../../benches/figures/list.mjs";
import { filled, loose, stale, unknown } from "../../benches/figures/marks.mjs";

/** `count(n)`: a loop that goes round `n` times, five instructions each time, beside a global and an import. */
const MODULE = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  // A function of a number that gives a number, and one of nothing.
  ...[1, 9, 2, 0x60, 1, 0x7f, 1, 0x7f, 0x60, 0, 0],
  // The host's function, and its global.
  ...[2, 14, 2, 1, 0x68, 1, 0x66, 0, 1, 1, 0x68, 1, 0x67, 3, 0x7f, 0],
  ...[3, 2, 1, 0],
  ...[6, 6, 1, 0x7f, 0, 0x41, 7, 0x0b],
  ...[7, 9, 1, 5, 0x63, 0x6f, 0x75, 0x6e, 0x74, 0, 1],
  ...[10, 20, 1, 18, 0],
  // loop; local.get 0; i32.const 1; i32.sub; local.tee 0; br_if 0; end; global.get 1; end
  ...[0x03, 0x40, 0x20, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b, 0x23, 1, 0x0b],
]);

test("a module counts the instructions that it executes, and does what it did", async () => {
  const { instance } = await WebAssembly.instantiate(withCounter(MODULE), {
    h: { f() {}, g: 1 },
  });
  const counter = instance.exports[COUNTER];
  assert.equal(instance.exports.count(1), 7);
  const once = counter.value;
  assert.equal(instance.exports.count(101), 7);
  // Each round is five instructions; the rest is the same.
  assert.equal(counter.value - once - once, 500n);
  assert.equal(once, 7n);
});

test("a module with an instruction that the counter does not know is refused", () => {
  const odd = Uint8Array.from(MODULE);
  odd[odd.length - 4] = 0x06;
  assert.throws(() => withCounter(odd), /the instruction 0x6 is not known/);
});

const TEXTS = new Map([["policy.text", "18 µs"]]);
const mark = (text) => `It takes <!--figure:policy.text-->${text}<!--/-->.\n`;

test("marks are filled, and what they say otherwise is found", () => {
  assert.equal(filled(mark(""), TEXTS), mark("18 µs"));
  assert.deepEqual(stale("a.md", `\n${mark("18 µs")}`, TEXTS), []);
  assert.match(stale("a.md", `\n${mark("17 µs")}`, TEXTS)[0], /^a\.md:2: `policy\.text` is not/);
  assert.deepEqual(unknown("<!--figure:other-->1<!--/-->", TEXTS), ["other"]);
});

test("a number that looks measured has to stand in a mark, or to be allowed", () => {
  const faults = (text, allowed = [], used = new Set()) => loose("a.md", text, allowed, used);
  assert.deepEqual(faults(mark("18 µs")), []);
  assert.deepEqual(faults("<!--measured once-->\n18 µs\n<!--/-->"), []);
  for (const number of ["18 µs", "1.5 ms", "300 KB", "2 MB", "1.3×", "10 to 15 microseconds"]) {
    assert.match(faults(`\nIt is ${number}.`)[0], /^a\.md:2: `[^`]+` looks measured/, number);
  }
  assert.deepEqual(faults("After 3 msgs in 2024, 5 times, 10 kinds."), []);
  const entry = { file: "a.md", text: "up to 5 MB", why: "A limit." };
  const used = new Set();
  assert.deepEqual(faults("It takes up to 5 MB of text.", [entry], used), []);
  assert.deepEqual([...used], [entry]);
  assert.equal(faults("It is 5 MB.", [entry]).length, 1);
});

test("figures are written alike everywhere", () => {
  assert.equal(shown(6.94, "µs"), "6.9 µs");
  assert.equal(shown(18.4, "µs"), "18 µs");
  assert.equal(shown(1536, "KB"), "1.5 KB");
  assert.equal(shown(1.26, "×"), "1.3×");
});
