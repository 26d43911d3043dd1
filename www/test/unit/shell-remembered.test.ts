// What is remembered between visits, and what happens where nothing can be.

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

class Storage {
  readonly kept = new Map<string, string>();
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
}

let storage: Storage;

beforeEach(() => {
  storage = new Storage();
  vi.stubGlobal("localStorage", storage);
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const layout = () => import("../../src/app/layout.js");

describe("the width of the panes", () => {
  test("is kept, within its limits", async () => {
    const { setSplit, split } = await layout();
    setSplit(99);
    expect(split.value).toBe(75);
    expect(JSON.parse(storage.getItem("reconcile-kit.panes") ?? "")).toEqual({ split: 75 });
  });

  test("comes back", async () => {
    storage.setItem("reconcile-kit.panes", '{"split":60}');
    expect((await layout()).split.value).toBe(60);
  });

  test.each(["", "no JSON", "null", "[]", '{"split":"60"}', '{"split":1e9}', '{"split":null}'])(
    "is the usual one where %j was stored",
    async (stored) => {
      storage.setItem("reconcile-kit.panes", stored);
      expect((await layout()).split.value).toBe(48);
    },
  );
});

test("nothing is written before something changes", async () => {
  await layout();
  expect(storage.kept.size).toBe(0);
});

test("a browser that keeps nothing is no reason to stop", async () => {
  const refuses = () => {
    throw new DOMException("denied", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuses, setItem: refuses });
  const { setSplit, split } = await layout();
  setSplit(30);
  expect(split.value).toBe(30);
});

test("a tab that is opened is in sight on a narrow window", async () => {
  const { followTabs, outputTab, showInput, side } = await layout();
  const stop = followTabs();
  expect(side.value).toBe("input");
  outputTab.value = "compare";
  expect(side.value).toBe("outcome");
  showInput("login");
  expect(side.value).toBe("input");
  stop();
});
