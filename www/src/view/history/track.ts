// What became of each user from login to login.

import type { Change, Outcome } from "reconcile-kit";
import { stepsOf } from "../../draft/pointer.js";
import { flatten } from "../compare/mappings/fields.js";

/** What happened to a field since the point before. */
export type Mark = "added" | "changed" | "removed";

/** A field at a point in time. */
export interface Moment {
  /** `undefined` where it holds nothing. */
  readonly value: unknown;
  readonly mark: Mark | undefined;
}

/** A field over time: before the logins, and after each. */
export interface FieldOverTime {
  /** Such as `user.email`. */
  readonly field: string;
  readonly moments: readonly Moment[];
  /** Whether only FusionAuth itself writes it: ids, and when something happened. */
  readonly isKept: boolean;
}

/** A user over time. */
export interface Track {
  readonly userId: string;
  /** E-mail address or username, as they were last. */
  readonly name: string;
  readonly existedBefore: boolean;
  readonly fields: readonly FieldOverTime[];
  /** Which logins became this user, from 0. */
  readonly logins: readonly number[];
}

type State = ReadonlyMap<string, unknown>;

/** Every user that one of the logins became, in that order. */
export function tracksOf(outcomes: readonly Outcome[]): Track[] {
  const ids = new Set(outcomes.flatMap(({ user }) => user?.id ?? []));
  return [...ids].map((id) => trackOf(id, outcomes));
}

function trackOf(userId: string, outcomes: readonly Outcome[]): Track {
  const logins = [...outcomes.keys()].filter((index) => outcomes[index]?.user?.id === userId);
  const own = logins.flatMap((index) => outcomes[index] ?? []);
  const [first, last] = [own[0], own.at(-1)];
  const states: State[] = [first ? stateBefore(first) : new Map()];
  for (const outcome of outcomes) {
    // Somebody else's login, or a refused one, leaves this user as they were.
    states.push(outcome.user?.id === userId ? stateAfter(outcome) : (states.at(-1) ?? new Map()));
  }
  const written = own.flatMap(({ changes }) => changes).filter(({ by }) => by.kind !== "login");
  const names = written.map(nameOf);
  const { email, username } = last?.user ?? {};
  return {
    userId,
    name: email ?? username ?? userId,
    existedBefore: states[0]?.has("user.id") ?? false,
    fields: [...new Set(states.flatMap((state) => [...state.keys()]))].map((field) => ({
      field,
      moments: momentsOf(field, states),
      isKept: !names.some((name) => isWithin(field, name)),
    })),
    logins,
  };
}

function momentsOf(field: string, states: readonly State[]): Moment[] {
  return states.map((state, index) => {
    const value = state.get(field);
    const before = index === 0 ? value : states[index - 1]?.get(field);
    return { value, mark: markOf(before, value) };
  });
}

function markOf(before: unknown, after: unknown): Mark | undefined {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  if (before === undefined) return "added";
  return after === undefined ? "removed" : "changed";
}

function stateAfter({ user, registration, link }: Outcome): Map<string, unknown> {
  const state = new Map<string, unknown>();
  // A user's registrations are shown as the registration.
  const { registrations: _, ...own } = user ?? {};
  flatten(own, "user", state);
  if (registration) flatten(registration, "registration", state);
  if (link) flatten(link, "link", state);
  return state;
}

/** What there was before a login: what there is after it, with each change taken back. */
function stateBefore(outcome: Outcome): Map<string, unknown> {
  const state = stateAfter(outcome);
  for (const change of outcome.changes) {
    const name = nameOf(change);
    for (const field of [...state.keys()]) if (isWithin(field, name)) state.delete(field);
    if (change.before !== null) flatten(change.before, name, state);
  }
  return dropWhatIsNew(state, outcome);
}

/** What was made at this login had nothing before, not even what is empty. */
function dropWhatIsNew(state: Map<string, unknown>, { changes }: Outcome): Map<string, unknown> {
  const isMade = (path: string) => changes.some((one) => one.path === path && one.op === "add");
  const made = [
    ...(isMade("/user/id") ? ["user", "registration"] : []),
    ...(isMade("/registration/id") ? ["registration"] : []),
    ...(isMade("/link/userId") ? ["link"] : []),
  ];
  for (const field of [...state.keys()]) {
    if (made.some((name) => isWithin(field, name))) state.delete(field);
  }
  return state;
}

/** The name of a changed field, such as `user.data.company`. */
export function nameOf({ path }: Pick<Change, "path">): string {
  return stepsOf(path).join(".");
}

function isWithin(field: string, name: string): boolean {
  return field === name || field.startsWith(`${name}.`);
}

/** A sentence about persons and users who do not belong together. */
export function mixUps(outcomes: readonly Outcome[]): string[] {
  const said = new Set<string>();
  outcomes.forEach((later, index) => {
    outcomes.slice(0, index).forEach((earlier, before) => {
      const sentence = mixUp(earlier, later, `login ${before + 1}`, `login ${index + 1}`);
      if (sentence) said.add(sentence);
    });
  });
  return [...said];
}

function mixUp(earlier: Outcome, later: Outcome, before: string, after: string) {
  const [one, other] = [earlier.identity.uniqueId.value, later.identity.uniqueId.value];
  const [was, is] = [earlier.user, later.user];
  if (!was?.id || !is?.id || one === null || other === null) return undefined;
  if (one === other && was.id !== is.id) {
    return `The same person (${one}) became another user at ${after} than at ${before}: ${label(was)} before, ${label(is)} now.`;
  }
  if (one !== other && was.id === is.id) {
    return `Two persons became the same user, ${label(is)}: ${one} at ${before}, and ${other} at ${after}.`;
  }
  return undefined;
}

function label({ email, username, id }: { email?: string; username?: string; id?: string }) {
  return `${email ?? username ?? "a user without e-mail and username"} (id ${id})`;
}
