// What a lambda threw, as an answer.

import { TOO_DEEP } from "../full-stack.js";
import { tellLog } from "./console.js";
import {
  bare,
  ErrorOf,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  own,
  slice,
  stringify,
  tagOf,
  textOf,
} from "./primordials.js";
import { isTold, translated } from "./wording.js";

/** Longest message and call stack that are told. */
const LONGEST_MESSAGE = 1000;
const LONGEST_STACK = 4000;

/** Whether the lambda did not load, or threw while it ran. The host knows when it was stopped. */
export type Kind = "load" | "threw";

/** What tells an error from other objects: QuickJS knows its errors; in GraalJS their tag tells. */
const isError =
  (ErrorOf as { isError?: (value: unknown) => boolean }).isError ??
  ((value: unknown) => tagOf(value) === "[object Error]");

/**
 * An answer that says what was thrown. Its `stack`, of which the host makes line and column, is the call
 * stack in the engine's own words.
 */
export function failed(kind: Kind, thrown: unknown): string {
  translated(thrown);
  return failedWith(kind, messageOf(thrown), thrown);
}

/** An answer that says `message`. */
export function failedWith(kind: Kind, message: string, thrown?: unknown): string {
  const failure = bare<unknown>();
  failure.kind = kind;
  failure.message = message;
  failure.stack = stackOf(thrown);
  if (isTold(thrown)) failure.isTold = true;
  const answer = bare<unknown>();
  answer.failure = failure;
  tellLog(answer);
  return stringify(answer);
}

/** What was logged, and the call stack of what was thrown when the lambda was stopped. */
export function lastWords(thrown: unknown): string {
  const answer = bare<unknown>();
  answer.stack = stackOf(thrown);
  tellLog(answer);
  return stringify(answer);
}

/** What the engine's own error says when its stack is full, before and after it is worded as GraalJS would. */
const TEXTS_OF_FULL_STACK = [TOO_DEEP, "stack overflow", "Maximum call stack size exceeded"];
const fullStack = (globalThis as { InternalError?: ErrorConstructor }).InternalError?.prototype;

/** `String(thrown)`, which for an `Error` is its name and message. */
export function messageOf(thrown: unknown): string {
  try {
    if (isFullStack(thrown)) return TOO_DEEP;
    return slice(textOf(thrown), 0, LONGEST_MESSAGE);
  } catch {
    return "an object that has no text";
  }
}

/** Whether the engine itself threw this because its stack is full, and not the lambda. */
function isFullStack(thrown: unknown): boolean {
  if (fullStack === undefined || !isError(thrown)) return false;
  if (getPrototypeOf(thrown as object) !== fullStack) return false;
  const message = own(thrown as object, "message");
  for (let index = 0; index < TEXTS_OF_FULL_STACK.length; index++) {
    if (own(TEXTS_OF_FULL_STACK, textOf(index)) === message) return true;
  }
  return false;
}

function stackOf(thrown: unknown): string {
  if (!isError(thrown)) return "";
  try {
    const descriptor = getOwnPropertyDescriptor(thrown as object, "stack");
    const stack = descriptor && hasOwn(descriptor, "value") ? own(descriptor, "value") : undefined;
    return typeof stack === "string" ? slice(stack, 0, LONGEST_STACK) : "";
  } catch {
    // GraalJS asks `Error.prepareStackTrace`, which may be the lambda's.
    return "";
  }
}
