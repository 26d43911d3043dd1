// Whatever is thrown becomes a refusal with all of its parts.

import { ReconcileKitError } from "reconcile-kit";
import { expect, test } from "vitest";
import { KitRefusal, refusal, refusalOf } from "../../src/kit/refusal.js";

const FINDING = { code: "missing-key", path: "/login", message: "m", help: "h", url: "u" };

test("a `ReconcileKitError` keeps what its getters say", () => {
  const found = refusalOf(new ReconcileKitError({ ...FINDING, line: 3, column: 4 }));
  expect(found).toMatchObject(FINDING);
  expect(found.diagnostics).toEqual([{ severity: "error", ...FINDING, line: 3, column: 4 }]);
});

test("what the core itself throws has no findings but its own", () => {
  expect(refusalOf({ ...FINDING, line: 3 }).diagnostics).toEqual([
    { severity: "error", ...FINDING, line: 3 },
  ]);
});

test("a refusal that comes back is the same", () => {
  const why = refusal("code", "message", "help");
  expect(refusalOf(new KitRefusal(why))).toBe(why);
  expect(refusalOf(why)).toEqual(why);
});

test("everything else is a fault of the page", () => {
  for (const thrown of [new TypeError("broken"), "broken", { message: "broken" }]) {
    const found = refusalOf(thrown);
    expect(found.code).toBe("internal");
    expect(found.message).toMatch(/broken/);
    expect(found.help).not.toBe("");
  }
  expect(refusalOf(undefined).code).toBe("internal");
});
