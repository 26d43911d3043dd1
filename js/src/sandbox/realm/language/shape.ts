// Takes away what the simulated version of GraalJS lacks, and corrects what QuickJS gives other attributes.

import { shaped } from "./supply.js";

/** The names of members to take away, by the object that has them. */
export type Lacking = Readonly<Record<string, string>>;

const getPrototypeOf = Reflect.getPrototypeOf as (of: object) => object;

/** Objects without a name of their own in the language. */
const UNNAMED: Readonly<Record<string, object>> = {
  "": globalThis,
  "%TypedArray%": getPrototypeOf(Int8Array),
  "%TypedArray.prototype%": getPrototypeOf(Int8Array.prototype),
  "%Iterator%": getPrototypeOf(getPrototypeOf([][Symbol.iterator]())),
};

function objectAt(path: string): object {
  const known = UNNAMED[path];
  if (known) return known;
  let object: object = globalThis;
  for (const key of path.split(".")) {
    object = (object as Record<PropertyKey, object>)[keyOf(key)] as object;
  }
  return object;
}

function keyOf(text: string): PropertyKey {
  return text.startsWith("@@")
    ? ((Symbol as never as Record<string, symbol>)[text.slice(2)] as symbol)
    : text;
}

/** Takes these members away. */
export function takeAway(lacking: Lacking): void {
  // A global goes last: what its prototype has is found through it.
  for (const [path, names] of Object.entries(lacking).reverse()) {
    const object = objectAt(path);
    for (const name of names.split(" ")) Reflect.deleteProperty(object, keyOf(name));
  }
}

/** Corrects what is there. */
export function correct(): void {
  Object.defineProperty(String.prototype, "length", { configurable: false });
  const accessor = Object.getOwnPropertyDescriptor(Object.prototype, "__proto__");
  if (accessor?.set) shaped(accessor.set, "set __proto__", 0);
}
