import examples from "virtual:examples";
import fc from "fast-check";
import { type Outcome, simulate } from "reconcile-kit";
import { expect, test, vi } from "vitest";
import { compose } from "../../src/draft/compose.js";
import { decompose } from "../../src/draft/decompose.js";
import { BLANK, type Draft } from "../../src/draft/draft.js";
import { valueAt } from "../../src/draft/edit.js";
import { type Variant, variantOf, withReadableToken } from "../../src/view/compare/variants.js";
import { tokenOf } from "./compare-kit.js";

vi.mock("../../src/kit/client.js", () => import("./compare-kit.js"));

function example(path: string): Draft {
  const found = examples.find((one) => one.path === path);
  return decompose(found?.text ?? "") ?? BLANK;
}

function outcomeOf(draft: Draft, login: string): Outcome {
  const lambda = BLANK.lambda;
  return simulate(compose({ ...draft, lambda, logins: [login], several: false }).text) as Outcome;
}

const first = example("cognito/first-login.json");
const login = first.logins[0];
const { identity } = outcomeOf(first, login);

function varied(variant: Variant): string {
  return variantOf(login, variant, identity) ?? "";
}

test("without the e-mail address it is in neither payload", () => {
  const text = varied("no-email");
  expect(valueAt(text, ["userinfo", "email"])).toBeUndefined();
  expect(valueAt(text, ["idToken", "email"])).toBeUndefined();
  expect(outcomeOf(first, text).error?.code).toBe("MissingEmail");
});

test("not verified is a text in userinfo and a boolean in the token", () => {
  const text = varied("unverified-email");
  expect(valueAt(text, ["userinfo", "email_verified"])).toBe("false");
  expect(valueAt(text, ["idToken", "email_verified"])).toBe(false);
  expect(outcomeOf(first, text).error?.code).toBe("UnverifiedEmail");
});

test("another person has another id wherever Cognito repeats it, and the same e-mail address", () => {
  const { identity: other } = outcomeOf(first, varied("another-person"));
  expect(other.uniqueId.value).not.toBe(identity.uniqueId.value);
  expect(other.email.value).toBe(identity.email.value);
  expect(varied("another-person")).not.toContain(identity.uniqueId.value);
});

test("two other persons are different persons", () => {
  const once = varied("another-person");
  const twice = variantOf(once, "another-person", outcomeOf(first, once).identity) ?? "";
  const ids = [login, once, twice].map((text) => outcomeOf(first, text).identity.uniqueId.value);
  expect(new Set(ids).size).toBe(3);
});

test("what a login does not have cannot be taken away", () => {
  const bare = example("cognito/no-email.json");
  const { identity: nobody } = outcomeOf(bare, bare.logins[0]);
  expect(variantOf(bare.logins[0], "no-email", nobody)).toBeUndefined();
  expect(variantOf(bare.logins[0], "no-username", nobody)).toBeUndefined();
  expect(variantOf('{"userinfo":{}}', "no-id-token", nobody)).toBeUndefined();
});

test("a token as text is read, so that its claims can be varied", async () => {
  const token = tokenOf({ sub: "1", email: "a@b.example" });
  const text = await withReadableToken(JSON.stringify({ userinfo: { sub: "1" }, idToken: token }));
  expect(valueAt(text, ["idToken", "email"])).toBe("a@b.example");
  const broken = '{"idToken":"no token"}';
  expect(await withReadableToken(broken)).toBe(broken);
});

test("every variant of every example changes the login and stays JSON", () => {
  const variants: Variant[] = [
    "no-email",
    "unverified-email",
    "changed-email",
    "no-username",
    "another-person",
    "no-id-token",
  ];
  // Each type has claims of its own, and the first scenario of a directory is like its others.
  const paths = examples.map(({ path }) => path);
  for (const path of paths.filter((one) => /^(cognito|types)/.test(one))) {
    const draft = example(path);
    for (const text of draft.logins) {
      const { identity: found } = outcomeOf(draft, text);
      for (const variant of variants) {
        const other = variantOf(text, variant, found);
        if (other === undefined) continue;
        expect(() => JSON.parse(other), `${path} ${variant}`).not.toThrow();
        if (variant !== "unverified-email") expect(other, `${path} ${variant}`).not.toBe(text);
      }
    }
  }
});

test("no text of a login breaks a variant", () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      for (const variant of ["no-email", "another-person", "unverified-email"] as const) {
        expect(() => variantOf(text, variant, identity)).not.toThrow();
      }
    }),
  );
});
