// The clock and chance in an engine whose own cannot be set: they answer what QuickJS answers.

import {
  apply,
  bare,
  construct,
  DateOf,
  defineProperty,
  getOwnPropertyDescriptor,
  install,
  ProxyOf,
  realm,
} from "./primordials.js";

let now = 0;

/** Sets the clock, in milliseconds. It stands still. */
export function setClock(milliseconds: unknown): void {
  if (typeof milliseconds === "number") now = milliseconds;
}

/** QuickJS' numbers (xorshift64*), from the state that it begins with when its clock says 0. */
const MULTIPLIER = 0x2545f4914f6cdd1dn;
const MASK = 0xffff_ffff_ffff_ffffn;
const FRACTIONS = 2 ** 52;
const NumberOf = Number;
let state = 1n;

const random = (): number => {
  state ^= state >> 12n;
  state ^= (state << 25n) & MASK;
  state ^= state >> 27n;
  return NumberOf(((state * MULTIPLIER) & MASK) >> 12n) / FRACTIONS;
};

/** A function in the place of one of the language's, which looks like that from outside. */
function inPlaceOf<F extends object>(
  native: F,
  call: (self: unknown, given: unknown[]) => unknown,
) {
  const traps = bare<unknown>();
  traps.apply = (_target: F, self: unknown, given: unknown[]) => call(self, given);
  return new ProxyOf(native, traps as ProxyHandler<F>);
}

/** Puts both into the realm. */
export function installHostClock(): void {
  const { prototype } = DateOf;
  const { toString: print } = prototype;
  const traps = bare<unknown>();
  traps.apply = () => apply(print, new DateOf(now), []);
  traps.construct = (target: typeof Date, given: unknown[], newTarget: typeof Date) =>
    construct(target, given.length === 0 ? [now] : given, newTarget);
  const clock = new ProxyOf(DateOf, traps as ProxyHandler<typeof Date>);
  install(
    DateOf,
    "now",
    inPlaceOf(DateOf.now, () => now),
  );
  install(prototype, "constructor", clock);
  install(realm, "Date", clock);
  install(Math, "random", inPlaceOf(Math.random, random));
  if (typeof Intl !== "undefined") installFormats(Intl.DateTimeFormat.prototype);
}

/** A format that is given no instant takes the present one. */
function installFormats(prototype: Intl.DateTimeFormat): void {
  const instant = (given: unknown[]) => [given[0] === undefined ? now : (given[0] as number)];
  const { formatToParts } = prototype;
  const parts = (self: unknown, given: unknown[]) => apply(formatToParts, self, instant(given));
  install(prototype, "formatToParts", inPlaceOf(formatToParts, parts));
  const descriptor = getOwnPropertyDescriptor(prototype, "format") as PropertyDescriptor;
  const native = descriptor.get as () => (date: number) => string;
  // The language answers the same function each time.
  const bound = new WeakMap<object, unknown>();
  const { get: known, set: keep } = WeakMap.prototype;
  descriptor.get = inPlaceOf(native, (self) => {
    const format = apply(native, self, []);
    const earlier = apply(known, bound, [format]);
    if (earlier !== undefined) return earlier;
    const made = inPlaceOf(format, (_, given) => apply(format, undefined, instant(given)));
    apply(keep, bound, [format, made]);
    return made;
  });
  defineProperty(prototype, "format", descriptor);
}
