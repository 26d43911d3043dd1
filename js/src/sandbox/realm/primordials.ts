// Everything of the language that the realm uses once a lambda was there, taken before it was.
//
// A lambda may replace `JSON.parse`, put setters on `Object.prototype` or delete `Map`. So nothing in this
// directory calls a method of a value, iterates, spreads, or reads a property that may be missing: functions
// are taken here, lists are objects without a prototype, and text is put together with `+`.

/** Turns a method into a function whose first argument is what it is called on. */
const call = Function.prototype.call;
function method<A extends unknown[], R>(
  function_: (...given: A) => R,
): (on: unknown, ...given: A) => R {
  return call.bind(function_) as (on: unknown, ...given: A) => R;
}

export const {
  apply,
  construct,
  defineProperty,
  deleteProperty,
  get: read,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
  has,
  set,
  setPrototypeOf,
} = Reflect;
export const { create, hasOwn } = Object;
export const objectPrototype = Object.prototype;
export const { isArray } = Array;
export const { parse, stringify } = JSON;
/** `String`, which throws for some objects. */
export const textOf = String;
// biome-ignore lint/security/noGlobalEval: in the sandbox's realm, to look for the lambda by its name
export const evaluate = globalThis.eval;
export const realm = globalThis;
export const DateOf = Date;
export const ErrorOf = Error;
export const RangeErrorOf = RangeError;
export const SyntaxErrorOf = SyntaxError;
export const TypeErrorOf = TypeError;
export const ProxyOf = Proxy;
export const MapOf = Map;
export const NumberOf = Number;
export const ObjectOf = Object;
export const { min, trunc } = Math;
export const { now: dateNow } = Date;
export const { isNaN: isNotANumber } = Number;

export const charCodeAt = method(String.prototype.charCodeAt);
export const indexOf = method(String.prototype.indexOf as (part: string, from?: number) => number);
export const slice = method(String.prototype.slice);
export const toLowerCase = method(String.prototype.toLowerCase);
export const toUpperCase = method(String.prototype.toUpperCase);
export const trim = method(String.prototype.trim);
/** `[object Error]` and its like. */
export const tagOf = method(Object.prototype.toString) as (value: unknown) => string;
export const mapGet = method(Map.prototype.get) as (map: unknown, key: unknown) => unknown;
export const weakHas = method(WeakSet.prototype.has) as (set: unknown, value: object) => boolean;
export const weakAdd = method(WeakSet.prototype.add) as (set: unknown, value: object) => unknown;
export const mapSet = method(Map.prototype.set) as (
  map: unknown,
  key: unknown,
  value: unknown,
) => unknown;

const weakMapGet = method(WeakMap.prototype.get) as (map: unknown, key: unknown) => unknown;
const weakMapSet = method(WeakMap.prototype.set) as (
  map: unknown,
  key: unknown,
  value: unknown,
) => unknown;

/** What is known of objects, without a mark on them. */
export class Known<V> {
  readonly #map = new WeakMap<object, V>();

  of(value: unknown): V | undefined {
    return weakMapGet(this.#map, value) as V | undefined;
  }

  enter(object: object, value: V): void {
    weakMapSet(this.#map, object, value);
  }
}

/** An object without a prototype: a list when its keys are numbers, a table when they are texts. */
export function bare<T>(): Record<string | number, T> {
  return create(null) as Record<string | number, T>;
}

/** `text` as JSON. */
export function quoted(text: string): string {
  return stringify(text);
}

/** The own property `key` of `object`, whatever prototypes say. */
export function own(object: object, key: string): unknown {
  return hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
}

/** Makes a property of the kind that the language's own functions are. */
export function install(object: object, key: string, value: unknown): void {
  const descriptor = bare<unknown>();
  descriptor.value = value;
  descriptor.writable = true;
  descriptor.configurable = true;
  defineProperty(object, key, descriptor);
}

/** Makes an ordinary property. Assigning it would call a setter that the lambda put on a prototype. */
export function enter(object: object, key: string, value: unknown): void {
  const descriptor = bare<unknown>();
  descriptor.value = value;
  descriptor.writable = true;
  descriptor.enumerable = true;
  descriptor.configurable = true;
  defineProperty(object, key, descriptor);
}
