import examples from "virtual:examples";
import { type Outcome, type Several, simulate } from "reconcile-kit";
import { beforeEach, expect, test, vi } from "vitest";
import { change, undo } from "../../src/app/actions.js";
import { chosenLogin, composed, draft, result } from "../../src/app/store.js";
import { decompose } from "../../src/draft/decompose.js";
import { BLANK, type Draft } from "../../src/draft/draft.js";
import { valueAt } from "../../src/draft/edit.js";
import {
  canTell,
  moveLogin,
  removeLogin,
  STORIES,
  type Story,
  tell,
} from "../../src/view/history/stories.js";
import { mixUps, tracksOf } from "../../src/view/history/track.js";

vi.mock("../../src/kit/client.js", () => import("./compare-kit.js"));

function example(name: string): Draft {
  const found = examples.find(({ path }) => path === `cognito/${name}.json`);
  return decompose(found?.text ?? "") ?? BLANK;
}

/** What the page does after each change. */
function run(): readonly Outcome[] {
  const { text } = composed.value;
  const preview = simulate(text) as Outcome | Several;
  result.value = {
    draft: draft.value,
    scenario: composed.value,
    text: JSON.stringify(preview),
    preview,
    took: 0,
  };
  return "logins" in preview ? preview.logins : [preview];
}

async function story(id: string): Promise<readonly Outcome[]> {
  const found = STORIES.find((one): one is Story => one.id === id);
  if (found) await tell(found);
  return run();
}

beforeEach(() => {
  chosenLogin.value = 0;
  change(example("first-login"), `test ${Math.random()}`);
  run();
});

test("the same person is linked at the second login", async () => {
  const outcomes = await story("again");
  expect(outcomes.map(({ decision }) => decision)).toEqual(["create", "linked"]);
  expect(chosenLogin.value).toBe(1);
  const [track, ...others] = tracksOf(outcomes);
  expect(others).toEqual([]);
  expect(track?.existedBefore).toBe(false);
  expect(track?.logins).toEqual([0, 1]);
  const email = track?.fields.find(({ field }) => field === "user.email");
  expect(email?.moments.map(({ value, mark }) => [value, mark])).toEqual([
    [undefined, undefined],
    ["jane@example.com", "added"],
    ["jane@example.com", undefined],
  ]);
  expect(track?.fields.find(({ field }) => field === "user.insertInstant")?.isKept).toBe(true);
});

test("a changed e-mail address changes what the link is called, and not the user", async () => {
  const [track] = tracksOf(await story("changed-email"));
  const marks = (name: string) =>
    track?.fields.find(({ field }) => field === name)?.moments.map(({ mark }) => mark);
  expect(marks("link.displayName")).toEqual([undefined, "added", "changed"]);
  expect(marks("user.email")).toEqual([undefined, "added", undefined]);
});

test("another person with the same address is refused, and leaves the user as they were", async () => {
  const outcomes = await story("another-person");
  expect(outcomes[1]?.status).toBe(401);
  const [track] = tracksOf(outcomes);
  expect(track?.logins).toEqual([0]);
  expect(track?.fields.every(({ moments }) => moments[2]?.mark === undefined)).toBe(true);
});

test("a user who was there before is shown as they were", () => {
  change(example("existing-user"), "test existing");
  const [track] = tracksOf(run());
  expect(track?.existedBefore).toBe(true);
  const roles = track?.fields.find(({ field }) => field === "registration.roles");
  expect(roles?.moments.map(({ value }) => value)).toEqual([["admin"], ["admin"]]);
  const link = track?.fields.find(({ field }) => field === "link.userId");
  expect(link?.moments[0]?.value).toBeUndefined();
  expect(link?.moments[1]?.mark).toBe("added");
});

test("two persons who become one user are told, and two users of one person", async () => {
  expect(mixUps(await story("again"))).toEqual([]);
  change({ ...example("first-login"), fusionauth: "1.28" }, "test old version");
  chosenLogin.value = 0;
  run();
  expect(mixUps(await story("another-person"))).toEqual([
    expect.stringMatching(/^Two persons became the same user, jane@example\.com/),
  ]);
  const [one] = run();
  const other = one && { ...one, user: { ...one.user, id: "u2" } };
  expect(mixUps(one && other ? [one, other] : [])).toEqual([
    expect.stringMatching(/^The same person \(b5c6.*became another user at login 2/),
  ]);
});

test("what is expected goes with its login, and a new one expects nothing", async () => {
  await story("again");
  const expected = () => valueAt(draft.value.sections.expect, ["logins"]) as object[];
  expect(expected()).toHaveLength(2);
  expect(expected()[0]).toMatchObject({ decision: "create" });
  expect(expected()[1]).toEqual({});
  moveLogin(1, -1);
  expect(expected()[1]).toMatchObject({ decision: "create" });
  expect(chosenLogin.value).toBe(0);
  removeLogin(0);
  expect(expected()).toHaveLength(1);
  expect(draft.value.logins).toHaveLength(1);
  removeLogin(0);
  expect(draft.value.logins).toHaveLength(1);
});

test("a story is one step to undo", async () => {
  const before = draft.value;
  await story("again");
  await story("again");
  undo();
  expect(draft.value.logins).toHaveLength(2);
  undo();
  expect(draft.value).toBe(before);
});

test("a login without an e-mail address has none to change", () => {
  change(example("no-email"), "test no e-mail");
  run();
  const can = (id: string) => STORIES.filter((one) => one.id === id).map(canTell);
  expect([...can("again"), ...can("changed-email"), ...can("no-email")]).toEqual([
    true,
    false,
    false,
  ]);
});
