import fc from "fast-check";
import type { Diagnostic, Outcome } from "reconcile-kit";
import { expect, test } from "vitest";
import { toneOf } from "../../src/app/tone.js";
import { compose } from "../../src/draft/compose.js";
import { BLANK } from "../../src/draft/draft.js";
import { pointerOf, stepsOf } from "../../src/draft/pointer.js";
import { rowsOf } from "../../src/view/outcome/changes/rows.js";
import { placeOf } from "../../src/view/outcome/parts/place.js";
import { dotted, overlap } from "../../src/view/outcome/parts/pointers.js";
import { inline, instantOf } from "../../src/view/outcome/parts/value.js";

test("a pointer is read back key by key", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (keys) => {
      expect(stepsOf(pointerOf(keys))).toEqual(keys);
    }),
  );
});

test("claims are shown as people write them", () => {
  expect(dotted("/userinfo/given_name")).toBe("userinfo.given_name");
  expect(dotted("/idToken/cognito:groups/1")).toBe("idToken.cognito:groups[1]");
  expect(dotted("/userinfo/a~1b")).toBe("userinfo.a/b");
});

test("a claim is met by what lies inside of it, not by one whose name begins alike", () => {
  expect(overlap("/idToken/groups", "/idToken/groups/1")).toBe(true);
  expect(overlap("/idToken/groups/1", "/idToken/groups")).toBe(true);
  expect(overlap("/userinfo/email", "/userinfo/email_verified")).toBe(false);
});

test("instants are dates", () => {
  expect(instantOf("insertInstant", 1_795_420_800_000)).toBe("2026-11-23 08:00:00 UTC");
  expect(instantOf("expiry", 1_795_420_800_123)).toBe(
    "2026-11-23T08:00:00.123Z".replace("T", " ").replace("Z", " UTC"),
  );
  expect(instantOf("costCentre", 4711)).toBeUndefined();
  expect(instantOf("insertInstant", 1e300)).toBeUndefined();
});

test("a long value is cut between characters", () => {
  expect(inline("😀😀😀", 3)).toBe('"😀…');
  expect(inline(undefined)).toBe("nothing");
});

test("each status has the tone that the command line gives it", () => {
  expect([200, 202, 232, 401, 404, 512].map(toneOf)).toEqual([
    "good",
    "waiting",
    "waiting",
    "refused",
    "refused",
    "refused",
  ]);
});

function finding(where: { path: string; line?: number }): Diagnostic {
  return { severity: "error", code: "x", message: "x", help: "", url: "", ...where };
}

test("a finding leads to the tab of its piece, with the line in that piece", () => {
  const users = '[\n  {\n    "id": "a"\n  }\n]';
  const scenario = compose({ ...BLANK, sections: { ...BLANK.sections, users } });
  const first = scenario.stretches.find(({ piece }) => piece === "users")?.first ?? 0;
  const placed = (where: { path: string; line?: number }) => placeOf(finding(where), scenario);
  expect(placed({ path: "/users/0/id", line: first + 2 })).toEqual({
    tab: "users",
    words: "users, line 3",
  });
  expect(placed({ path: "", line: first }).tab).toBe("users");
  expect(placed({ path: "" }).tab).toBe("scenario");
  expect(
    placeOf({ ...finding({ path: "/lambda/body", line: 7 }), file: "lambda" }, scenario),
  ).toEqual({
    tab: "mapping",
    words: "mapping, line 7",
  });
});

test("what changed, what FusionAuth keeps and what stays are told apart", () => {
  const outcome = {
    user: { email: "j@example.com", data: { a: 1, b: 2 }, id: "u", registrations: [{}] },
    changes: [
      change("/user/data/a", { kind: "lambda", run: 1, line: 3 }),
      change("/user/id", { kind: "login" }),
      change("/link/userId", { kind: "linking" }),
    ],
  } as unknown as Outcome;
  const { written, kept, same } = rowsOf(outcome, "user");
  expect(written.map(({ name }) => name)).toEqual(["data.a"]);
  expect(kept.map(({ name }) => name)).toEqual(["id"]);
  expect(same.map(({ name, before }) => [name, before])).toEqual([
    ["email", "j@example.com"],
    ["data.b", 2],
  ]);
  expect(rowsOf(outcome, "registration")).toEqual({ written: [], kept: [], same: [] });
});

function change(path: string, by: object) {
  return { op: "add", path, before: null, after: 1, by, from: [] };
}
