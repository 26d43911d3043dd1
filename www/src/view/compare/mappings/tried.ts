// Both mappings, run over the logins of the grid; and where both are policies, the core's reasoning about them.

import { batch, signal } from "@preact/signals";
import type { Outcome, PolicyDiff } from "reconcile-kit";
import { draft } from "../../../app/store.js";
import type { Draft } from "../../../draft/draft.js";
import { ask, KitRefusal, simulate } from "../../../kit/client.js";
import type { Refusal } from "../../../kit/protocol.js";
import { type GridLogin, gridLogins } from "../logins.js";
import { followNewest } from "../newest.js";
import { scenarioWith } from "../rows.js";
import { differences, type FieldDifference } from "./fields.js";
import {
  isPolicyOnly,
  kept,
  type Mapping,
  mappingOf,
  type Other,
  other,
  otherMapping,
  pasted,
  textOf,
} from "./sides.js";

/** A login under both mappings. */
export interface Tried {
  readonly login: GridLogin;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly differences: readonly FieldDifference[];
}

/** What is known about the two mappings. */
export interface Confrontation {
  readonly before: Mapping;
  readonly after: Mapping;
  /** Whether they are the same text. */
  readonly isSame: boolean;
  /** Where two policies differ. */
  readonly diff: PolicyDiff | undefined;
  readonly tried: readonly Tried[];
  /** How many logins there are to try. */
  readonly count: number;
}

/** The latest that is known. */
export const confrontation = signal<Confrontation | undefined>(undefined);
/** Why there is nothing to know. */
export const problem = signal<Refusal | undefined>(undefined);

/** Follows draft, logins and the other mapping until it is told to stop. */
export function followMappings(): () => void {
  return followNewest(
    () => ({ of: draft.value, logins: gridLogins.value, which: other.value, texts: texts() }),
    ({ of, logins, which }, isNewest) => confront(of, logins, which, isNewest),
  );
}

/** What the other mapping may be read from. */
function texts() {
  return [kept.value, pasted.value];
}

async function confront(
  of: Draft,
  logins: readonly GridLogin[],
  which: Other,
  isNewest: () => boolean,
): Promise<void> {
  try {
    const before = await otherMapping(of, which);
    const after = mappingOf(of);
    const isSame = textOf(before) === textOf(after);
    const known = { before, after, isSame, count: logins.length };
    const areBoth = isPolicyOnly(before) && isPolicyOnly(after);
    const diff = areBoth && !isSame ? await diffOf(before, after) : undefined;
    const tried: Tried[] = [];
    for (const login of isSame ? [] : logins) {
      if (!isNewest()) return;
      const one = await tryOn(of, login, before);
      if (one) tried.push(one);
    }
    if (!isNewest()) return;
    batch(() => {
      confrontation.value = { ...known, diff, tried };
      problem.value = undefined;
    });
  } catch (error) {
    if (!(error instanceof KitRefusal)) throw error;
    if (isNewest()) problem.value = error.refusal;
  }
}

function diffOf(before: Mapping, after: Mapping): Promise<PolicyDiff> {
  return ask("diffPolicies", { before: before.policy.text, after: after.policy.text });
}

async function tryOn(of: Draft, login: GridLogin, before: Mapping): Promise<Tried | undefined> {
  const text = await login.text();
  if (text === undefined) return undefined;
  const [one, two] = [await outcomeWith(of, before, text), await outcomeWith(of, of, text)];
  return { login, before: one, after: two, differences: differences(one, two, text) };
}

/** What a login leads to in the draft with this mapping. */
export async function outcomeWith(
  of: Draft,
  { policy, lambda }: Mapping,
  login: string,
): Promise<Outcome> {
  const scenario = scenarioWith({ ...of, policy, lambda }, login);
  return JSON.parse(await simulate(scenario, lambda.used));
}
