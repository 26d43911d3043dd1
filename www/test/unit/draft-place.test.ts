import { check, type Diagnostic } from "reconcile-kit";
import { describe, expect, test } from "vitest";
import { BrokenPieces } from "../../src/draft/broken.js";
import { compose } from "../../src/draft/compose.js";
import { BLANK, type Draft } from "../../src/draft/draft.js";
import { findingsOf } from "../../src/draft/place.js";

const draft: Draft = {
  ...BLANK,
  name: "A name",
  sections: {
    ...BLANK.sections,
    identityProvider: '{\n  "enabled": "no"\n}',
    users: '[\n  {"emial": "x"}\n]',
  },
  logins: ['{\n  "userinfo": {},\n  "😀": 1\n}'],
  policy: { used: true, text: '{\n  "maps": {}\n}', file: "policy.json" },
  lambda: {
    used: true,
    body: "function reconcile(user) {\n  user.x.y = 1;\n}",
    debug: false,
    file: "r.js",
  },
};
const composed = compose(draft);
const finding = (part: Partial<Diagnostic>): Diagnostic => ({
  code: "some-rule",
  severity: "error",
  message: "m",
  path: "",
  help: "",
  url: "",
  ...part,
});
const at = (all: readonly Diagnostic[]) =>
  all.map(({ code, line, column }) => [code, line, column]);

describe("findingsOf", () => {
  const found = check(composed.text);

  test("lines of the scenario become lines of the piece", () => {
    expect(at(findingsOf("identityProvider", composed, found))).toContainEqual([
      "wrong-type",
      2,
      14,
    ]);
    expect(at(findingsOf("login 0", composed, found))).toContainEqual(["unknown-key", 3, 8]);
  });

  test("lines of a policy with a file are those of the scenario, too", () => {
    const fine = compose({ ...BLANK, policy: draft.policy });
    const all = check(fine.text).filter(({ file }) => file === "policy.json");
    expect(at(findingsOf("policy", fine, all))).toContainEqual(["unknown-key", 2, 11]);
  });

  test("every finding belongs to one piece", () => {
    const pieces = ["lambda", "settings", ...composed.stretches.map(({ piece }) => piece)] as const;
    const placed = pieces.flatMap((piece) => findingsOf(piece, composed, found));
    expect(placed).toHaveLength(found.length);
  });

  test("lines in the lambda's file stay, and lines of the scenario are no lines of the lambda", () => {
    const all = [
      finding({ code: "in-file", file: "r.js", line: 2, column: 3, path: "/lambda/file" }),
      finding({ code: "nameless", file: "lambda", line: 1, column: 1 }),
      finding({ code: "around", path: "/lambda/zz", line: 14, column: 9 }),
    ];
    expect(at(findingsOf("lambda", composed, all))).toEqual([
      ["in-file", 2, 3],
      ["nameless", 1, 1],
      ["around", undefined, undefined],
    ]);
  });

  test("without a line the pointer says where, as far as it leads", () => {
    const all = [
      finding({ path: "/users/0/emial" }),
      finding({ path: "/users/7/email" }),
      finding({ path: "/login/😀" }),
    ];
    expect(at(findingsOf("users", composed, all))).toEqual([
      ["some-rule", 2, 13],
      ["some-rule", 1, 1],
    ]);
    expect(at(findingsOf("login 0", composed, all))).toEqual([["some-rule", 3, 8]]);
  });

  test("what is about no text belongs to the settings, without a place", () => {
    const all = [finding({ path: "/name", line: 1, column: 3 })];
    expect(at(findingsOf("settings", composed, all))).toEqual([
      ["some-rule", undefined, undefined],
    ]);
  });
});

describe("broken pieces", () => {
  const pieces = new BrokenPieces(async (document) => check(document));

  test("pieces that are JSON are none, whatever they say", async () => {
    expect(await pieces.of(draft)).toEqual([]);
  });

  test("a text that would swallow the next one is told by itself", async () => {
    const broken: Draft = {
      ...draft,
      sections: { ...draft.sections, users: '[\n  {"email": "x"' },
      logins: ['{"userinfo": {}}, "hidden": {}'],
    };
    const told = (await pieces.of(broken)).map(({ piece, finding: { line, code } }) => [
      piece,
      code,
      line,
    ]);
    expect(told).toEqual([
      ["users", "not-json", 2],
      ["login 0", "not-json", 1],
    ]);
  });

  test("each text is asked about once, and a core that fails breaks nothing", async () => {
    const asked: string[] = [];
    const counting = new BrokenPieces(async (document) => {
      asked.push(document);
      throw new Error("gone");
    });
    expect(await counting.of(draft)).toEqual([]);
    expect(await counting.of(draft)).toEqual([]);
    expect(asked).toHaveLength(4);
  });
});
