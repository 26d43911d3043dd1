import fc from "fast-check";
import { expect, test } from "vitest";
import { around, lineDiff } from "../../src/view/compare/mappings/lines.js";
import { inline } from "../../src/view/compare/mappings/value.js";
import { moved } from "../../src/view/compare/moved.js";
import { endsAlike, lockedOut, shapeOf, wordsOf } from "../../src/view/compare/verdict.js";

const status = (code: number) => ({ status: code });

test("says how many are refused", () => {
  expect(lockedOut([status(401), status(404), status(200)])).toBe("2 of 3 logins are refused");
  expect(lockedOut([status(401), status(232)])).toBe("1 of 2 logins is refused");
  expect(lockedOut([status(401), status(401)])).toBe("both logins are refused");
  expect(lockedOut([status(200)])).toBe("nobody is refused");
  expect(lockedOut([status(512)])).toBe("the login is refused");
});

test("who is not registered or has to choose waits, and everything from 400 on is out", () => {
  expect([200, 202, 232, 400, 401, 404, 409, 512].map((code) => shapeOf(status(code)))).toEqual([
    "in",
    "waits",
    "waits",
    "out",
    "out",
    "out",
    "out",
    "out",
  ]);
});

test("the reason of a refusal makes a difference", () => {
  const refused = (code: string) => ({
    status: 401,
    decision: "reject" as const,
    error: { code, key: null, message: "" },
  });
  expect(endsAlike(refused("MissingEmail"), refused("MissingEmail"))).toBe(true);
  expect(endsAlike(refused("MissingEmail"), refused("MissingUsername"))).toBe(false);
  expect(wordsOf(refused("MissingEmail"))).toBe("refused");
  expect(wordsOf({ status: 202, decision: "create", error: null })).toBe(
    "new user, no registration",
  );
});

test("arrow keys stay inside the grid", () => {
  const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"];
  fc.assert(
    fc.property(
      fc.nat(6),
      fc.nat(6),
      fc.array(fc.record({ key: fc.constantFrom(...keys), ctrlKey: fc.boolean() })),
      (lastY, lastX, pressed) => {
        let at: readonly [number, number] = [0, 0];
        for (const key of pressed) at = moved(key, at, [lastY, lastX]) ?? at;
        expect(at[0]).toBeGreaterThanOrEqual(0);
        expect(at[1]).toBeGreaterThanOrEqual(0);
        expect(at[0]).toBeLessThanOrEqual(lastY);
        expect(at[1]).toBeLessThanOrEqual(lastX);
      },
    ),
  );
  expect(moved({ key: "End", ctrlKey: true }, [0, 0], [6, 2])).toEqual([6, 2]);
  expect(moved({ key: "a", ctrlKey: false }, [0, 0], [6, 2])).toBeUndefined();
});

test("the lines of each side are the side", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (one, two) => {
      const [before, after] = [one.join("\n"), two.join("\n")];
      const lines = lineDiff(before, after) ?? [];
      const of = (side: string) =>
        lines
          .filter((line) => line.side === side || line.side === "both")
          .map((line) => line.text)
          .join("\n");
      expect(of("before")).toBe(before);
      expect(of("after")).toBe(after);
    }),
  );
});

test("as many lines as possible are common", () => {
  const sides = (lineDiff("a\nb\nc\nd", "a\nc\nx\nd") ?? []).map(({ side }) => side);
  expect(sides).toEqual(["both", "before", "both", "after", "both"]);
  expect(lineDiff("x\n".repeat(2001), "")).toBeUndefined();
});

test("lines far from a change are left out", () => {
  const many = Array.from({ length: 20 }, (_, index) => String(index));
  const lines = lineDiff(many.join("\n"), many.toSpliced(10, 1, "x").join("\n")) ?? [];
  const shown = around(lines, 1).map((line) => line?.text ?? "…");
  expect(shown).toEqual(["…", "9", "10", "x", "11", "…"]);
});

test("a text is quoted where it could be taken for something else", () => {
  expect([inline("jane"), inline("true"), inline(true), inline("1"), inline(["a"])]).toEqual([
    "jane",
    '"true"',
    "true",
    '"1"',
    '["a"]',
  ]);
  expect([inline(undefined), inline(null), inline("nothing"), inline("")]).toEqual([
    "nothing",
    "nothing",
    '"nothing"',
    '""',
  ]);
  expect(inline("00000000-0000-4000-8000-000000000001")).toBe(
    "00000000-0000-4000-8000-000000000001",
  );
});
