// Before and after of what a login stores, field by field.

import type { Change, Outcome } from "reconcile-kit";
import { pointerOf, stepsOf } from "../../../draft/pointer.js";

/** What a login stores. */
export const OBJECTS = ["user", "registration", "link"] as const;

/** One of them. */
export type Stored = (typeof OBJECTS)[number];

/** A field before and after the login. */
export interface Row {
  readonly path: string;
  /** The field's name below its object, such as `data.company`. */
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
  /** What changed it, and how; absent for a field that stays. */
  readonly change?: Change;
}

/** The rows of one object: what was written for the person, what FusionAuth keeps itself, and what stays. */
export interface Rows {
  readonly written: readonly Row[];
  readonly kept: readonly Row[];
  readonly same: readonly Row[];
}

/** Registrations of a user have a table of their own. */
const TOLD_ELSEWHERE = "/user/registrations";

/** What a login does to one object. */
export function rowsOf(outcome: Outcome, stored: Stored): Rows {
  const root = `/${stored}`;
  const changes = outcome.changes.filter(({ path }) => path.startsWith(`${root}/`));
  const rows = changes.map((change) => ({
    path: change.path,
    name: nameOf(change.path),
    before: change.before,
    after: change.after,
    change,
  }));
  return {
    written: rows.filter(({ change }) => change.by.kind !== "login"),
    kept: rows.filter(({ change }) => change.by.kind === "login"),
    same: sameRows(outcome[stored], root, new Set(changes.map(({ path }) => path))),
  };
}

function sameRows(object: unknown, path: string, changed: ReadonlySet<string>): Row[] {
  if (changed.has(path) || path === TOLD_ELSEWHERE) return [];
  if (typeof object === "object" && object !== null && !Array.isArray(object)) {
    const members = Object.entries(object);
    if (members.length > 0) {
      return members.flatMap(([key, value]) =>
        sameRows(value, `${path}${pointerOf([key])}`, changed),
      );
    }
  }
  if (object === null || object === undefined) return [];
  return [{ path, name: nameOf(path), before: object, after: object }];
}

function nameOf(path: string): string {
  return stepsOf(path).slice(1).join(".");
}
