// `test --watch`: runs again what changed, never two at once, and ends when it is told to.

import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { directoryWith, start } from "./support/cli.mjs";
import { firstLogin } from "./support/scenarios.mjs";
import { source } from "./support/source.mjs";

const { watch } = await source("cli/test/watch");

const passing = firstLogin({ expect: { status: 200 } });
const failing = firstLogin({ expect: { status: 401 } });

/** A watch of `operands`, with what it prints and the keys of a terminal. */
class Session {
  #out = "";
  #seen = 0;
  #wake = () => {};

  constructor(context, operands, { isTTY = true } = {}) {
    this.input = Object.assign(new PassThrough(), { isTTY, raw: [] });
    this.input.setRawMode = (mode) => this.input.raw.push(mode);
    const write = (text) => {
      this.#out += text;
      this.#wake();
    };
    this.ended = watch(operands, { input: this.input, output: { write } });
    context.after(async () => {
      this.input.end();
      await this.ended;
    });
  }

  /** What is printed from here on, once it waits for changes again. */
  async next() {
    const end = () => this.#out.indexOf("waiting for changes", this.#seen);
    const limit = Date.now() + 10_000;
    while (end() < 0) {
      assert.ok(Date.now() < limit, `nothing happened after:\n${this.#out}`);
      const changed = new Promise((resolve) => {
        this.#wake = resolve;
      });
      await Promise.race([changed, new Promise((resolve) => setTimeout(resolve, 200))]);
    }
    const text = this.#out.slice(this.#seen, this.#out.indexOf("\n", end()) + 1);
    this.#seen += text.length;
    return text;
  }

  /** Whether it stays silent. */
  async isSilent() {
    await new Promise((resolve) => setTimeout(resolve, 400));
    return this.#out.length === this.#seen;
  }

  press(keys) {
    this.input.write(keys);
  }
}

function write(directory, file, scenario) {
  const text = typeof scenario === "string" ? scenario : JSON.stringify(scenario, null, 2);
  writeFileSync(join(directory, file), text);
}

test("what changed is run again, and nothing else", async (context) => {
  const cwd = directoryWith(context, { "a.json": passing, "b.json": passing });
  const session = new Session(context, [cwd]);
  const first = await session.next();
  assert.match(first, /passed .*a\.json[\s\S]*passed .*b\.json[\s\S]*\n2 passed, 0 failed\n/);
  assert.match(first, /Enter runs all, u updates, q quits/);
  write(cwd, "b.json", failing);
  const second = await session.next();
  assert.doesNotMatch(second, /a\.json/);
  assert.match(second, /failed .*b\.json[\s\S]*expected {2}401[\s\S]*\n1 passed, 1 failed\n/);
  // Written again as it was, it says nothing new.
  write(cwd, "b.json", failing);
  write(cwd, "notes.txt", "nothing to do with it");
  assert.ok(await session.isSilent());
});

test("a lambda's file is watched where it is, even before it is there", async (context) => {
  const lambda = { file: "../lambdas/names.js" };
  const cwd = directoryWith(context, {
    "scenarios/a.json": firstLogin({ lambda, expect: { user: { firstName: "Jane" } } }),
    "scenarios/b.json": passing,
  });
  const session = new Session(context, [join(cwd, "scenarios")]);
  assert.match(
    await session.next(),
    /failed .*a\.json[\s\S]*unreadable-file[\s\S]*1 passed, 1 failed/,
  );
  mkdirSync(join(cwd, "lambdas"));
  write(
    cwd,
    "lambdas/names.js",
    "function reconcile(user, registration, jwt) { user.firstName = 'Joe' }",
  );
  const wrong = await session.next();
  assert.match(wrong, /failed .*a\.json[\s\S]*found +"Joe"/);
  assert.doesNotMatch(wrong, /b\.json/);
  write(
    cwd,
    "lambdas/names.js",
    "function reconcile(user, registration, jwt) { user.firstName = jwt.given_name }",
  );
  assert.match(await session.next(), /passed .*a\.json[\s\S]*2 passed, 0 failed/);
});

test("new scenarios are run, in new directories too, and those that went away are forgotten", async (context) => {
  const cwd = directoryWith(context, { "a.json": passing });
  const session = new Session(context, [cwd]);
  await session.next();
  mkdirSync(join(cwd, "deep/deeper"), { recursive: true });
  write(cwd, "deep/deeper/b.json", failing);
  assert.match(await session.next(), /failed .*b\.json[\s\S]*1 passed, 1 failed/);
  rmSync(join(cwd, "deep"), { recursive: true });
  write(cwd, "c.json", passing);
  assert.match(await session.next(), /passed .*c\.json[\s\S]*\n2 passed, 0 failed\n/);
});

test("garbage is a failed test, and the next change is seen", async (context) => {
  const cwd = directoryWith(context, { "a.json": passing, "b.yaml": "" });
  const session = new Session(context, [join(cwd, "a.json")]);
  await session.next();
  for (const garbage of ["{", "\u0000\uffff", "[".repeat(100_000), "", "null", '{"expect":{}}']) {
    write(cwd, "a.json", garbage);
    assert.match(await session.next(), /failed .*a\.json[\s\S]*\n0 passed, 1 failed\n/);
  }
  writeFileSync(join(cwd, "a.json"), Buffer.from([0x7b, 0xff, 0xfe]));
  assert.match(await session.next(), /not-utf8/);
  // Many editors write another file and move it.
  write(cwd, "a.json~", passing);
  renameSync(join(cwd, "a.json~"), join(cwd, "a.json"));
  assert.match(await session.next(), /\n1 passed, 0 failed\n/);
  rmSync(join(cwd, "a.json"));
  assert.match(await session.next(), /matches no scenario/);
  write(cwd, "a.json", failing);
  assert.match(await session.next(), /\n0 passed, 1 failed\n/);
});

test("Enter runs everything, u updates what failed, q quits", async (context) => {
  const cwd = directoryWith(context, { "a.json": passing, "b.json": failing });
  const session = new Session(context, [cwd]);
  await session.next();
  session.press("\r");
  assert.match(await session.next(), /a\.json[\s\S]*b\.json[\s\S]*1 passed, 1 failed/);
  session.press("x?u");
  const updated = await session.next();
  assert.match(updated, /updated .*b\.json[\s\S]*- 401\n +\+ 200[\s\S]*\n2 passed, 0 failed/);
  assert.doesNotMatch(updated, /a\.json/);
  assert.equal(JSON.parse(readFileSync(join(cwd, "b.json"), "utf8")).expect.status, 200);
  assert.ok(await session.isSilent(), "its own change is not run again");
  session.press("u");
  assert.match(await session.next(), /nothing to run/);
  session.press("q");
  await session.ended;
  assert.deepEqual(session.input.raw, [true, false]);
});

test("without a terminal keys mean nothing, and the end of the input ends it", async (context) => {
  const cwd = directoryWith(context, { "a.json": passing });
  const session = new Session(context, [cwd], { isTTY: false });
  assert.match(await session.next(), /\nwaiting for changes\n$/);
  session.press("q\r");
  assert.ok(await session.isSilent());
  session.input.end();
  await session.ended;
  assert.deepEqual(session.input.raw, []);
});

test("many changes at once are one run after the other", async (context) => {
  const cwd = directoryWith(context, { "a.json": passing });
  const session = new Session(context, [cwd]);
  await session.next();
  for (let count = 0; count < 50; count += 1) write(cwd, `n${count}.json`, passing);
  session.press("\r\r\r");
  let told = "";
  while (!told.includes("51 passed")) told = await session.next();
  assert.doesNotMatch(told, /failed {2}/);
  assert.ok(await session.isSilent());
});

test("the command ends with 0 on SIGINT, and when its input ends", async (context) => {
  const cwd = directoryWith(context, { "a.json": passing });
  for (const end of [(child) => child.kill("SIGINT"), (child) => child.stdin.end()]) {
    const child = start(["test", "--watch"], { cwd });
    let out = "";
    child.stdout.on("data", (data) => {
      out += data;
      if (out.includes("waiting for changes")) end(child);
    });
    const [code, signal] = await once(child, "close");
    assert.deepEqual([code, signal], [0, null]);
    assert.match(out, /passed {2}a\.json[\s\S]*\n1 passed, 0 failed\nwaiting for changes\n$/);
  }
});
