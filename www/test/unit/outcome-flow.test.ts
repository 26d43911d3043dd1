// Every login of every example has a place on the map, and its way leads from the person to an end.

import examples from "virtual:examples";
import type { Outcome, StepId } from "reconcile-kit";
import { simulate } from "reconcile-kit/sandbox";
import { expect, test } from "vitest";
import schema from "../../../schemas/outcome.schema.json";
import { edgesOf } from "../../src/view/outcome/path/edges.js";
import { FLOW, WAYS } from "../../src/view/outcome/path/flow.js";
import { wayOf } from "../../src/view/outcome/path/lit.js";

const NODES = FLOW.flatMap(({ nodes }) => nodes);

async function outcomesOf(example: string): Promise<readonly Outcome[]> {
  const found = examples.find(({ path }) => path === example);
  if (!found) throw new Error(`there is no example ${example}`);
  const preview = await simulate(found.text);
  return "logins" in preview ? preview.logins : [preview];
}

async function outcomeOf(example: string): Promise<Outcome> {
  const [first] = await outcomesOf(example);
  if (!first) throw new Error(`${example} has no login`);
  return first;
}

function names(outcome: Outcome): string[] {
  return [...wayOf(outcome).passed.keys()];
}

test("the map knows every id that the core may write", () => {
  const ids = schema.$defs.StepId.oneOf.map((one) => one.const);
  const placed = NODES.flatMap((node) => node.ids);
  expect([...placed].sort()).toEqual([...ids].sort());
});

test("a way is drawn between nodes that there are", () => {
  const known = new Set(NODES.map(({ name }) => name));
  expect(WAYS.flat().filter((name) => !known.has(name))).toEqual([]);
});

test.each([
  [
    "cognito/first-login.json",
    "person unlinked strategy nobody accepted created link-made registration-made in",
  ],
  [
    "cognito/existing-user.json",
    "person unlinked strategy found accepted kept link-made registered in",
  ],
  ["cognito/unverified-email.json", "person unlinked strategy found refused"],
  ["cognito/no-email.json", "person unlinked strategy nobody refused"],
  ["cognito/pending-link.json", "person unlinked strategy waiting"],
  ["lambdas/ldap-directory/one-group.json", "person mapped created registered in"],
  [
    "lambdas/fabricated-email/finds-a-user.json",
    "person unlinked strategy nobody mapped moved accepted kept link-made registration-made in",
  ],
  ["lambdas/company-domain-only/stranger.json", "person unlinked strategy nobody mapped refused"],
])("%s takes %s", async (example, way) => {
  expect(names(await outcomeOf(example))).toEqual(way.split(" "));
});

test("a pending link that is completed leads past the strategy", async () => {
  const [, second] = await outcomesOf("cognito/pending-link.json");
  expect(second && wayOf(second).taken.slice(0, 3)).toEqual([
    ["person", "unlinked"],
    ["unlinked", "chosen"],
    ["chosen", "kept"],
  ]);
});

test("ignored writes lie beside the way", async () => {
  const { taken } = wayOf(await outcomeOf("policies/birth-date-and-locale/free-text.json"));
  expect(taken).toContainEqual(["mapped", "ignored"]);
  expect(taken).toContainEqual(["mapped", "kept"]);
  expect(taken).not.toContainEqual(["ignored", "kept"]);
});

test("an id that nobody knows is kept, and the way goes on without it", async () => {
  const outcome = await outcomeOf("cognito/first-login.json");
  const [step] = outcome.trace;
  if (!step) throw new Error("no step");
  const newer = { ...step, id: "asked-the-oracle" as StepId };
  const way = wayOf({ ...outcome, trace: [newer, ...outcome.trace] });
  expect(way.unplaced).toEqual([newer]);
  expect(way.taken).toEqual(wayOf(outcome).taken);
});

test("a line runs between boxes, and around one that is in the way", () => {
  const box = (name: string, row: number, left: number) => {
    return { name, row, left, right: left + 100, top: row * 60, bottom: row * 60 + 30 };
  };
  const boxes = [box("a", 0, 20), box("b", 1, 20), box("c", 2, 20)];
  const [straight] = edgesOf(boxes, [["a", "b"]], false);
  const [around] = edgesOf(boxes, [["a", "c"]], false);
  expect(straight?.line).toMatch(/^M70 30.*V56$/);
  const xs = [...(around?.line.matchAll(/Q(-?[\d.]+)/g) ?? [])].map(([, x]) => Number(x));
  expect(xs.some((x) => x < 20 || x > 120)).toBe(true);
  expect(edgesOf(boxes, [["a", "nowhere"]], false)).toEqual([]);
});

test("every step of every example has a place", { timeout: 60_000 }, async () => {
  const ends = FLOW.at(-1)?.nodes.map(({ name }) => name);
  expect(examples.length).toBeGreaterThan(60);
  for (const { path } of examples) {
    for (const outcome of await outcomesOf(path)) {
      const { unplaced, taken } = wayOf(outcome);
      expect(unplaced, path).toEqual([]);
      expect(taken[0]?.[0], path).toBe("person");
      expect(ends, path).toContain(taken.findLast(([, to]) => to !== "ignored")?.[1]);
    }
  }
});
