// What is at hand for every example of the documentation: the things that a text speaks of without making them.

import assert from "node:assert/strict";

/** An ID token of Jane, signed by nobody. */
function token(claims) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256" })}.${part(claims)}.c2lnbmF0dXJl`;
}

/** Puts everything at hand, as it is at first. */
export function putAtHand() {
  const jwt = {
    sub: "7f3a",
    email: "jane@example.com",
    email_verified: "true",
    given_name: "Jane",
  };
  const identityProvider = {
    id: "9aa8b8f1-0f5d-4f6a-9d2e-5f4d1c7e2b10",
    enabled: true,
    linkingStrategy: "LinkByEmail",
  };
  const policy = { provider: "cognito", map: { "user.firstName": "given_name" } };
  const id_token = { sub: "7f3a", "cognito:groups": ["Admins"] };
  Object.assign(globalThis, {
    scenario: { identityProvider, login: { userinfo: jwt } },
    identityProvider,
    policy,
    document: policy,
    user: {},
    registration: {},
    users: [],
    jwt,
    userinfo: jwt,
    id_token,
    claims: id_token,
    idToken: token(id_token),
    listUsersEntry: {
      Username: "jane",
      Attributes: [
        { Name: "sub", Value: "7f3a" },
        { Name: "email_verified", Value: "true" },
      ],
    },
  });
}

/** Stands for what an example leaves out of a value. */
const LEFT_OUT = Symbol("…");
globalThis.REST = Object.assign([LEFT_OUT], { [LEFT_OUT]: true });

/** What is left of `found` when everything is taken away that an example leaves out. */
function asShown(found, expected) {
  if (Array.isArray(expected) && Array.isArray(found)) {
    const isShortened = expected.at(-1) === LEFT_OUT;
    const shown = isShortened ? found.slice(0, expected.length - 1) : found;
    return shown.map((item, index) => asShown(item, expected[index]));
  }
  if (typeof expected !== "object" || expected === null || typeof found !== "object") return found;
  const entries = Object.entries(found ?? {});
  const shown = expected[LEFT_OUT] ? entries.filter(([key]) => key in expected) : entries;
  return Object.fromEntries(shown.map(([key, value]) => [key, asShown(value, expected[key])]));
}

/** The value that an example shows, without the signs for what it leaves out. */
function written(expected) {
  if (Array.isArray(expected)) return expected.filter((item) => item !== LEFT_OUT).map(written);
  if (typeof expected !== "object" || expected === null) return expected;
  const entries = Object.entries(expected).filter(([, value]) => value !== LEFT_OUT);
  return Object.fromEntries(entries.map(([key, value]) => [key, written(value)]));
}

/** Fails unless `found` is what the example says. */
globalThis.holds = (found, expected) => {
  assert.deepEqual(asShown(found, expected), written(expected));
};

/** Fails unless `work` ends with an error of that code or name, or with a finding of that code. */
globalThis.fails = async (work, how) => {
  let codes = [];
  try {
    const { diagnostics = [] } = (await work()) ?? {};
    codes = diagnostics.map(({ code }) => code);
  } catch (error) {
    codes = [error.code, error.name];
  }
  assert.ok(codes.includes(how), `${how} was expected, and this came: ${codes}`);
};
