// How what QuickJS lacks is put into the realm. All of this happens before any lambda's text is read, and what
// runs afterwards uses nothing that a lambda could have replaced.

import { bare, defineProperty, getOwnPropertyDescriptor, hasOwn, ownKeys } from "../primordials.js";

type Function_ = (...given: never[]) => unknown;

/** Gives a function the name and length that it has in the language. */
export function shaped<F extends Function_>(function_: F, name: string, length: number): F {
  const descriptor = bare<unknown>();
  descriptor.configurable = true;
  descriptor.value = name;
  defineProperty(function_, "name", descriptor);
  descriptor.value = length;
  defineProperty(function_, "length", descriptor);
  return function_;
}

/**
 * Puts the members of `from`, which are methods and getters, onto `to` as the language has its own: they are
 * not enumerable. `lengths` are those that the functions here do not have by themselves.
 */
export function supply(to: object, from: object, lengths: Record<string, number> = {}): void {
  for (const key of ownKeys(from)) {
    const descriptor = getOwnPropertyDescriptor(from, key) as PropertyDescriptor;
    const length = typeof key === "string" && hasOwn(lengths, key) ? lengths[key] : undefined;
    if (length !== undefined) shaped(descriptor.value as Function_, key as string, length);
    defineProperty(to, key, { ...descriptor, enumerable: false });
  }
}

/** Puts a value that cannot be changed, such as a tag. */
export function fix(to: object, key: PropertyKey, value: unknown, configurable: boolean): void {
  defineProperty(to, key, { value, writable: false, enumerable: false, configurable });
}
