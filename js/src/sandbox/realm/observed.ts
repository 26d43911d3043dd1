// Arguments whose reads and writes are noted, so that it can be told which claim a field came from.
//
// Each object of an argument is behind one proxy. The proxy takes the object's place in its parent before
// anybody can get at the object, so a lambda only ever meets proxies, and what it compares, copies, sorts
// and moves about stays the same thing. An object that the lambda made itself is left as it is.

import {
  announceWrite,
  isNoting,
  type Notes,
  noteRead,
  noteWrite,
  withdrawWrite,
} from "./notes.js";
import {
  bare,
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  has,
  hasOwn,
  isArray,
  ProxyOf,
  read,
  set,
  setPrototypeOf,
} from "./primordials.js";

type Members = Record<PropertyKey, unknown>;

/** An object of an argument: the handler of its proxy, and what was noted of it. */
export interface Observed extends Notes {
  /** The object that it was in at the beginning; absent for an argument itself. */
  readonly parent: Observed | undefined;
  /** The name that it had there; the place of an argument. */
  readonly name: string;
  readonly target: Members;
  proxy: object | undefined;
  /** The members that are behind proxies of their own, or are about to be. */
  wrapped?: Record<string, Observed>;
  /** Whether the lambda gave it a getter or a setter. */
  hasAccessors?: boolean;
}

/** Every object behind a proxy. */
export const all = bare<Observed>();
export let count = 0;

function onGet(this: Observed, target: Members, key: PropertyKey, receiver: unknown): unknown {
  const value = read(target, key, receiver);
  return typeof value === "object" && value !== null ? member(this, key, value) : value;
}

/** Reads of claims are noted too. */
function onRead(this: Observed, target: Members, key: PropertyKey, receiver: unknown): unknown {
  const value = read(target, key, receiver);
  if (typeof value === "object" && value !== null) return member(this, key, value);
  if (isNoting && typeof key === "string" && typeof value !== "function") {
    if (key !== "length" || !isArray(target)) noteRead(this, key);
  }
  return value;
}

function onDescribe(
  this: Observed,
  target: Members,
  key: PropertyKey,
): PropertyDescriptor | undefined {
  const descriptor = getOwnPropertyDescriptor(target, key);
  if (descriptor === undefined) return undefined;
  // Its own fields alone count, whatever the lambda put on `Object.prototype`.
  setPrototypeOf(descriptor, null);
  const { value } = descriptor;
  if (typeof value === "object" && value !== null) descriptor.value = member(this, key, value);
  return descriptor;
}

function onSet(
  this: Observed,
  target: Members,
  key: PropertyKey,
  value: unknown,
  receiver: unknown,
): boolean {
  const isPlain = hasOwn(target, key) ? !this.hasAccessors : !has(target, key);
  // A setter has to be called on the proxy, and what only inherits from it is another object.
  if (!isPlain || receiver !== this.proxy) return set(target, key, value, receiver);
  // Assigning the object that is there already changes nothing: `user.data = user.data || {}`.
  const isNews = typeof value !== "object" || target[key] !== value;
  if (!isNews || typeof key !== "string") return set(target, key, value, target);
  announceWrite(this, key);
  return noteDone(this, key, value, set(target, key, value, target));
}

/** Notes an announced write, or that there was none. */
function noteDone(observed: Observed, key: string, value: unknown, isDone: boolean): boolean {
  if (isDone) noteWrite(observed, observed.target, key, value);
  else withdrawWrite(observed, key);
  return isDone;
}

function onDefine(
  this: Observed,
  target: Members,
  key: PropertyKey,
  descriptor: PropertyDescriptor,
): boolean {
  setPrototypeOf(descriptor, null);
  if ("get" in descriptor || "set" in descriptor) this.hasAccessors = true;
  else if (!("value" in descriptor)) wrapBeforeFreezing(this, target, key);
  if (typeof key !== "string") return defineProperty(target, key, descriptor);
  announceWrite(this, key);
  return noteDone(this, key, descriptor.value, defineProperty(target, key, descriptor));
}

/** Nothing can take the place of a member that was frozen. */
function wrapBeforeFreezing(observed: Observed, target: Members, key: PropertyKey): void {
  const value = hasOwn(target, key) && !observed.hasAccessors ? target[key] : undefined;
  if (typeof value === "object" && value !== null) member(observed, key, value);
}

function onDelete(this: Observed, target: Members, key: PropertyKey): boolean {
  if (typeof key !== "string" || !hasOwn(target, key)) return deleteProperty(target, key);
  announceWrite(this, key);
  return noteDone(this, key, undefined, deleteProperty(target, key));
}

// A proxy looks for its traps along the handler's prototypes, so these end here.
const OF_FIELDS = bare<unknown>();
OF_FIELDS.get = onGet;
OF_FIELDS.set = onSet;
OF_FIELDS.defineProperty = onDefine;
OF_FIELDS.deleteProperty = onDelete;
OF_FIELDS.getOwnPropertyDescriptor = onDescribe;
const OF_CLAIMS = bare<unknown>();
OF_CLAIMS.get = onRead;
OF_CLAIMS.set = onSet;
OF_CLAIMS.defineProperty = onDefine;
OF_CLAIMS.deleteProperty = onDelete;
OF_CLAIMS.getOwnPropertyDescriptor = onDescribe;

/** An argument, which is fresh from `JSON.parse`, behind a proxy. */
export function observed(value: object, place: string): Observed {
  return behindProxy(value as Members, place, undefined, isLeft(place) ? OF_FIELDS : OF_CLAIMS);
}

function behindProxy(
  target: Members,
  name: string,
  parent: Observed | undefined,
  traps: object,
): Observed {
  const handler = { __proto__: traps, parent, name, target, proxy: undefined } as Observed;
  handler.proxy = new ProxyOf(target, handler as ProxyHandler<object>);
  // In this order: the stack may be full at any operation, and what is counted has to be there.
  all[count] = handler;
  count += 1;
  return handler;
}

/** `value`, which `observed` has as its `key`, behind a proxy if it came with the arguments. */
function member(observed: Observed, key: PropertyKey, value: object): object {
  const { target, writes, wrapped } = observed;
  if (typeof key !== "string" || writes?.[key] !== undefined) return value;
  const begun = wrapped?.[key];
  // A stack that was full can have come between the two last steps below. When all is read back, objects are unwrapped.
  if (begun !== undefined) {
    return isNoting && value === begun.target ? putInPlace(begun, target) : value;
  }
  // What is inherited is not its own.
  if (!hasOwn(target, key)) return value;
  const traps = isOfClaims(observed) ? OF_CLAIMS : OF_FIELDS;
  const made = behindProxy(value as Members, key, observed, traps);
  observed.wrapped ??= bare<Observed>();
  observed.wrapped[key] = made;
  return putInPlace(made, target);
}

function putInPlace({ name, proxy }: Observed, parent: Members): object {
  parent[name] = proxy;
  return proxy as object;
}

/** Whether the argument at `place` is read back. */
export function isLeft(place: string): boolean {
  return place === "/user" || place === "/registration";
}

/** Whether it is an object of claims. */
export function isOfClaims(observed: Observed): boolean {
  let root = observed;
  while (root.parent !== undefined) root = root.parent;
  return !isLeft(root.name);
}

/** Puts the objects back into the places of their proxies: they are printed several times as fast. */
export function unwrap(): void {
  for (let index = 0; index < count; index++) {
    const { parent, name, target, proxy } = all[index] as Observed;
    if (parent === undefined || parent.writes?.[name] !== undefined) continue;
    if (parent.target[name] === proxy) set(parent.target, name, target, parent.target);
  }
}
