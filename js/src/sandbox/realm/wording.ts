// Has the host say in GraalJS's words what QuickJS threw.

import type { Ask } from "./main.js";
import {
  bare,
  defineProperty,
  ErrorOf,
  getOwnPropertyDescriptor,
  hasOwn,
  indexOf,
  install,
  own,
  parse,
  RangeErrorOf,
  read,
  realm,
  setPrototypeOf,
  stringify,
} from "./primordials.js";

let askHost: Ask | undefined;
/** How QuickJS begins the call stack of an error that was not translated yet. */
const UNTOLD = "    at ";

/**
 * Has errors translated from now on. The host makes the global of that name a constant of scripts, so that it
 * is no property of any object.
 */
export function translateBy(ask: Ask, name: string): void {
  askHost = ask;
  install(realm, name, translated);
}

/** `thrown`, which says what GraalJS would say if it is an error of QuickJS's. */
export function translated(thrown: unknown): unknown {
  try {
    if (askHost !== undefined && isUntold(thrown)) tell(askHost, thrown as Error);
  } catch {
    // A full stack: the error stays what it is.
  }
  return thrown;
}

const { isError } = ErrorOf as unknown as { isError?: (value: unknown) => boolean };

function isUntold(thrown: unknown): boolean {
  return isError?.(thrown) === true && indexOf(dataOf(thrown as object, "stack"), UNTOLD) === 0;
}

/** An own property that is a text, `""` where there is none. */
function dataOf(object: object, key: string): string {
  const descriptor = getOwnPropertyDescriptor(object, key);
  const value = descriptor && hasOwn(descriptor, "value") ? own(descriptor, "value") : undefined;
  return typeof value === "string" ? value : "";
}

function tell(ask: Ask, thrown: Error): void {
  const question = bare<string>();
  question.name = read(thrown, "name") as string;
  question.message = dataOf(thrown, "message");
  question.stack = dataOf(thrown, "stack");
  if (typeof question.name !== "string") return;
  const told = parse(ask(stringify(question))) as Record<string, string> | null;
  if (told === null) return;
  if (told.name === "RangeError" && question.name !== "RangeError") {
    setPrototypeOf(thrown, RangeErrorOf.prototype as object);
  }
  if (told.message !== question.message) enter(thrown, "message", told.message);
  enter(thrown, "stack", told.stack);
}

function enter(thrown: Error, key: string, value: unknown): void {
  const descriptor = bare<unknown>();
  descriptor.value = value;
  descriptor.writable = true;
  descriptor.enumerable = false;
  descriptor.configurable = true;
  defineProperty(thrown, key, descriptor);
}
