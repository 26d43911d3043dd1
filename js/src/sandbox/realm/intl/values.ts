// Numbers and instants as the host takes them.

import {
  dateNow,
  isNotANumber,
  NumberOf,
  quoted,
  RangeErrorOf,
  TypeErrorOf,
  textOf,
  trunc,
} from "../primordials.js";

/** A number, a big integer or a text of digits as JSON text. */
export function numeric(value: unknown): string {
  if (typeof value === "bigint") return quoted(textOf(value));
  if (typeof value === "string") return quoted(value);
  const number = NumberOf(value);
  return quoted(number === 0 && 1 / number < 0 ? "-0" : textOf(number));
}

/** Both ends of a range of numbers. */
export function range(start: unknown, end: unknown): string {
  if (start === undefined || end === undefined) throw new TypeErrorOf("invalid range");
  const ends = `${numeric(start)},${numeric(end)}`;
  if (isNone(start) || isNone(end)) throw new RangeErrorOf("invalid range");
  return ends;
}

/** Whether it is no number at all. */
function isNone(value: unknown): boolean {
  return typeof value !== "bigint" && isNotANumber(NumberOf(value));
}

const LARGEST_TIME = 8.64e15;

/** An instant as JSON text; now, if none is given. */
export function instant(value: unknown): string {
  const time = value === undefined ? dateNow() : trunc(NumberOf(value));
  if (time >= -LARGEST_TIME && time <= LARGEST_TIME) return textOf(time);
  throw new RangeErrorOf("Provided date is not in valid range.");
}

/** Both ends of a range of instants. */
export function instants(start: unknown, end: unknown): string {
  if (start === undefined || end === undefined) throw new TypeErrorOf("Invalid time value");
  return `${instant(start)},${instant(end)}`;
}
