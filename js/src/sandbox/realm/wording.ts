// Has the host say in GraalJS's words what QuickJS threw.

import type { Ask } from "./main.js";
import {
  bare,
  defineProperty,
  ErrorOf,
  getOwnPropertyDescriptor,
  hasOwn,
  install,
  ObjectOf,
  own,
  parse,
  RangeErrorOf,
  read,
  realm,
  setPrototypeOf,
  stringify,
  weakAdd,
  weakHas,
} from "./primordials.js";

let askHost: Ask | undefined;
const told = new WeakSet();

/**
 * Has errors translated from now on. The host makes the global of that name a constant of scripts, so that it
 * is no property of any object.
 */
export function translateBy(ask: Ask, name: string): void {
  askHost = ask;
  install(realm, name, prepared);
}

/** What the rewritten text asks for: an error translated, and a text as an object, of which QuickJS copies the characters. */
function prepared(value: unknown): unknown {
  return typeof value === "string" ? ObjectOf(value) : translated(value);
}

/** `thrown`, which says what GraalJS would say if it is an error of QuickJS's. */
export function translated(thrown: unknown): unknown {
  try {
    if (askHost !== undefined && isError?.(thrown) && !isTold(thrown))
      tell(askHost, thrown as Error);
  } catch {
    // A full stack: the error stays what it is.
  }
  return thrown;
}

const { isError } = ErrorOf as unknown as { isError?: (value: unknown) => boolean };

/** Whether an error was translated, so that its call stack has the places of the author's text. */
export function isTold(thrown: unknown): boolean {
  return typeof thrown === "object" && thrown !== null && weakHas(told, thrown);
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
  const words = parse(ask(stringify(question))) as Record<string, string> | null;
  if (words === null) return;
  weakAdd(told, thrown);
  if (words.name === "RangeError" && question.name !== "RangeError") {
    setPrototypeOf(thrown, RangeErrorOf.prototype as object);
  }
  if (words.message !== question.message) enter(thrown, "message", words.message);
  enter(thrown, "stack", words.stack);
}

function enter(thrown: Error, key: string, value: unknown): void {
  const descriptor = bare<unknown>();
  descriptor.value = value;
  descriptor.writable = true;
  descriptor.enumerable = false;
  descriptor.configurable = true;
  defineProperty(thrown, key, descriptor);
}
