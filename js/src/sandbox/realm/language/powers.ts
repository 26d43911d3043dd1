// `Math.pow` with whole exponents: GraalJS multiplies, and QuickJS's own is off by a digit now and then.

import { supply } from "./supply.js";

const nativePow = Math.pow;
const LARGEST_EXPONENT = 0x7fffffff;
const LARGEST_WHOLE = 2 ** 53;

function multiplied(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let left = exponent; left > 0; left >>= 1) {
    if (left & 1) result *= square;
    square *= square;
  }
  return result;
}

function power(base: number, exponent: number): number {
  if (exponent % 1 !== 0 || exponent === 0) return nativePow(base, exponent);
  if (exponent > 0 && exponent <= LARGEST_EXPONENT) return multiplied(base, exponent);
  if (exponent < 0 && exponent >= -LARGEST_EXPONENT && base % 1 === 0) {
    const whole = multiplied(base, -exponent);
    if (whole <= LARGEST_WHOLE && whole >= -LARGEST_WHOLE && whole !== 0) return 1 / whole;
  }
  return nativePow(base, exponent);
}

/** Corrects `Math.pow`. */
export function installPowers(): void {
  supply(Math, {
    pow(base: unknown, exponent: unknown): number {
      // Unlike `Number`, this refuses big integers.
      return power(+(base as number), +(exponent as number));
    },
  });
}
