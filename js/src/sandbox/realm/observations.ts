// What was noted during a run, by the places of objects: which claims were read, and what was written where.

import { all, count, isOfClaims, type Observed } from "./observed.js";
import { below, placeOf } from "./places.js";
import { bare, MapOf, mapGet, mapSet, ownKeys } from "./primordials.js";

/** How much is looked at to find what was moved, and how deep. */
const MOST_SEEN = 500;
const DEEPEST = 100;

const firsts = bare<unknown>();
const lasts = bare<unknown>();
const written = bare<unknown>();
const aliases = bare<string>();
let isReadAgain = false;
let isAliased = false;
let seen = 0;
let byValue: unknown;

/**
 * Puts into an answer what was noted, by the place of each object, and, by the places of properties, where an
 * object of the claims was put.
 */
export function tellNotes(answer: Record<string, unknown>): void {
  for (let index = 0; index < count; index++) {
    const { first, last, writes } = all[index] as Observed;
    if (first === undefined && writes === undefined) continue;
    const place = placeOf(all[index] as Observed);
    if (first !== undefined) firsts[place] = first;
    if (last !== undefined) {
      lasts[place] = last;
      isReadAgain = true;
    }
    if (writes !== undefined) written[place] = writes;
  }
  for (let index = 0; index < count; index++) {
    const { objects } = all[index] as Observed;
    if (objects !== undefined) tellMoved(all[index] as Observed, objects);
  }
  answer.first = firsts;
  answer.writes = written;
  if (isReadAgain) answer.last = lasts;
  if (isAliased) answer.aliases = aliases;
}

function tellMoved(observed: Observed, objects: Record<string, boolean>): void {
  if (isOfClaims(observed)) return;
  const place = placeOf(observed);
  const names = ownKeys(objects) as string[];
  try {
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as string;
      tellBelow(observed.target[name], below(place, name), 0);
    }
  } catch {
    // A getter that the lambda left somewhere: what is told until then is true.
  }
}

/** What was noted of objects in a value that was written, at the places where they are now. */
function tellBelow(value: unknown, place: string, depth: number): void {
  if (typeof value !== "object" || value === null || depth > DEEPEST || ++seen > MOST_SEEN) return;
  const observed = observedOf(value);
  if (observed !== undefined) {
    if (observed.writes !== undefined) written[place] = observed.writes;
    if (isOfClaims(observed)) {
      aliases[place] = placeOf(observed);
      isAliased = true;
    }
  }
  const names = ownKeys(value);
  for (let index = 0; index < names.length; index++) {
    const name = names[index];
    if (typeof name !== "string") continue;
    const child = (value as Record<string, unknown>)[name];
    if (typeof child === "object") tellBelow(child, below(place, name), depth + 1);
  }
}

/** What is noted of an object of the arguments; `undefined` for any other. */
function observedOf(value: object): Observed | undefined {
  if (byValue === undefined) {
    byValue = new MapOf();
    for (let index = 0; index < count; index++) {
      mapSet(byValue, all[index]?.proxy, all[index]);
      mapSet(byValue, all[index]?.target, all[index]);
    }
  }
  return mapGet(byValue, value) as Observed | undefined;
}
