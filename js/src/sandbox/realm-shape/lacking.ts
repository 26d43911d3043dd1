// Made by tests/parity/realms/write.mjs: what QuickJS and the realm have, and GraalJS has not.

import type { GraalJsVersion } from "../../engines/versions.js";

/** The members to take away from a realm, by the objects that have them. */
export const LACKING: Readonly<Record<GraalJsVersion, Readonly<Record<string, string>>>> = {
  "22.3.3": {
    "%Iterator%":
      "@@toStringTag constructor drop every filter find flatMap forEach map reduce some take toArray",
    "%TypedArray.prototype%": "findLast findLastIndex toReversed toSorted with",
    "": "Float16Array InternalError Iterator",
    "Array.prototype": "findLast findLastIndex toReversed toSorted toSpliced with",
    "Array.prototype.@@unscopables": "findLast findLastIndex toReversed toSorted toSpliced",
    "ArrayBuffer.prototype":
      "detached maxByteLength resizable resize transfer transferToFixedLength",
    Atomics: "waitAsync",
    "DataView.prototype": "getFloat16 setFloat16",
    "Function.prototype": "columnNumber fileName lineNumber",
    Intl: "supportedValuesOf",
    "Intl.Locale.prototype": "firstDayOfWeek",
    "Intl.NumberFormat.prototype": "formatRange formatRangeToParts",
    "Intl.PluralRules.prototype": "selectRange",
    Map: "groupBy",
    "Map.prototype": "getOrInsert getOrInsertComputed",
    Math: "f16round sumPrecise",
    Object: "groupBy",
    Promise: "try withResolvers",
    RegExp: "escape",
    "RegExp.prototype": "unicodeSets",
    Set: "groupBy",
    "Set.prototype":
      "difference intersection isDisjointFrom isSubsetOf isSupersetOf symmetricDifference union",
    "SharedArrayBuffer.prototype": "grow growable maxByteLength",
    "String.prototype": "isWellFormed toWellFormed",
    "WeakMap.prototype": "getOrInsert getOrInsertComputed",
  },
  "23.1.2": {
    "%Iterator%":
      "@@toStringTag constructor drop every filter find flatMap forEach map reduce some take toArray",
    "": "Float16Array InternalError Iterator",
    "ArrayBuffer.prototype":
      "detached maxByteLength resizable resize transfer transferToFixedLength",
    Atomics: "waitAsync",
    "DataView.prototype": "getFloat16 setFloat16",
    "Function.prototype": "columnNumber fileName lineNumber",
    Intl: "supportedValuesOf",
    "Intl.Locale.prototype": "firstDayOfWeek",
    Map: "groupBy",
    "Map.prototype": "getOrInsert getOrInsertComputed",
    Math: "f16round sumPrecise",
    Object: "groupBy",
    Promise: "try withResolvers",
    RegExp: "escape",
    "RegExp.prototype": "unicodeSets",
    Set: "groupBy",
    "Set.prototype":
      "difference intersection isDisjointFrom isSubsetOf isSupersetOf symmetricDifference union",
    "SharedArrayBuffer.prototype": "grow growable maxByteLength",
    "String.prototype": "isWellFormed toWellFormed",
    "WeakMap.prototype": "getOrInsert getOrInsertComputed",
  },
  "24.1.2": {
    "%Iterator%":
      "@@toStringTag constructor drop every filter find flatMap forEach map reduce some take toArray",
    "": "Float16Array InternalError Iterator",
    "DataView.prototype": "getFloat16 setFloat16",
    "Function.prototype": "columnNumber fileName lineNumber",
    "Map.prototype": "getOrInsert getOrInsertComputed",
    Math: "f16round sumPrecise",
    Promise: "try",
    RegExp: "escape",
    Set: "groupBy",
    "Set.prototype":
      "difference intersection isDisjointFrom isSubsetOf isSupersetOf symmetricDifference union",
    "WeakMap.prototype": "getOrInsert getOrInsertComputed",
  },
};
