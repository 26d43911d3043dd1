import fc from "fast-check";
import { check, decodeIdToken, readCognito } from "reconcile-kit";
import { describe, expect, test } from "vitest";
import { MOST_BYTES, read, textOf } from "../../src/carry/import/files.js";
import { importTexts } from "../../src/carry/import/import.js";
import type { Incoming, Kit } from "../../src/carry/import/types.js";
import { fragmentOf } from "../../src/carry/share.js";
import { BLANK, type Draft } from "../../src/draft/draft.js";
import { examples } from "./carry-examples.js";

const kit: Kit = {
  check: async (document) => check(document),
  readCognito: async (payload) => readCognito(payload),
  decodeIdToken: async (token) => decodeIdToken(token),
};

function take(texts: readonly (string | Incoming)[], draft: Draft = BLANK, login = 0) {
  const incoming = texts.map((one) => (typeof one === "string" ? { name: "", text: one } : one));
  return importTexts(incoming, { draft, login }, kit);
}

async function taken(...texts: readonly (string | Incoming)[]): Promise<Draft> {
  const { draft, faults } = await take(texts);
  expect(faults).toEqual([]);
  return draft ?? BLANK;
}

const provider = { id: "p1", name: "Amazon Cognito", linkingStrategy: "LinkByEmail", oauth2: {} };
const json = (text: string | undefined) => JSON.parse(text || "null");
const encoded = (value: object) => btoa(JSON.stringify(value)).replaceAll("=", "");
const token = (claims: object) => `${encoded({ alg: "RS256" })}.${encoded(claims)}.c2ln`;

describe("this kit's own documents", () => {
  test("a scenario takes the place of everything", async () => {
    const text =
      '{"identityProvider":{"n":12345678901234567890},"login":{"userinfo":{"a":1,"a":2}}}';
    const draft = await taken({ name: "login.json", text });
    expect(draft.sections.identityProvider).toContain("12345678901234567890");
    expect(draft.logins[0]).toMatch(/"a": 1,\n.*"a": 2/);
  });

  test("a scenario in YAML, with its lambda and its policy in files", async () => {
    const scenario =
      "identityProvider: {id: 9007199254740993}\nlambda: {file: lib/reconcile.js}\npolicy:\n  file: policy.yaml\nlogin:\n  userinfo: {sub: '1'}\n";
    const draft = await taken(
      { name: "reconcile.js", text: "function reconcile() {}" },
      { name: "policy.yaml", text: "map:\n  user.firstName: given_name\n" },
      { name: "login.yaml", text: scenario },
    );
    expect(draft.sections.identityProvider).toContain("9007199254740993");
    expect(draft.lambda).toEqual({
      used: true,
      body: "function reconcile() {}",
      debug: false,
      file: "lib/reconcile.js",
    });
    expect(json(draft.policy.text)).toEqual({ map: { "user.firstName": "given_name" } });
  });

  test("a file that is named and missing is asked for", async () => {
    const { said } = await take(['{"lambda":{"file":"reconcile.js"},"login":{}}']);
    expect(said.join(" ")).toMatch(/names reconcile\.js: drop that file together with it/);
  });

  test("a policy and a lambda are put into use, and the rest stays", async () => {
    const before = { ...BLANK, logins: ['{"userinfo":{"sub":"1"}}'] as [string] };
    const { draft, said } = await take(
      [
        { name: "reconcile.js", text: "function reconcile(user) {}" },
        '{"map":{"user.firstName":"name"}}',
      ],
      before,
    );
    expect(draft?.lambda).toMatchObject({ used: true, file: "reconcile.js" });
    expect(draft?.policy.used).toBe(true);
    expect(draft?.logins).toEqual(before.logins);
    expect(said.join(" ")).toBe("The lambda is in use. The policy is in use, before the lambda.");
  });

  test("a link, alone or with the page's address", async () => {
    const fragment = (await fragmentOf({ ...BLANK, name: "shared" })) ?? "";
    for (const text of [
      fragment,
      `https://host.test/page/${fragment}`,
      ` ${fragment.slice(1)}\n`,
    ]) {
      expect((await taken(text)).name).toBe("shared");
    }
  });

  test("an outcome is told, and not taken", async () => {
    const { draft, faults } = await take([
      '{"status":200,"decision":"create","verdict":"becomes x"}',
    ]);
    expect(draft).toBeUndefined();
    expect(faults[0]).toMatch(/This is an outcome: it says “200 create: becomes x”/);
  });

  test("every example is a scenario", async () => {
    for (const { draft } of examples) {
      expect(await taken((await fragmentOf(draft)) ?? "")).toEqual(draft);
    }
  });
});

describe("FusionAuth's JSON", () => {
  test.each([
    ["wrapped", { identityProvider: provider }],
    ["bare", provider],
    [
      "a list",
      { identityProviders: [{ id: "x", type: "Google", linkingStrategy: "Disabled" }, provider] },
    ],
  ])("an identity provider, %s", async (_, value) => {
    const draft = await taken(JSON.stringify(value));
    expect(json(draft.sections.identityProvider)).toEqual(provider);
  });

  test("users, links, application, tenant and lambda", async () => {
    const draft = await taken(
      JSON.stringify({ users: [{ id: "u1" }, { id: "u2" }], total: 2 }),
      JSON.stringify({ user: { id: "u2", email: "new@x.test" } }),
      JSON.stringify({
        identityProviderLinks: [{ identityProviderId: "p1", identityProviderUserId: "s" }],
      }),
      JSON.stringify({
        applications: [
          { id: "a1", roles: [] },
          { id: "a2", name: "Two", roles: [] },
        ],
      }),
      JSON.stringify({ tenant: { id: "t1" } }),
      JSON.stringify({
        lambda: { type: "OpenIDReconcile", debug: true, body: "function reconcile() {}" },
      }),
      JSON.stringify({ identityProvider: { ...provider, applicationConfiguration: { a2: {} } } }),
    );
    expect(json(draft.sections.users)).toEqual([{ id: "u1" }, { id: "u2", email: "new@x.test" }]);
    expect(json(draft.sections.links)).toHaveLength(1);
    expect(json(draft.sections.application).name).toBe("Two");
    expect(json(draft.sections.tenant)).toEqual({ id: "t1" });
    expect(draft.lambda).toMatchObject({
      used: true,
      debug: true,
      body: "function reconcile() {}",
    });
  });

  test("a kickstart file, with its variables, ids from addresses, and its lambda's file", async () => {
    const kickstart = {
      variables: {
        app: "3c219e58-ed0e-4b18-ad48-f4f92793ae32",
        lambda: "11111111-ed0e-4b18-ad48-f4f92793ae32",
      },
      requests: [
        {
          method: "POST",
          url: "/api/application/#{app}",
          body: { application: { name: "Orders", roles: [{ name: "admin" }] } },
        },
        {
          method: "POST",
          url: "/api/lambda/#{lambda}",
          body: { lambda: { type: "OpenIDReconcile", body: "@{lambdas/reconcile.js}" } },
        },
        {
          method: "POST",
          url: "/api/lambda/22222222-ed0e-4b18-ad48-f4f92793ae32",
          body: { lambda: { type: "JWTPopulate", body: "x" } },
        },
        {
          method: "POST",
          url: "/api/user/registration/33333333-ed0e-4b18-ad48-f4f92793ae32",
          body: { user: { email: "a@b.test" }, registration: { applicationId: "#{app}" } },
        },
        {
          method: "POST",
          url: "/api/identity-provider/44444444-ed0e-4b18-ad48-f4f92793ae32",
          body: {
            identityProvider: {
              type: "OpenIDConnect",
              lambdaConfiguration: { reconcileId: "#{lambda}" },
            },
          },
        },
      ],
    };
    const { draft, said } = await take([
      { name: "kickstart.json", text: JSON.stringify(kickstart) },
      { name: "reconcile.js", text: "function reconcile() {}" },
    ]);
    expect(json(draft?.sections.application)).toMatchObject({
      id: kickstart.variables.app,
      name: "Orders",
    });
    expect(json(draft?.sections.users)).toEqual([
      {
        id: "33333333-ed0e-4b18-ad48-f4f92793ae32",
        email: "a@b.test",
        registrations: [{ applicationId: kickstart.variables.app }],
      },
    ]);
    expect(json(draft?.sections.identityProvider)).toMatchObject({
      id: "44444444-ed0e-4b18-ad48-f4f92793ae32",
    });
    expect(draft?.lambda.body.trim()).toBe("function reconcile() {}");
    expect(said.join(" ")).toMatch(/type JWTPopulate does not reconcile/);
  });
});

describe("who signs in", () => {
  test("an ID token becomes the login, and stays a token", async () => {
    const raw = token({ sub: "1", email: "jane@x.test", email_verified: true, token_use: "id" });
    const login = json((await taken(`Bearer ${raw}`)).logins[0]);
    expect(login.idToken).toBe(raw);
    expect(login.userinfo).toMatchObject({
      sub: "1",
      email: "jane@x.test",
      email_verified: "true",
    });
  });

  test("an access token joins what the login has", async () => {
    const before = {
      ...BLANK,
      logins: ["{}", '{"userinfo":{"sub":"1"},"accessToken":"old"}'] as [string, string],
    };
    const raw = token({ sub: "1", token_use: "access" });
    const { draft } = await take([raw], before, 1);
    expect(json(draft?.logins[1])).toEqual({ userinfo: { sub: "1" }, accessToken: raw });
  });

  test("an answer of the token endpoint", async () => {
    const raw = token({ sub: "1" });
    const draft = await taken(
      JSON.stringify({ id_token: raw, access_token: "abc", expires_in: 3600 }),
    );
    expect(json(draft.logins[0])).toEqual({ userinfo: {}, idToken: raw, accessToken: "abc" });
  });

  test.each([
    ["userinfo", { sub: "1", email: "a@b.test" }],
    ["AdminGetUser", { Username: "a", UserAttributes: [{ Name: "sub", Value: "1" }] }],
    [
      "ListUsers",
      { Users: [{ Username: "a", Attributes: [{ Name: "sub", Value: "1" }] }, { Username: "b" }] },
    ],
    ["API Gateway", { requestContext: { authorizer: { claims: { sub: "1" } } } }],
  ])("%s", async (_, value) => {
    expect(json((await taken(JSON.stringify(value))).logins[0]).userinfo.sub).toBe("1");
  });
});

describe("what cannot be used", () => {
  test.each([
    ["nothing", "  ", /is empty/],
    ["words", "hello there", /Looked for: a scenario or a policy/],
    ["unknown JSON", '{"a":1}', /nothing that is known here/],
    [
      "a broken token",
      "eyJhbGciOiJSUzI1NiJ9.abc.def",
      /looks like a token, and cannot be read: the payload/,
    ],
    ["broken JSON", '{"login": {\n  "userinfo": oops }}', /Line 2, column 15: it is not JSON/],
    ["broken YAML", "login:\n  - a\n b: [", /As YAML: .*line \d/],
    ["something deep", "[".repeat(100_000), /nested deeper/],
    ["a newer link", `#7.${"a".repeat(40)}`, /newer playground/],
    [
      "aliases without end",
      `a: &a [x, x]\nb: &b [${"*a, ".repeat(60)}]\nc: [${"*b, ".repeat(60)}]`,
      /alias/,
    ],
  ])("%s is told with its reason", async (_, text, why) => {
    const { draft, faults } = await take([text]);
    expect(draft).toBeUndefined();
    expect(faults.join(" ")).toMatch(why);
  });

  test("one of several does not hinder the others", async () => {
    const { draft, faults } = await take([{ name: "a.json", text: "{" }, '{"tenant":{"id":"t"}}']);
    expect(json(draft?.sections.tenant)).toEqual({ id: "t" });
    expect(faults[0]).toMatch(/^a\.json cannot be read\. Line 1/);
  });

  test("nothing that is pasted throws", async () => {
    const some = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      fc.string({ unit: fc.constantFrom(...'{}[]":,a \n#1.-eyJ&*') }),
      fc
        .object({
          key: fc.constantFrom("login", "users", "user", "requests", "body", "map", "Users"),
        })
        .map((value) => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(some, async (text) => {
        const { draft, faults, said } = await take([text]);
        expect(draft !== undefined || faults.length + said.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("files", () => {
  const bytes = (...all: number[]) => new Uint8Array(all);

  test("a mark at the beginning is dropped, other encodings are told", () => {
    expect(textOf(bytes(0xef, 0xbb, 0xbf, 0x7b))).toBe("{");
    expect(textOf(bytes(0xff, 0xfe, 0x7b, 0))).toEqual({ why: expect.stringMatching(/UTF-16/) });
    expect(textOf(bytes(0x0a, 0x41, 0xe9, 0x41))).toEqual({ why: expect.stringMatching(/line 2/) });
  });

  test("too large a file is not even read", async () => {
    const file = new File([new Uint8Array(MOST_BYTES + 1)], "big.json");
    expect(await read(file)).toEqual({
      fault: expect.stringMatching(/^big\.json is larger than 5 MB/),
    });
  });
});
