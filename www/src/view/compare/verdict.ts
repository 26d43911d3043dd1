// An outcome in a sign and a few words, as a cell has room for.

import type { Decision, Outcome } from "reconcile-kit";
import { type Tone, toneOf } from "../../app/tone.js";

/** What an outcome is at first sight. */
export type Shape = "in" | "waits" | "out";

/** The sign of each, so that no meaning is in the colour alone. */
export const SIGNS: Readonly<Record<Shape, string>> = { in: "✓", waits: "…", out: "✕" };

const SHAPES: Readonly<Record<Tone, Shape>> = { good: "in", waiting: "waits", refused: "out" };

const DECISIONS: Readonly<Record<Decision, string>> = {
  linked: "linked already",
  "link-existing": "existing user",
  create: "new user",
  "create-anonymous": "anonymous user",
  pending: "has to choose",
  "not-linked": "not linked",
  reject: "refused",
};

/** The parts of an outcome that this needs. */
type Ending = Pick<Outcome, "status" | "decision" | "error">;

/** Whether somebody gets in, as the status says it. */
export function shapeOf({ status }: Pick<Outcome, "status">): Shape {
  return SHAPES[toneOf(status)];
}

/** The decision in a few words. */
export function wordsOf({ status, decision, error }: Ending): string {
  if (status === 202) return `${DECISIONS[decision]}, no registration`;
  return error && decision !== "not-linked" ? "refused" : DECISIONS[decision];
}

/** Whether two outcomes end in the same way. */
export function endsAlike(one: Ending, other: Ending): boolean {
  return (
    one.status === other.status &&
    one.decision === other.decision &&
    one.error?.code === other.error?.code
  );
}

/** How many are refused: `2 of 3 logins are refused`. */
export function lockedOut(outcomes: readonly Pick<Outcome, "status">[]): string {
  const out = outcomes.filter((outcome) => shapeOf(outcome) === "out").length;
  const all = outcomes.length;
  if (all === 1) return out === 1 ? "the login is refused" : "nobody is refused";
  if (out === 0) return "nobody is refused";
  if (out === all) return all === 2 ? "both logins are refused" : `all ${all} logins are refused`;
  return `${out} of ${all} logins ${out === 1 ? "is" : "are"} refused`;
}
