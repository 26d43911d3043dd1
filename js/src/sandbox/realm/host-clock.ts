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

/** Puts both into the realm. */
export function installHostClock(): void {
  const { prototype } = DateOf;
  const { toString: print } = prototype;
  const traps = bare<unknown>();
  traps.apply = () => apply(print, new DateOf(now), []);
  traps.construct = (target: typeof Date, given: unknown[], newTarget: typeof Date) =>
    construct(target, given.length === 0 ? [now] : given, newTarget);
  const clock = new ProxyOf(DateOf, traps as ProxyHandler<typeof Date>);
  install(DateOf, "now", { now: () => now }.now);
  install(prototype, "constructor", clock);
  install(realm, "Date", clock);
  install(Math, "random", random);
  installFormats();
}

/** A format that is given no instant takes the present one. */
function installFormats(): void {
  if (typeof Intl === "undefined") return;
  const { prototype } = Intl.DateTimeFormat;
  const { formatToParts: parts } = prototype;
  const instant = (date: unknown) => (date === undefined ? now : date);
  const { formatToParts } = {
    formatToParts(date: unknown) {
      return apply(parts, this, [instant(date) as number]);
    },
  };
  install(prototype, "formatToParts", formatToParts);
  const descriptor = getOwnPropertyDescriptor(prototype, "format") as PropertyDescriptor;
  const { get: native } = descriptor;
  const bound = new WeakMap<object, unknown>();
  const { get: known, set: keep } = WeakMap.prototype;
  const accessor = {
    get format() {
      const earlier = apply(known, bound, [this]);
      if (earlier !== undefined) return earlier;
      const format = apply(native as () => void, this, []) as unknown as (date: unknown) => string;
      const method = (date: unknown) => format(instant(date));
      install(method, "name", "");
      apply(keep, bound, [this, method]);
      return method;
    },
  };
  const { get } = getOwnPropertyDescriptor(accessor, "format") as PropertyDescriptor;
  descriptor.get = get as () => unknown;
  defineProperty(prototype, "format", descriptor);
}
