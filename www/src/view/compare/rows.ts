// What each login of the grid leads to under each strategy: one row at a time, so that the outcome of what is
// typed never waits for more than one of them.

import { signal } from "@preact/signals";
import type { Comparison, Outcome } from "reconcile-kit";
import { draft } from "../../app/store.js";
import { compose } from "../../draft/compose.js";
import type { Draft } from "../../draft/draft.js";
import { compare, KitRefusal } from "../../kit/client.js";
import type { Refusal } from "../../kit/protocol.js";
import { type GridLogin, gridLogins } from "./logins.js";
import { followNewest } from "./newest.js";

/** A login and its outcomes. */
export interface Row {
  readonly login: GridLogin;
  /** Its JSON text. */
  readonly text: string;
  /** By strategy; those of an older draft until the new ones are there. */
  readonly outcomes: Comparison<Outcome> | undefined;
  /** Why the draft with this login cannot be simulated. */
  readonly refusal: Refusal | undefined;
  /** Whether the outcomes are of an older draft. */
  readonly isOld: boolean;
}

/** The grid's rows. */
export const rows = signal<readonly Row[]>([]);

/** Answers that may be wanted again, such as those of rows that did not change. */
const answers = new Map<string, Comparison<Outcome>>();
const REMEMBERED = 100;

/** Follows draft and logins until it is told to stop. */
export function followRows(): () => void {
  return followNewest(
    () => [draft.value, gridLogins.value] as const,
    ([of, logins], isNewest) => fill(of, logins, isNewest),
  );
}

async function fill(
  of: Draft,
  logins: readonly GridLogin[],
  isNewest: () => boolean,
): Promise<void> {
  const texts = await Promise.all(logins.map((login) => login.text()));
  if (!isNewest()) return;
  const before = new Map(rows.peek().map((row) => [row.login.id, row]));
  rows.value = logins.flatMap((login, index) => {
    const text = texts[index];
    if (text === undefined) return [];
    const outcomes = before.get(login.id)?.outcomes;
    return [{ login, text, outcomes, refusal: undefined, isOld: true }];
  });
  for (const [index, row] of rows.peek().entries()) {
    const answer = await rowOf(row, of);
    if (!isNewest()) return;
    rows.value = rows.peek().with(index, answer);
  }
}

async function rowOf(row: Row, of: Draft): Promise<Row> {
  const scenario = scenarioWith(of, row.text);
  try {
    const outcomes = answers.get(scenario) ?? JSON.parse(await compare(scenario, of.lambda.used));
    remember(scenario, outcomes);
    return { ...row, outcomes, isOld: false };
  } catch (error) {
    if (!(error instanceof KitRefusal)) throw error;
    return { ...row, refusal: error.refusal };
  }
}

function remember(scenario: string, outcomes: Comparison<Outcome>): void {
  answers.delete(scenario);
  answers.set(scenario, outcomes);
  for (const oldest of answers.keys()) {
    if (answers.size <= REMEMBERED) break;
    answers.delete(oldest);
  }
}

/** The draft with this login alone. What it expects is about other logins. */
export function scenarioWith(of: Draft, login: string): string {
  const sections = { ...of.sections, expect: "" };
  return compose({ ...of, sections, logins: [login], several: false }).text;
}

/** The outcome of a row under a strategy. */
export function outcomeOf({ outcomes }: Row, strategy: string): Outcome | undefined {
  return outcomes && Object.hasOwn(outcomes, strategy)
    ? outcomes[strategy as keyof Comparison]
    : undefined;
}
