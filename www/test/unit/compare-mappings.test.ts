import { diffPolicies, type Outcome, simulate } from "reconcile-kit";
import { beforeEach, expect, test, vi } from "vitest";
import { change } from "../../src/app/actions.js";
import { composed, draft, isRunning, result } from "../../src/app/store.js";
import { chooseStrategy } from "../../src/app/strategy.js";
import { BLANK, type Draft } from "../../src/draft/draft.js";
import { valueAt } from "../../src/draft/edit.js";
import { added, gridLogins, keep, variants } from "../../src/view/compare/logins.js";
import { kept, mappingFrom } from "../../src/view/compare/mappings/sides.js";
import { confrontation, followMappings } from "../../src/view/compare/mappings/tried.js";
import { tryClaims } from "../../src/view/compare/mappings/try-claims.js";
import { loginFrom } from "../../src/view/compare/paste.js";
import { ownStrategy } from "../../src/view/compare/provider.js";
import { followRows, outcomeOf, rows } from "../../src/view/compare/rows.js";
import { tokenOf } from "./compare-kit.js";

vi.mock("../../src/kit/client.js", () => import("./compare-kit.js"));

const GATED =
  '{"provider":"cognito","gates":[{"require":{"verified":"email"},"message":"Confirm."}]}';
const NAMES = '{"provider":"cognito","map":{"user.firstName":"given_name"}}';
const FULL = '{"provider":"cognito","map":{"user.firstName":"name"}}';

const START: Draft = {
  ...BLANK,
  sections: { ...BLANK.sections, identityProvider: '{"linkingStrategy":"LinkByEmail"}' },
  logins: [
    '{"userinfo":{"sub":"1","email":"a@b.example","email_verified":"true","given_name":"Jane"}}',
  ],
};

function policy(text: string): Draft["policy"] {
  return { used: true, text, file: "" };
}

function begin(of: Draft): void {
  change(of, `test ${Math.random()}`);
  const preview = simulate(composed.value.text) as Outcome;
  const { value: scenario } = composed;
  result.value = { draft: of, scenario, text: "", preview, took: 0 };
  isRunning.value = false;
}

beforeEach(() => {
  variants.value = [];
  added.value = [];
  begin(START);
});

test("rows are filled, and the newest draft counts", async () => {
  const stop = followRows();
  chooseStrategy("LinkByUsername");
  await vi.waitFor(() => expect(rows.value[0]?.isOld).toBe(false));
  expect(ownStrategy.value).toBe("LinkByUsername");
  const codes = rows.value.map((row) => outcomeOf(row, "LinkByUsername")?.error?.code);
  expect(codes).toEqual(["MissingUsername"]);
  variants.value = ["no-email"];
  await vi.waitFor(() => expect(rows.value[1]?.isOld).toBe(false));
  const [, varied] = rows.value;
  expect(varied && outcomeOf(varied, "LinkByEmail")?.error?.code).toBe("MissingEmail");
  stop();
});

test("where an outcome takes long, the rows wait until typing rests", async () => {
  const before = result.value;
  if (!before) throw new Error("there is an outcome");
  result.value = { ...before, took: 900 };
  vi.useFakeTimers();
  const stop = followRows();
  rows.value = [];
  for (const text of ['{"userinfo":{"sub":"1"}}', '{"userinfo":{"sub":"2"}}']) {
    begin({ ...START, logins: [text] });
    result.value = { ...before, took: 900 };
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(rows.value).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(rows.value.map(({ text }) => text)).toEqual(['{"userinfo":{"sub":"2"}}']);
  stop();
  vi.useRealTimers();
});

test("a login that is no login is told in its row, and the others have theirs", async () => {
  added.value = [{ name: "broken", text: '{"userinfos":{}}' }];
  const stop = followRows();
  await vi.waitFor(() => expect(rows.value[1]?.refusal?.message).toMatch(/userinfos/));
  expect(rows.value[0]?.outcomes).toBeDefined();
  stop();
});

test("two policies are compared by reasoning and on the logins", async () => {
  begin({ ...START, policy: policy(FULL) });
  kept.value = { policy: policy(NAMES), lambda: BLANK.lambda };
  const stop = followMappings();
  await vi.waitFor(() => expect(confrontation.value?.diff?.differences).toHaveLength(1));
  expect(confrontation.value?.diff?.differences[0]?.what).toBe("user.firstName");
  expect(confrontation.value?.tried[0]?.differences).toEqual([
    {
      field: "user.firstName",
      before: "Jane",
      after: undefined,
      claims: [{ pointer: "/userinfo/given_name", value: "Jane" }],
    },
  ]);
  stop();
});

test("the claims of a difference become a login on which it shows", async () => {
  begin({ ...START, policy: policy(FULL) });
  const [difference] = diffPolicies(NAMES, FULL).differences;
  if (!difference) throw new Error("there is a difference");
  const attempt = await tryClaims(difference, { policy: policy(NAMES), lambda: BLANK.lambda });
  expect(attempt.shows).toBe(true);
  // Nobody is linked by e-mail without one, so more is kept of the login than the policies ask for.
  expect(attempt.kept).toEqual(["sub", "email", "email_verified"]);
  const userinfo = valueAt(draft.value.logins[0], ["userinfo"]);
  expect(userinfo).toMatchObject({ ...difference.claims.jwt, sub: "1", email: "a@b.example" });
});

test("where a difference does not show, that is said", async () => {
  begin({ ...START, policy: policy(GATED) });
  const [difference] = diffPolicies(NAMES, GATED).differences;
  if (!difference) throw new Error("there is a difference");
  chooseStrategy("Disabled");
  const attempt = await tryClaims(difference, { policy: policy(NAMES), lambda: BLANK.lambda });
  expect(attempt.shows).toBe(false);
});

test("a pasted mapping is a policy where it is an object", () => {
  expect(mappingFrom(' {"map":{}}').policy.used).toBe(true);
  expect(mappingFrom("function reconcile(user) {}").lambda.used).toBe(true);
  expect(mappingFrom("")).toEqual({ policy: BLANK.policy, lambda: BLANK.lambda });
});

test("tokens, payloads and logins become logins", async () => {
  const claims = { sub: "1", email: "a@b.example", token_use: "id" };
  const token = tokenOf(claims);
  for (const pasted of [token, JSON.stringify(claims), JSON.stringify({ userinfo: claims })]) {
    expect(valueAt(await loginFrom(pasted), ["userinfo", "email"])).toBe("a@b.example");
  }
  await expect(loginFrom("neither")).rejects.toThrow();
});

test("what was kept is read as far as it can be", () => {
  const storage = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
  });
  const KEY = "reconcile-kit.compare";
  for (const broken of ["{", "null", "[]", '{"variants":7,"added":"x"}']) {
    storage.set(KEY, broken);
    keep()();
    expect([variants.value, added.value]).toEqual([[], []]);
  }
  const one = { name: "pasted 1", text: "{}" };
  storage.set(KEY, JSON.stringify({ variants: ["no-email", "?"], added: [one, 7, { name: 1 }] }));
  const stop = keep();
  expect([variants.value, added.value]).toEqual([["no-email"], [one]]);
  added.value = [];
  expect(JSON.parse(storage.get(KEY) ?? "")).toEqual({ variants: ["no-email"], added: [] });
  stop();
  expect(gridLogins.value.map(({ title }) => title)).toEqual(["This login", "no e-mail"]);
  vi.unstubAllGlobals();
});
