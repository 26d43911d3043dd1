import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toBase64Url } from "../../src/carry/base64url.js";
import { draftIn, fragmentOf, isFragment } from "../../src/carry/share.js";
import { BLANK, type Draft, SECTIONS } from "../../src/draft/draft.js";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.constant("\ud83d"),
);
const drafts: fc.Arbitrary<Draft> = fc
  .record({
    name: text,
    fusionauth: text,
    now: text,
    sections: fc.record(Object.fromEntries(SECTIONS.map((one) => [one, text]))),
    logins: fc.array(text, { minLength: 1, maxLength: 4 }),
    several: fc.boolean(),
    lambda: fc.record({ used: fc.boolean(), body: text, debug: fc.boolean(), file: text }),
    policy: fc.record({
      used: fc.boolean(),
      text,
      file: text,
      other: fc.dictionary(text, text, { maxKeys: 2 }),
    }),
    other: fc.dictionary(fc.oneof(text, fc.constant("__proto__")), text, { maxKeys: 3 }),
  })
  .map((draft) => draft as unknown as Draft);

async function fragmentWith(content: BlobPart): Promise<string> {
  const packed = new Blob([content]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return `#1.${toBase64Url(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

describe("links", () => {
  test("every draft comes back as it was, half a surrogate pair too", async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (draft) => {
        const fragment = await fragmentOf(draft);
        expect(fragment).toMatch(/^#1\.[\w-]+$/);
        expect(await draftIn(fragment ?? "")).toEqual({ draft });
      }),
    );
  });

  test("a long draft comes back, and what is too long makes no link", async () => {
    const long = { ...BLANK, name: "é😀".repeat(200_000) };
    expect(await draftIn((await fragmentOf(long)) ?? "")).toEqual({ draft: long });
    expect(await fragmentOf({ ...BLANK, name: "x".repeat(5_000_001) })).toBeUndefined();
  });

  test("no fragment throws", async () => {
    const fragment = fc.oneof(
      text,
      text.map((rest) => `#1.${rest}`),
      fc.base64String().map((rest) => `#1.${rest}`),
      fc.json().map((json) => ({ json })),
    );
    await fc.assert(
      fc.asyncProperty(fragment, async (some) => {
        const written = typeof some === "string" ? some : await fragmentWith(some.json);
        const shared = await draftIn(written);
        if ("fault" in shared) expect(shared.fault.message).toMatch(/^[A-Z].*\.$/);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["a version to come", "#2.abc", "newer"],
    ["no scenario", "#users", "not-ours"],
    ["nothing", "", "not-ours"],
    ["half a link", "#1.q1YqzkxX", "damaged"],
    ["no base64", "#1.a*b", "damaged"],
  ])("%s is told in words", async (_, fragment, kind) => {
    const shared = await draftIn(fragment);
    expect("fault" in shared && shared.fault.kind).toBe(kind);
  });

  test.each([
    ["a draft without logins", JSON.stringify({ ...BLANK, logins: [] }), "damaged"],
    ["something else", JSON.stringify([1]), "damaged"],
    ["a bomb", new Uint8Array(20_000_000), "too-large"],
  ])("%s is not opened", async (_, content, kind) => {
    const shared = await draftIn(await fragmentWith(content));
    expect("fault" in shared && shared.fault.kind).toBe(kind);
  });

  test("a link that a mail program broke into lines opens", async () => {
    const fragment = (await fragmentOf(BLANK)) ?? "";
    const broken = `${fragment.slice(0, 20)}%0A${fragment.slice(20, 30)}\r\n  ${fragment.slice(30)} `;
    expect(await draftIn(broken)).toEqual({ draft: BLANK });
  });

  test("keys that an older page did not know are absent", async () => {
    const { expect: _, ...sections } = BLANK.sections;
    const shared = await draftIn(await fragmentWith(JSON.stringify({ ...BLANK, sections })));
    expect(shared).toEqual({ draft: BLANK });
  });

  test("other fragments are left alone", () => {
    expect(["#1.abc", "#9.", "#section", "", "#1"].map(isFragment)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
