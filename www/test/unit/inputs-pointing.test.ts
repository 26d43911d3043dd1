import * as kit from "reconcile-kit";
import { afterEach, expect, test } from "vitest";
import { composed, draft, pointed, result } from "../../src/app/store.js";
import { decompose } from "../../src/draft/decompose.js";
import { BLANK } from "../../src/draft/draft.js";
import { isLit, pointing } from "../../src/view/inputs/login/pointing.js";

const SCENARIO = JSON.stringify({
  identityProvider: {
    enabled: true,
    linkingStrategy: "LinkByEmail",
    attributeMappings: { "user.firstName": "jwt.given_name" },
  },
  login: {
    userinfo: { sub: "1", email: "a@b.c", email_verified: "true", given_name: "Ann", given: "x" },
  },
});

function simulate(): void {
  draft.value = decompose(SCENARIO) ?? BLANK;
  const text = kit.simulateText(SCENARIO);
  const preview = JSON.parse(text);
  result.value = { draft: draft.value, scenario: composed.value, text, preview, took: 0 };
}

afterEach(() => {
  pointed.value = undefined;
});

test("a field that is pointed at lights the claims that it came from", () => {
  simulate();
  pointed.value = { kind: "field", path: "/user/firstName" };
  expect(isLit("/userinfo/given_name")).toBe(true);
  expect(isLit("/userinfo/given")).toBe(false);
  expect(isLit("/userinfo/email")).toBe(false);
});

test("a claim points by pointer and by keyboard, and stops when it is left", () => {
  simulate();
  const target = pointing("/userinfo/email");
  target.onFocusIn();
  expect(pointed.value).toEqual({ kind: "claim", path: "/userinfo/email" });
  expect(isLit("/userinfo/email")).toBe(true);
  pointing("/userinfo/sub").onMouseLeave();
  expect(pointed.value?.path).toBe("/userinfo/email");
  target.onFocusOut();
  expect(pointed.value).toBeUndefined();
  expect(isLit("/userinfo/email")).toBe(false);
});
