// `Atomics` for the one thread that there is.

import {
  apply,
  hasOwn,
  isNotANumber,
  NumberOf,
  RangeErrorOf,
  TypeErrorOf,
  textOf,
  trunc,
} from "../primordials.js";
import { fix, supply } from "./supply.js";

type Numbers = Record<number, number | bigint>;
type Step = (held: number | bigint, given: number | bigint) => number | bigint;

const typed = Object.getPrototypeOf(Int8Array.prototype) as object;
const getter = (of: object, key: PropertyKey) =>
  Object.getOwnPropertyDescriptor(of, key)?.get as () => unknown;
const kindOf = getter(typed, Symbol.toStringTag);
const lengthOf = getter(typed, "length");
const bufferOf = getter(typed, "buffer");
const sharedLength = getter(SharedArrayBuffer.prototype, "byteLength");
const PromiseOf = Promise;
const BigIntOf = BigInt;

const BIG: Readonly<Record<string, boolean>> = { BigInt64Array: true, BigUint64Array: true };
const SMALL: Readonly<Record<string, boolean>> = {
  Int8Array: true,
  Uint8Array: true,
  Int16Array: true,
  Uint16Array: true,
  Int32Array: true,
  Uint32Array: true,
};

function kind(array: unknown, isWaiting: boolean): string {
  const name = apply(kindOf, array, []) as string | undefined;
  if (name === undefined) throw new TypeErrorOf("Cannot execute on non-typed array.");
  const isOne = isWaiting
    ? name === "Int32Array" || name === "BigInt64Array"
    : hasOwn(BIG, name) || hasOwn(SMALL, name);
  if (isOne) return name;
  const all =
    '("Int8Array", "Uint8Array", "Int16Array", "Uint16Array",  "Int32Array", "Uint32Array", "BigUint64Array", or "BigInt64Array")';
  throw new TypeErrorOf(
    isWaiting
      ? "Can only execute on Int32Array or BigInt64Array typed arrays."
      : `Can only execute on selected types of int typed arrays ${all}.`,
  );
}

function indexIn(array: unknown, given: unknown): number {
  const number = trunc(NumberOf(given));
  const index = isNotANumber(number) ? 0 : number;
  if (index < 0) throw new RangeErrorOf("index is negative");
  if (index < (apply(lengthOf, array, []) as number)) return index;
  throw new RangeErrorOf(`Range error with index : ${textOf(index)}`);
}

/** A value of the array's kind, before it is cut to size. */
function valueFor(name: string, given: unknown): number | bigint {
  if (hasOwn(BIG, name)) return BigIntOf(given as bigint);
  const number = trunc(NumberOf(given));
  return isNotANumber(number) ? 0 : number + 0;
}

function modified(array: unknown, given: unknown, value: unknown, step: Step): number | bigint {
  const name = kind(array, false);
  const index = indexIn(array, given);
  const operand = valueFor(name, value);
  const held = (array as Numbers)[index] as number | bigint;
  (array as Numbers)[index] = step(held, operand);
  return held;
}

/** What a value is once it was stored in an array like this one. */
function stored(array: object, value: number | bigint): number | bigint {
  const one = new (CONSTRUCTORS[apply(kindOf, array, []) as string] as new (n: number) => Numbers)(
    1,
  );
  one[0] = value;
  return one[0] as number | bigint;
}

const CONSTRUCTORS: Readonly<Record<string, unknown>> = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  BigInt64Array,
  BigUint64Array,
};

function isShared(array: unknown): boolean {
  try {
    apply(sharedLength, apply(bufferOf, array, []), []);
    return true;
  } catch {
    return false;
  }
}

/** Looks at what a wait is given, and tells whether the array holds `value`. */
function isEqual(array: unknown, given: unknown, value: unknown): boolean {
  const name = kind(array, true);
  if (!isShared(array)) throw new TypeErrorOf("Cannot execute on non-shared array.");
  const index = indexIn(array, given);
  const wanted = stored(array as object, valueFor(name, value));
  return (array as Numbers)[index] === wanted;
}

const never = (): void => {};

/** Nobody wakes what waits, so its promise stays as it is. */
function waiting(isEqualNow: boolean, given: unknown): object {
  if (!isEqualNow) return { async: false, value: "not-equal" };
  const timeout = NumberOf(given);
  if (timeout <= 0) return { async: false, value: "timed-out" };
  return { async: true, value: new PromiseOf(never) };
}

type N = number;

const steps = {
  add(array: unknown, index: unknown, value: unknown) {
    return modified(array, index, value, (a, b) => (a as N) + (b as N));
  },
  and(array: unknown, index: unknown, value: unknown) {
    return modified(array, index, value, (a, b) => (a as N) & (b as N));
  },
  exchange(array: unknown, index: unknown, value: unknown) {
    return modified(array, index, value, (_a, b) => b);
  },
  or(array: unknown, index: unknown, value: unknown) {
    return modified(array, index, value, (a, b) => (a as N) | (b as N));
  },
  sub(array: unknown, index: unknown, value: unknown) {
    return modified(array, index, value, (a, b) => (a as N) - (b as N));
  },
  xor(array: unknown, index: unknown, value: unknown) {
    return modified(array, index, value, (a, b) => (a as N) ^ (b as N));
  },
};

const others = {
  compareExchange(array: unknown, index: unknown, expected: unknown, value: unknown) {
    const wanted = valueFor(kind(array, false), expected);
    return modified(array, index, value, (a, b) => (a === stored(array as object, wanted) ? b : a));
  },
  isLockFree(size: unknown) {
    const number = trunc(NumberOf(size));
    return number === 1 || number === 2 || number === 4 || number === 8;
  },
  load(array: unknown, index: unknown) {
    kind(array, false);
    return (array as Numbers)[indexIn(array, index)];
  },
  notify(array: unknown, index: unknown, count: unknown) {
    kind(array, true);
    indexIn(array, index);
    if (count !== undefined) NumberOf(count);
    return 0;
  },
  store(array: unknown, index: unknown, value: unknown) {
    const name = kind(array, false);
    const at = indexIn(array, index);
    const given = valueFor(name, value);
    (array as Numbers)[at] = given;
    return given;
  },
  wait(array: unknown, index: unknown, value: unknown, timeout: unknown) {
    isEqual(array, index, value);
    NumberOf(timeout);
    throw new TypeErrorOf("Unsupported operation");
  },
  waitAsync(array: unknown, index: unknown, value: unknown, timeout: unknown) {
    return waiting(isEqual(array, index, value), timeout);
  },
};

/** Puts `Atomics` into the realm. */
export function installAtomics(): void {
  const atomics = {};
  supply(atomics, { ...steps, ...others });
  fix(atomics, Symbol.toStringTag, "Atomics", true);
  supply(globalThis, { Atomics: atomics });
}
