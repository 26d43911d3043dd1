// A login in which some claims are missing, and some hold what nobody expects.

import { ODD } from "./claims.mjs";

/** What a person is known by stays, so that there is a login at all. */
const KEPT = new Set(["sub", "id", "email", "uniqueId", "nameIDs"]);

/** How often of a hundred times a claim goes, or holds something odd. */
const GONE = 12;
const STRANGE = 12;

/** The login with its claims changed, at every depth. */
export function changed(dice, login) {
  const parts = Object.entries(login).map(([name, part]) => {
    const isClaims = typeof part === "object" && part !== null && !Array.isArray(part);
    return [name, isClaims ? changedClaims(dice, part) : part];
  });
  return Object.fromEntries(parts);
}

function changedClaims(dice, claims) {
  const entries = [];
  for (const [name, value] of Object.entries(claims)) {
    if (!KEPT.has(name) && dice.chance(GONE)) continue;
    if (!KEPT.has(name) && dice.chance(STRANGE)) entries.push([name, dice.pick(ODD)]);
    else entries.push([name, isObject(value) ? changedClaims(dice, value) : value]);
  }
  return Object.fromEntries(entries);
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
