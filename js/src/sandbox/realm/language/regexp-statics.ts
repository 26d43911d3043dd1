// `RegExp.$1`, `RegExp.lastMatch` and their like: what the latest match was.
//
// QuickJS is several times as fast as long as `RegExp.prototype.exec` is its own, so matches are looked at only for a
// lambda whose text mentions these names.

import { apply, bare, own, slice, TypeErrorOf, textOf } from "../primordials.js";
import { shaped, supply } from "./supply.js";

const RegExpOf = RegExp;
const { prototype } = RegExp;
const { getPrototypeOf } = Reflect;
const nativeExec = RegExp.prototype.exec as (this: unknown, text: unknown) => unknown;

const MOST_GROUPS = 9;
const groups = bare<string>();
let input: unknown = "";
let text = "";
let start = 0;
let lastMatch = "";
let lastParen = "";
/** Whether the latest match was one of a subclass, of which nothing is told. */
let isForeign = false;

function textOrNone(value: unknown): string {
  return value === undefined ? "" : (value as string);
}

function note(regExp: unknown, match: object): void {
  isForeign = getPrototypeOf(regExp as object) !== prototype;
  if (isForeign) return;
  const count = own(match, "length") as number;
  text = own(match, "input") as string;
  input = text;
  start = own(match, "index") as number;
  lastMatch = own(match, "0") as string;
  for (let index = 1; index <= MOST_GROUPS; index++) {
    groups[index] = textOrNone(own(match, textOf(index)));
  }
  lastParen = count > 1 ? textOrNone(own(match, textOf(count - 1))) : "";
}

/** Looks at matches from now on. */
export function watchMatches(): void {
  supply(prototype, {
    exec(this: unknown, given: unknown): unknown {
      const match = apply(nativeExec, this, [given]);
      if (match !== null) note(this, match as object);
      return match;
    },
  });
}

function checked(receiver: unknown): void {
  if (receiver === RegExpOf && !isForeign) return;
  throw new TypeErrorOf(
    "Static RegExp result properties cannot be used with subclasses of RegExp.",
  );
}

/** What each property tells, by its name and by its other name. */
const TOLD: readonly (readonly [string, string, () => unknown])[] = [
  ["input", "$_", () => input],
  ["lastMatch", "$&", () => lastMatch],
  ["lastParen", "$+", () => lastParen],
  ["leftContext", "$`", () => slice(text, 0, start)],
  ["rightContext", "$'", () => slice(text, start + lastMatch.length)],
];

function define(key: string, name: string, tell: () => unknown): void {
  const getter = {
    get(this: unknown): unknown {
      checked(this);
      return tell();
    },
  }.get;
  const setter = {
    set(this: unknown, value: unknown): void {
      checked(this);
      input = textOf(value);
    },
  }.set;
  const descriptor: PropertyDescriptor = { configurable: true };
  descriptor.get = shaped(getter, `get ${name}`, 0);
  if (name === "input") descriptor.set = shaped(setter, `set ${name}`, 1);
  Object.defineProperty(RegExpOf, key, descriptor);
}

/** Puts the properties onto `RegExp`. */
export function installRegExpStatics(): void {
  for (const [name, short, tell] of TOLD) {
    define(name, name, tell);
    define(short, name, tell);
  }
  for (let index = 1; index <= MOST_GROUPS; index++) {
    groups[index] = "";
    define(`$${index}`, `$${index}`, () => groups[index]);
  }
}
