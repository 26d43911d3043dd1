// What counts of what a lambda or mappings wrote: the mutation rules of section 5, and rows 5, 31, 38, 41 and 43.

import { assumed } from "./assumptions.mjs";
import { meet } from "./branches.mjs";
import { isDay } from "./reconcile.mjs";

const TEXTS = ["firstName", "lastName", "mobilePhone"];

/**
 * The user that counts, of `before` and the `draft` that a run left. `linkOn` are the identities that may still change;
 * none once the link exists. Null when the result cannot be read.
 */
export function guardUser(scenario, before, draft, { linkOn, isNew, isLambda }) {
  const after = { ...before };
  for (const field of [...TEXTS, "birthDate", "email", "username"]) {
    if ((draft[field] ?? null) === (before[field] ?? null)) continue;
    if ((field === "email" || field === "username") && !linkOn.includes(field)) {
      meet(`guard: ${field} is fixed`);
      continue;
    }
    const value = readText(field, draft[field]);
    if (value === undefined) {
      if (isLambda && assumed(scenario, "lambda-result-conversion") === "as-domain-classes") {
        meet("guard: unreadable, fails");
        return null;
      }
      meet("guard: unreadable, dropped");
    } else if (value === null && (draft[field] ?? null) === null && isKept(scenario)) {
      meet("guard: undefined keeps");
    } else {
      meet(value === null ? "guard: cleared" : "guard: written");
      after[field] = value;
    }
  }
  // A new user is printed as not active, and becomes active: what is written to it makes no difference.
  if (!isNew && draft.active !== (before.active ?? true) && draft.active !== undefined) {
    const choice = assumed(scenario, "undocumented-user-field");
    meet(`guard: undocumented field ${choice}`);
    if (choice === "honoured") after.active = draft.active;
  }
  if (!same(draft.memberships, before.memberships)) {
    meet(`guard: memberships ${isNew ? "of new user" : "are fixed"}`);
    if (isNew) after.memberships = draft.memberships;
  }
  if (!same(draft.data, before.data)) after.data = withoutNothing(draft.data);
  return after;
}

/** `{roles, username}` where the run wrote them; null when they cannot be read. */
export function guardRegistration(scenario, before, draft, isLambda) {
  const written = {};
  const old = before ?? { roles: [] };
  if (draft === null) return written;
  if (!same(asSet(draft.roles), asSet(old.roles))) {
    if (draft.roles === undefined && isKept(scenario)) meet("guard: undefined keeps roles");
    else written.roles = draft.roles ?? [];
  }
  if ((draft.username ?? null) !== (old.username ?? null)) {
    const username = readShownName(draft.username);
    if (username === undefined) {
      if (isLambda && assumed(scenario, "lambda-result-conversion") === "as-domain-classes")
        return null;
    } else if (username !== null || !isKept(scenario)) {
      written.username = username;
    }
  }
  return written;
}

function asSet(roles = []) {
  return [...new Set(roles)].sort();
}

function isKept(scenario) {
  return assumed(scenario, "undefined-write") === "keeps";
}

/** The text that the field holds: names may be empty, identities may not. Null for nothing, undefined for what it cannot hold. */
function readText(field, value) {
  if (value === undefined || value === null) return null;
  if (typeof value === "object") return undefined;
  const text = String(value).trim();
  if (field === "birthDate") return isDay(text) ? text : undefined;
  if (field === "email") return text.toLowerCase() || null;
  return field === "username" ? text || null : text;
}

/** The name shown in an application is no identity, and may be empty. */
function readShownName(value) {
  if (value === undefined || value === null) return null;
  return typeof value === "object" ? undefined : String(value).trim();
}

function same(left, right) {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}

function withoutNothing(data) {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value != null));
}
