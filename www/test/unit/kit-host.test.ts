// The page's side of the worker, with a worker that does what a test says.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Host, type Thread } from "../../src/kit/host.js";
import type { Message, Order } from "../../src/kit/protocol.js";
import { refusal, refusalOf } from "../../src/kit/refusal.js";
import type { Stage } from "../../src/kit/stage.js";

/** A worker that only listens. */
class Fake implements Thread {
  readonly heard: Order[] = [];
  isEnded = false;
  onmessage: Thread["onmessage"] = null;
  onmessageerror: Thread["onmessageerror"] = null;
  onerror: Thread["onerror"] = null;

  postMessage(order: Order): void {
    this.heard.push(order);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(message: Message): void {
    this.onmessage?.call(this as never, { data: message } as MessageEvent);
  }

  break(message: string): void {
    this.onerror?.call(this as never, { message, preventDefault() {} } as ErrorEvent);
  }

  get questions(): readonly number[] {
    return this.heard.flatMap((order) => (order.kind === "ask" ? [order.id] : []));
  }
}

let threads: Fake[];
let stages: Stage[];
let host: Host;

beforeEach(() => {
  vi.useFakeTimers();
  threads = [];
  stages = [];
  host = new Host(
    () => {
      threads.push(new Fake());
      return last();
    },
    (stage) => stages.push(stage),
  );
});

afterEach(() => vi.useRealTimers());

function last(): Fake {
  const thread = threads.at(-1);
  if (!thread) throw new Error("no worker was started");
  return thread;
}

/** What a promise was refused with. */
async function code(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "answered",
    (error: unknown) => refusalOf(error).code,
  );
}

test("answers reach who asked, in whatever order they come", async () => {
  const [a, b] = [host.ask("versions", {}), host.ask("check", { document: "{}" })];
  expect(last().heard[0]).toEqual({ kind: "begin", goesForWhole: false });
  last().say({ kind: "ready", with: "first" });
  last().say({ kind: "answer", id: 1, answer: [] });
  last().say({ kind: "answer", id: 0, answer: { kit: "1" } });
  expect(await Promise.all([a, b])).toEqual([{ kit: "1" }, []]);
  expect(stages).toEqual(["first"]);
});

test("only the first question decides what is loaded", () => {
  void host.ask("simulate", { scenario: "" }, true);
  void host.ask("simulate", { scenario: "" }, false);
  expect(last().heard.filter(({ kind }) => kind === "begin")).toEqual([
    { kind: "begin", goesForWhole: true },
  ]);
});

test("a worker that never worked refuses what waits and what comes", async () => {
  const early = host.ask("versions", {});
  last().break("");
  expect(await code(early)).toBe("kit-not-loaded");
  expect(await code(host.ask("versions", {}))).toBe("kit-not-loaded");
  expect(stages).toEqual(["failed"]);
  expect(last().isEnded).toBe(true);
});

test("a worker that cannot even be started is a refusal", async () => {
  const none = new Host(
    () => {
      throw new Error("forbidden");
    },
    () => {},
  );
  await expect(none.ask("versions", {})).rejects.toThrow(/cannot be started: forbidden/);
});

test("a core that stopped is replaced, and what waits is asked again", async () => {
  const [a, b] = [host.ask("versions", {}), host.ask("versions", {})];
  last().say({ kind: "ready", with: "whole" });
  last().say({ kind: "refusal", id: 0, refusal: refusal("internal", "it stopped", "") });
  expect(await code(a)).toBe("internal");
  expect(threads.length).toBe(2);
  expect(threads[0]?.isEnded).toBe(true);
  expect(last().heard[0]).toEqual({ kind: "begin", goesForWhole: true });
  expect(last().questions).toEqual([1]);
  last().say({ kind: "answer", id: 1, answer: "again" });
  expect(await b).toBe("again");
});

test("a refusal of the core replaces nothing", async () => {
  const asked = host.ask("versions", {});
  last().say({ kind: "refusal", id: 0, refusal: refusal("missing-key", "it lacks one", "") });
  expect(await code(asked)).toBe("missing-key");
  expect(threads.length).toBe(1);
});

test("a question that is never answered is given up, and the next one is asked again", async () => {
  const [a, b] = [host.ask("versions", {}), host.ask("versions", {})];
  last().say({ kind: "ready", with: "first" });
  last().say({ kind: "begun", id: 0 });
  const refused = code(a);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await refused).toBe("kit-too-slow");
  expect(last().questions).toEqual([1]);
  last().say({ kind: "answer", id: 1, answer: "there" });
  expect(await b).toBe("there");
});

test("nobody is given up while the core is being loaded", async () => {
  const asked = host.ask("versions", {});
  await vi.advanceTimersByTimeAsync(600_000);
  last().say({ kind: "answer", id: 0, answer: "late" });
  expect(await asked).toBe("late");
});

test("a worker that breaks later on is replaced", async () => {
  const asked = host.ask("versions", {});
  last().say({ kind: "ready", with: "first" });
  last().break("out of memory");
  expect(await code(asked)).toBe("internal");
  const again = host.ask("versions", {});
  last().say({ kind: "answer", id: 1, answer: "there" });
  expect(await again).toBe("there");
  expect(stages).toEqual(["first", "starting"]);
});
