import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compose } from "../../src/draft/compose.js";
import { decompose } from "../../src/draft/decompose.js";
import { BLANK, type Draft, SECTIONS } from "../../src/draft/draft.js";
import { textOf } from "../../src/draft/place.js";
import { pretty } from "../../src/draft/pretty.js";

/** JSON texts as they may be typed: doubled keys, long numbers, escapes and `__proto__` among them. */
const typed = fc.constantFrom(
  '{"a":1,"a":2}',
  '{"id":123456789012345678901234567890}',
  '{"url":"https:\\/\\/example.com\\/"}',
  '{"__proto__":{"admin":true}}',
  '{"lone":"\\ud83d"}',
  '{"identityProvider":{"enabled":true}}',
  "[]",
  "null",
  "1e400",
);
const json = fc.oneof(
  fc.json({ maxDepth: 3 }).map((text) => pretty(text)),
  typed.map(pretty),
);
const key = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "1"));
const TAKEN = new Set<string>([
  ...SECTIONS,
  ...["$schema", "name", "fusionauth", "now", "policy", "lambda", "login", "logins"],
]);
const texts = fc.string({ unit: "binary" });
const sections = fc
  .record(Object.fromEntries(SECTIONS.map((section) => [section, fc.oneof(json, fc.constant(""))])))
  .map((some) => ({ ...some, identityProvider: some.identityProvider || "{}" }));
const other = (taken: ReadonlySet<string>) =>
  fc.dictionary(
    key.filter((name) => !taken.has(name)),
    json,
    { maxKeys: 3 },
  );
const further = (taken: readonly string[]) =>
  other(new Set(taken)).map((all) => (Object.keys(all).length > 0 ? { other: all } : {}));
const lambda = fc.oneof(
  fc.constant(BLANK.lambda),
  fc
    .tuple(
      fc.record({ body: texts, debug: fc.boolean(), file: texts }),
      further(["body", "debug", "file"]),
    )
    .map(([some, more]) => ({ used: true, ...some, ...more })),
);
const policy = fc.oneof(
  fc.constant(BLANK.policy),
  fc
    .tuple(
      texts.filter((file) => file !== ""),
      fc.oneof(json, fc.constant("")),
      further(["file", "document"]),
    )
    .map(([file, text, more]) => ({ used: true, text, file, ...more })),
  json.filter((text) => !text.includes('"file"')).map((text) => ({ used: true, text, file: "" })),
);
const logins = fc.oneof(
  json.map((text) => ({ logins: [text], several: false })),
  fc.array(json, { minLength: 1, maxLength: 3 }).map((all) => ({ logins: all, several: true })),
);
const drafts: fc.Arbitrary<Draft> = fc
  .record({
    name: texts,
    fusionauth: texts,
    now: texts,
    sections,
    lambda,
    policy,
    logins,
    other: other(TAKEN),
  })
  .map(({ logins: some, ...rest }) => ({ ...rest, ...some }) as unknown as Draft);

describe("compose", () => {
  test("what is composed is decomposed to the same draft", () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(decompose(compose(draft).text)).toEqual(draft);
      }),
      { numRuns: 300 },
    );
  });

  test("whatever is typed, each stretch holds its piece's text", () => {
    const anything = fc.oneof(texts, json, fc.constantFrom("}", "]\n,", '{"a":\r\n', '"'));
    const broken = fc
      .tuple(drafts, anything, anything, anything)
      .map(([draft, users, login, document]) => ({
        ...draft,
        sections: { ...draft.sections, users },
        logins: [login, ...draft.logins.slice(1)] as [string, ...string[]],
        policy: { ...draft.policy, text: document },
      }));
    fc.assert(
      fc.property(broken, (draft) => {
        const composed = compose(draft);
        for (const stretch of composed.stretches) {
          const { piece } = stretch;
          const text = textOf(stretch, composed);
          if (piece === "users") expect(text).toBe(draft.sections.users);
          if (piece === "login 0") expect(text).toBe(draft.logins[0]);
          if (piece === "policy") {
            expect(text).toBe(draft.policy.text.trim() === "" ? "{}" : draft.policy.text);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("an empty text means that there is no such key", () => {
    const { text } = compose({ ...BLANK, sections: { ...BLANK.sections, users: " \n" } });
    expect(JSON.parse(text)).toEqual({ identityProvider: {}, login: {} });
  });

  test("a lambda keeps its type and what nobody knows", () => {
    const source =
      '{"lambda":{"type":"GoogleReconcile","body":"x","debug":"yes","more":[1]},"login":{}}';
    const draft = decompose(source);
    expect(draft?.lambda.other).toEqual({
      type: '"GoogleReconcile"',
      debug: '"yes"',
      more: "[\n  1\n]",
    });
    expect(JSON.parse(compose(draft ?? BLANK).text).lambda).toEqual({
      type: "GoogleReconcile",
      body: "x",
      debug: "yes",
      more: [1],
    });
  });

  test("what cannot be edited is left for the core to refuse", () => {
    const source = '{"lambda":5,"logins":{},"login":{"userinfo":{}},"name":7}';
    const draft = decompose(source);
    expect(draft?.other).toEqual({ lambda: "5", logins: "{}", name: "7" });
    expect(JSON.parse(compose(draft ?? BLANK).text)).toEqual({
      identityProvider: {},
      lambda: 5,
      logins: {},
      login: { userinfo: {} },
      name: 7,
    });
  });
});
