// Errors as GraalJS makes them: a call stack that begins with name and message, `captureStackTrace`, and a full
// stack that is a `RangeError`.

import {
  apply,
  bare,
  defineProperty,
  getOwnPropertyDescriptor,
  indexOf,
  own,
  realm,
  slice,
  TypeErrorOf,
} from "../primordials.js";
import { shaped } from "./supply.js";

type Constructor = new (...given: unknown[]) => Error;

const { construct, isExtensible, setPrototypeOf } = Reflect;
const NAMES =
  "Error EvalError RangeError ReferenceError SyntaxError TypeError URIError AggregateError".split(
    " ",
  );
const textOfError = Error.prototype.toString as () => string;
const OriginalError = Error;
const REALMS = "(<reconcile-kit>";
const NATIVE = "(native)";
const ANONYMOUS = "    at <anonymous> (";
let limits: object;

/** The line of `text` that begins at `start`. */
function lineAt(text: string, start: number): string {
  const end = indexOf(text, "\n", start);
  return slice(text, start, end < 0 ? text.length : end);
}

function isRealms(line: string): boolean {
  return indexOf(line, REALMS) >= 0;
}

/** A line of a call stack as GraalJS has it: a function without a name is not mentioned. */
function frame(line: string): string {
  if (indexOf(line, ANONYMOUS) !== 0) return line;
  return `    at ${slice(line, ANONYMOUS.length, line.length - 1)}`;
}

/**
 * The lambda's own frames of QuickJS's call stack, at most as many as `Error.stackTraceLimit` says. Those outside
 * of `outermost` are left out, and a function of the engine that the realm called goes with the realm's.
 */
export function framesOf(stack: string, below = ""): string {
  const limit = own(limits, "stackTraceLimit");
  let left = typeof limit === "number" ? limit : 0;
  let isWanted = below === "";
  let frames = "";
  for (let start = 0; start < stack.length && left > 0; ) {
    const line = lineAt(stack, start);
    start += line.length + 1;
    const isHidden =
      line === "" ||
      isRealms(line) ||
      (indexOf(line, NATIVE) >= 0 && isRealms(lineAt(stack, start)));
    if (!isHidden && isWanted) {
      frames += `\n${frame(line)}`;
      left--;
    }
    if (!isWanted && indexOf(line, `    at ${below} (`) === 0) isWanted = true;
  }
  return frames;
}

/** Enters a property as the language enters an error's own. */
function enterHidden(object: object, key: string, value: unknown): void {
  const descriptor = bare<unknown>();
  descriptor.value = value;
  descriptor.writable = true;
  descriptor.enumerable = false;
  descriptor.configurable = true;
  defineProperty(object, key, descriptor);
}

/** A constructor of errors, whose call stacks are those of GraalJS. */
function wrapped(original: Constructor, name: string): Constructor {
  const made = function (this: unknown): Error {
    // biome-ignore lint/complexity/noArguments: how many were given makes a difference
    const error = construct(original, arguments, new.target ?? made) as Error;
    const descriptor = getOwnPropertyDescriptor(error, "stack");
    const raw = descriptor && own(descriptor, "value");
    if (typeof raw === "string") {
      enterHidden(error, "stack", apply(textOfError, error, []) + framesOf(raw));
    }
    return error;
  } as unknown as Constructor;
  shaped(made as never, name, original.length);
  defineProperty(made, "prototype", { value: original.prototype, writable: false });
  enterHidden(original.prototype as object, "constructor", made);
  enterHidden(realm, name, made);
  return made;
}

function captureStackTrace(target: unknown, outermost?: unknown): void {
  const isObject = (typeof target === "object" && target !== null) || typeof target === "function";
  if (!isObject) throw new TypeErrorOf("invalid_argument");
  if (!isExtensible(target)) {
    throw new TypeErrorOf("Cannot define property:stack, object is not extensible.");
  }
  const below = typeof outermost === "function" ? own(outermost, "name") : "";
  const raw = new OriginalError().stack ?? "";
  const frames = framesOf(raw, typeof below === "string" ? below : "");
  enterHidden(target, "stack", apply(textOfError, target, []) + frames);
}

/** Makes what QuickJS throws when its stack is full a `RangeError`, which no name leads to. */
function mendFullStack(rangeError: Constructor): void {
  const { InternalError } = globalThis as unknown as { InternalError: Constructor };
  const { prototype } = InternalError;
  setPrototypeOf(prototype, rangeError.prototype as object);
  for (const key of ["constructor", "name", "message"]) Reflect.deleteProperty(prototype, key);
}

/** Makes the constructors of errors GraalJS's. */
export function installErrors(): void {
  const made: Record<string, Constructor> = {};
  const originals = realm as unknown as Record<string, Constructor>;
  for (const name of NAMES) made[name] = wrapped(originals[name] as Constructor, name);
  const error = made.Error as Constructor;
  for (const name of NAMES) {
    if (name !== "Error") setPrototypeOf(made[name] as Constructor, error);
  }
  limits = error;
  const open = { writable: true, enumerable: true, configurable: true };
  const value = {
    captureStackTrace(target: unknown, outermost: unknown): void {
      captureStackTrace(target, outermost);
    },
  }.captureStackTrace;
  defineProperty(error, "stackTraceLimit", { value: 10, ...open });
  defineProperty(error, "captureStackTrace", { value, ...open });
  mendFullStack(made.RangeError as Constructor);
}
