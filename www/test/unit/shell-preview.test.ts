// The outcome follows the draft, and what goes wrong is shown.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { edit } from "../../src/app/actions.js";
import { follow } from "../../src/app/preview.js";
import { findings, isRunning, isStale, refusal, result } from "../../src/app/store.js";
import { KitRefusal } from "../../src/kit/client.js";

type Reply = { resolve(answer: unknown): void; reject(error: unknown): void };

const asked = vi.hoisted(() => ({
  simulate: [] as { text: string; reply: Reply }[],
  check: [] as { text: string; reply: Reply }[],
}));

vi.mock("../../src/kit/client.js", () => {
  const later = (list: typeof asked.simulate, text: string) =>
    new Promise((resolve, reject) => list.push({ text, reply: { resolve, reject } }));
  class KitRefusal extends Error {
    constructor(readonly refusal: unknown) {
      super("refused");
    }
  }
  return {
    KitRefusal,
    simulate: (text: string) => later(asked.simulate, text),
    // A refused draft's pieces are asked about one by one; they are all right.
    ask: (_: string, { document }: { document: string }) =>
      document.includes('"login":') ? later(asked.check, document) : Promise.resolve([]),
  };
});

const REFUSED = { code: "bad", path: "", message: "no", help: "", url: "", diagnostics: [] };
let stop: () => void;

beforeEach(() => {
  asked.simulate.length = 0;
  asked.check.length = 0;
  stop = follow();
});
afterEach(async () => {
  stop();
  await answer('{"status":200}', []);
});

/** Answers what was asked last, and waits until that is taken in. */
async function answer(text: string | Error, found: unknown = []): Promise<void> {
  const [simulate, check] = [asked.simulate.at(-1)?.reply, asked.check.at(-1)?.reply];
  if (text instanceof Error) simulate?.reject(text);
  else simulate?.resolve(text);
  check?.resolve(found);
  await vi.waitFor(() => expect(isRunning.value).toBe(false));
}

test("an outcome is shown with the draft that it is of", async () => {
  await answer('{"status":200}', [{ code: "one" }]);
  expect(result.value?.preview).toEqual({ status: 200 });
  expect(findings.value).toEqual([{ code: "one" }]);
  expect(isStale.value).toBe(false);
});

test("a refusal is shown, and goes when the draft is valid again", async () => {
  await answer(new KitRefusal(REFUSED));
  expect(refusal.value).toEqual(REFUSED);
  edit({ name: "valid again" }, "name");
  await answer('{"status":200}');
  expect(refusal.value).toBeUndefined();
});

test("anything else that goes wrong is a refusal too", async () => {
  await answer(new TypeError("it broke"));
  expect(refusal.value).toMatchObject({ code: "internal", message: "it broke" });
});

test("an answer that is not JSON is one as well", async () => {
  await answer("<html>");
  expect(refusal.value).toMatchObject({ code: "internal" });
});

test("only the newest draft is asked about, and older findings are dropped", async () => {
  findings.value = [];
  edit({ name: "second" }, "name");
  edit({ name: "third" }, "name");
  expect(asked.simulate).toHaveLength(1);
  asked.check[0]?.reply.resolve([{ code: "of the first" }]);
  asked.simulate[0]?.reply.reject(new KitRefusal(REFUSED));
  await vi.waitFor(() => expect(asked.simulate).toHaveLength(2));
  expect(asked.simulate[1]?.text).toContain("third");
  expect(findings.value).toEqual([]);
  expect(refusal.value?.code).not.toBe("bad");
});
