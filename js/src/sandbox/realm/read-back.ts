// Reads what a lambda left in the user and the registration, whatever that is.
//
// Every write to an argument is noted, so what was not written is what it was, and is not read: printing
// JSON is most of what a run costs. The host has the rest from the call.

import { messageOf } from "./failure.js";
import { isTooMuch } from "./notes.js";
import { all, count, type Observed } from "./observed.js";
import { below } from "./places.js";
import { bare, hasOwn, objectPrototype, own, ownKeys, stringify } from "./primordials.js";
import { translated } from "./wording.js";

/** Fields by their names. */
export type Fields = Record<string, unknown>;

/** The places of fields that are `undefined`, and of those that are not there any more. */
export const missing = bare<boolean>();
export const gone = bare<boolean>();

/** Why something cannot be stored. */
export class Unstorable {
  constructor(readonly message: string) {}
}

/** Whether all fields are read, because what was noted does not tell enough. */
export function isAllRead(): boolean {
  // JSON.stringify would call this for every object.
  return isTooMuch() || own(objectPrototype, "toJSON") !== undefined;
}

/** The fields of an argument that have a value: those that were written, or all of them. */
export function fieldsOf(argument: Observed, isAll: boolean): Fields | Unstorable {
  const fields = bare<unknown>();
  const { target } = argument;
  const names = isAll ? ownKeys(target) : writtenFields(argument);
  for (let index = 0; index < names.length; index++) {
    const name = names[index];
    if (typeof name !== "string") continue;
    if (!hasOwn(target, name)) {
      gone[below(argument.name, name)] = true;
      continue;
    }
    try {
      const value = target[name];
      if (typeof value === "function" || typeof value === "symbol") {
        return unstorable(below(argument.name, name), "it is a function or a symbol");
      }
      if (value === undefined) missing[below(argument.name, name)] = true;
      else fields[name] = value;
    } catch (error) {
      return unstorable(below(argument.name, name), messageOf(translated(error)));
    }
  }
  return fields;
}

/** The fields of an argument that were written, or something in them. */
function writtenFields(argument: Observed): PropertyKey[] {
  const fields = bare<boolean>();
  for (let index = 0; index < count; index++) {
    let observed = all[index] as Observed;
    if (observed.writes === undefined) continue;
    let field: string | undefined;
    for (; observed.parent !== undefined; observed = observed.parent) field = observed.name;
    if (observed !== argument) continue;
    if (field !== undefined) fields[field] = true;
    else enterKeys(fields, observed.writes as object);
  }
  return ownKeys(fields);
}

function enterKeys(fields: Record<string, boolean>, writes: object): void {
  const names = ownKeys(writes) as string[];
  for (let index = 0; index < names.length; index++) fields[names[index] as string] = true;
}

/** Which of the fields has no JSON text, when one of them has none. */
export function culprit(place: string, fields: Fields): Unstorable | undefined {
  const names = ownKeys(fields) as string[];
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    try {
      stringify(fields[name]);
    } catch (error) {
      return unstorable(below(place, name), messageOf(translated(error)));
    }
  }
  return undefined;
}

export function unstorable(place: string, reason: string): Unstorable {
  return new Unstorable(`what the lambda left in \`${place}\` cannot be stored: ${reason}`);
}
