import * as kit from "reconcile-kit";
import { describe, expect, test } from "vitest";
import { type Reader, read } from "../../src/view/inputs/login/paste.js";

const CORE: Reader = {
  readCognito: async (payload) => kit.readCognito(payload),
  decodeIdToken: async (token) => kit.decodeIdToken(token),
  refusalOf: (error) => (error instanceof kit.ReconcileKitError ? error : undefined),
};
const part = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const tokenOf = (claims: object) => `${part({ alg: "RS256", kid: "k" })}.${part(claims)}.c2ln`;

const JANE = { sub: "jane-1", email: "jane@example.com", email_verified: true };
const OTHERS = JSON.stringify({
  userinfo: { sub: "other-1" },
  idToken: { sub: "other-1" },
  accessToken: "other's",
  noLink: true,
});

/** The login that comes out, and what was said. */
async function taken(pasted: string, login = "{}") {
  const reading = await read(pasted, login, CORE);
  if (reading.kind !== "login") throw new Error(`${reading.kind}: ${JSON.stringify(reading)}`);
  return { login: JSON.parse(reading.login), said: reading.said, notes: reading.notes };
}

describe("an ID token", () => {
  test("is kept as its text, and userinfo is made of it", async () => {
    const token = tokenOf({ ...JANE, token_use: "id" });
    const { login, said } = await taken(token, OTHERS);
    expect(login.idToken).toBe(token);
    expect(login.userinfo).toEqual({ ...JANE, email_verified: "true" });
    expect(login.noLink).toBe(true);
    expect(said).toMatch(/This was an ID token/);
  });

  test("of another provider takes the other person's userinfo away", async () => {
    const { login, said } = await taken(tokenOf(JANE), OTHERS);
    expect(login).not.toHaveProperty("userinfo");
    expect(said).toMatch(/paste that as well/);
  });

  test("leaves the userinfo of the same person", async () => {
    const mine = JSON.stringify({ userinfo: { sub: "jane-1", nickname: "J" } });
    const { login } = await taken(tokenOf(JANE), mine);
    expect(login.userinfo).toEqual({ sub: "jane-1", nickname: "J" });
  });

  test.each([
    ["quotes", (token: string) => `"${token}"`],
    ["Bearer", (token: string) => `Authorization: Bearer ${token}`],
    ["line breaks", (token: string) => token.replace(/(.{40})/g, "$1\n")],
  ])("is read with %s around it", async (_, wrap) => {
    const token = tokenOf(JANE);
    expect((await taken(wrap(token))).login.idToken).toBe(token);
  });

  test("is found in a token endpoint's answer", async () => {
    const answer = { id_token: tokenOf(JANE), access_token: "a.b.c", expires_in: 3600 };
    const { login } = await taken(JSON.stringify(answer));
    expect(login).toMatchObject({ idToken: answer.id_token, accessToken: "a.b.c" });
  });

  test("that is an access token becomes the login's access token", async () => {
    const token = tokenOf({ sub: "jane-1", token_use: "access", client_id: "c", scope: "openid" });
    const { login, notes } = await taken(token, OTHERS);
    expect(login).toMatchObject({ accessToken: token, userinfo: { sub: "other-1" } });
    expect(notes).toHaveLength(1);
  });
});

describe("JSON", () => {
  test("of userinfo goes in as it is, and another person's tokens go", async () => {
    const text = '{"sub":"jane-1","email_verified":"true","custom:n":12345678901234567890}';
    const reading = await read(text, OTHERS, CORE);
    expect(reading).toMatchObject({ kind: "login" });
    if (reading.kind !== "login") return;
    expect(reading.login).toContain("12345678901234567890");
    expect(JSON.parse(reading.login)).not.toHaveProperty("idToken");
    expect(JSON.parse(reading.login)).not.toHaveProperty("accessToken");
  });

  test("of userinfo leaves the same person's ID token, also as text", async () => {
    const token = tokenOf(JANE);
    const { login } = await taken('{"sub":"jane-1"}', JSON.stringify({ idToken: token }));
    expect(login).toEqual({ idToken: token, userinfo: { sub: "jane-1" } });
  });

  test.each([
    ["an ID token's claims", { ...JANE, token_use: "id" }],
    ["ListUsers", { Users: [{ Username: "j", Attributes: [{ Name: "sub", Value: "jane-1" }] }] }],
    [
      "API Gateway's claims",
      { requestContext: { authorizer: { claims: { sub: "jane-1", email_verified: "true" } } } },
    ],
  ])("of %s fills both", async (_, payload) => {
    const { login } = await taken(JSON.stringify(payload), OTHERS);
    expect(login).toMatchObject({ userinfo: { sub: "jane-1" }, idToken: { sub: "jane-1" } });
  });

  test("of a whole login takes its place", async () => {
    const whole = { userinfo: { sub: "w" }, idTokenVerified: false };
    expect((await taken(JSON.stringify(whole), OTHERS)).login).toEqual(whole);
    expect((await taken(JSON.stringify({ login: whole }), OTHERS)).login).toEqual(whole);
  });

  test("of a scenario opens it", async () => {
    const scenario = { identityProvider: {}, login: { userinfo: { sub: "s" } } };
    const reading = await read(JSON.stringify(scenario), OTHERS, CORE);
    expect(reading.kind).toBe("scenario");
  });
});

describe("what cannot be read", () => {
  test.each([
    ["a cut token", tokenOf(JANE).slice(0, 30)],
    ["words", "what is this"],
    ["broken JSON", '{"sub": "a"'],
    ["a list", "[1]"],
    ["five megabytes", `{"sub":"${"x".repeat(5e6)}"}`],
    ["a token of five megabytes", "eyJ".repeat(2e6)],
  ])("is explained: %s", async (_, pasted) => {
    const reading = await read(pasted, OTHERS, CORE);
    expect(reading.kind).toBe("refused");
    if (reading.kind === "refused") expect(reading.message).not.toBe("");
  });

  test("is offered as userinfo where it is an object", async () => {
    const reading = await read('{"steamid":"765","personaname":"jo"}', OTHERS, CORE);
    if (reading.kind !== "refused") throw new Error(reading.kind);
    expect(JSON.parse(reading.asUserinfo ?? "").userinfo).toEqual({
      steamid: "765",
      personaname: "jo",
    });
  });
});
