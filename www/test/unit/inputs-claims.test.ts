import { describe, expect, test } from "vitest";
import { claimRows, decidedBy, overlaps } from "../../src/view/inputs/login/claims.js";
import { readable } from "../../src/view/inputs/login/readable.js";
import { JsonForm } from "../../src/view/inputs/parts/json-form.js";

const rowsOf = (login: object) =>
  claimRows(new JsonForm(JSON.stringify(login), () => {}), undefined);
const AROUND = {
  clientId: "client",
  issuer: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab",
  now: "2026-01-01T00:00:00Z",
};

describe("claims side by side", () => {
  test("differ in value, or only in writing", () => {
    const rows = rowsOf({
      userinfo: { sub: "1", email: "a@b.c", email_verified: "true", identities: '[{"a":1}]' },
      idToken: { sub: "1", email: "A@b.c", email_verified: true, identities: [{ a: 1 }] },
    });
    const differences = Object.fromEntries(rows.map((row) => [row.name, row.difference]));
    expect(differences).toEqual({
      sub: undefined,
      email: "value",
      email_verified: "writing",
      identities: "writing",
    });
  });

  test("have places as the outcome writes them", () => {
    const [row] = rowsOf({ userinfo: { "a/b~c": 1 } });
    expect(row?.userinfo?.pointer).toBe("/userinfo/a~1b~0c");
  });

  test("begin with the person and end with the token", () => {
    const names = rowsOf({
      idToken: { exp: 1, zzz: 1, iss: "i", "custom:x": "y", email: "e", sub: "s" },
    }).map(({ name }) => name);
    expect(names).toEqual(["sub", "email", "zzz", "custom:x", "iss", "exp"]);
  });

  test("keep the digits of large numbers, and odd keys", () => {
    const text = '{"userinfo":{"n":12345678901234567890,"__proto__":"p","constructor":"c"}}';
    const rows = claimRows(new JsonForm(text, () => {}), undefined);
    expect(rows.map(({ name, userinfo }) => [name, userinfo?.raw])).toEqual([
      ["n", "12345678901234567890"],
      ["__proto__", '"p"'],
      ["constructor", '"c"'],
    ]);
  });

  test("say what was read from them", () => {
    const nothing = { value: null, source: null };
    const decided = decidedBy({
      uniqueId: { value: "s", source: "/userinfo/sub" },
      email: nothing,
      emailVerified: nothing,
      username: { value: "s", source: "/userinfo/sub" },
    });
    expect(decided.get("/userinfo/sub")).toEqual(["unique id", "username"]);
    expect(decided.size).toBe(1);
  });

  test("light up with what is inside them, not with their namesakes", () => {
    expect(overlaps("/idToken/cognito:groups", "/idToken/cognito:groups/1")).toBe(true);
    expect(overlaps("/userinfo/name", "/userinfo/name_2")).toBe(false);
  });
});

describe("a readable value", () => {
  const words = (name: string, value: unknown, around = AROUND) =>
    readable(name, value, around)?.words;

  test("says when a token expires, against the time of the login", () => {
    const login = Date.parse(AROUND.now) / 1000;
    expect(words("exp", login + 3600)).toMatch(/expires 60 minutes after this login/);
    expect(words("exp", login - 3 * 86_400)).toMatch(/expired 3 days before this login/);
    expect(readable("iat", login + 60, AROUND)?.isOdd).toBe(true);
    expect(words("iat", login)).toMatch(/the time of this login/);
    expect(words("exp", 0, { ...AROUND, now: "soon" })).toBe("1970-01-01 00:00 UTC");
    expect(words("exp", 1e300)).toBeUndefined();
    expect(words("exp", { a: 1 })).toBeUndefined();
  });

  test("compares issuer and client with the identity provider's", () => {
    expect(words("iss", AROUND.issuer)).toBe(
      "Region eu-west-1, user pool eu-west-1_Ab; same as the identity provider's issuer",
    );
    expect(readable("iss", "https://evil.example", AROUND)).toEqual({
      words: "Not a Cognito user pool; differs from the identity provider's issuer",
      isOdd: true,
      setting: "issuer",
    });
    expect(words("aud", "client")).toMatch(/^Same as/);
    expect(words("aud", ["other", "client"])).toMatch(/^Same as/);
    expect(words("aud", "other")).toMatch(/^Differs from/);
    expect(words("aud", "other", { ...AROUND, clientId: "" })).toBeUndefined();
  });

  test("reads identities from a list and from a text", () => {
    const list = [{ providerName: "Google", userId: "109" }];
    expect(words("identities", list)).toBe("Federated from Google: 109");
    expect(words("identities", JSON.stringify(list))).toBe("Federated from Google: 109");
    expect(words("identities", "[")).toBeUndefined();
    expect(words("identities", [null, 5])).toBeDefined();
  });
});
