// What only the oldest version has: drafts that the language dropped, and getters that it inherits since.

import { own } from "../primordials.js";
import { supply } from "./supply.js";

const NUMBERS =
  "BigInt64Array BigUint64Array Float32Array Float64Array Int16Array Int32Array Int8Array Uint16Array Uint32Array Uint8Array Uint8ClampedArray";
const { isView } = ArrayBuffer;

/** Puts it into the realm of GraalJS 22. */
export function installOlder(): void {
  for (const name of NUMBERS.split(" ")) {
    supply(own(globalThis, name) as object, {
      get [Symbol.species](): unknown {
        return this;
      },
    });
  }
  // Nothing is ever left to clean up while a lambda runs.
  supply(FinalizationRegistry.prototype, { cleanupSome() {} });
  supply(SharedArrayBuffer, {
    isView(value: unknown): boolean {
      return isView(value);
    },
  });
}
