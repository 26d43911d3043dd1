// What `check` knows of the engines that FusionAuth runs, made from the lists that these gave.

import { enumeration, propertiesOf } from "./lists.mjs";
import { quickjs } from "./quickjs.mjs";

/** The globals of Node.js 20 that are no part of the language. */
const OF_NODE =
  "AbortController AbortSignal Blob BroadcastChannel Buffer ByteLengthQueuingStrategy CompressionStream CountQueuingStrategy Crypto CryptoKey CustomEvent DOMException DecompressionStream Event EventTarget File FormData MessageChannel MessageEvent MessagePort Performance PerformanceEntry PerformanceMark PerformanceMeasure PerformanceObserver PerformanceObserverEntryList PerformanceResourceTiming ReadableByteStreamController ReadableStream ReadableStreamBYOBReader ReadableStreamBYOBRequest ReadableStreamDefaultController ReadableStreamDefaultReader Request Response SubtleCrypto TextDecoder TextDecoderStream TextEncoder TextEncoderStream TransformStream TransformStreamDefaultController URL URLSearchParams WebAssembly WritableStream WritableStreamDefaultController WritableStreamDefaultWriter atob btoa clearImmediate clearInterval clearTimeout crypto global performance process queueMicrotask setImmediate setInterval setTimeout structuredClone".split(
    " ",
  );
const PASSED = "prototype length name arguments caller constructor globalThis".split(" ");

const without = (names, others) => names.filter((name) => !others.includes(name));
const methodOf = (path) => path.split(".prototype.")[1];

/** Globals, their members, and the members of their prototypes. What `Intl` has stands for globals too. */
function named(lines) {
  const paths = propertiesOf(lines).filter((path) => {
    const names = path.split(".");
    const [, key, method, ...deeper] =
      names[0] === "Intl" && names.length > 2 ? names.slice(1) : names;
    if (/[%@]/.test(path) || deeper.length > 0) return false;
    if (method !== undefined && key !== "prototype") return false;
    return !PASSED.includes(method ?? key);
  });
  return paths.sort();
}

/** The members of each global. */
function members(paths) {
  const found = {};
  for (const path of paths) {
    const [name, key, deeper] = path.split(".");
    found[name] ??= [];
    if (key && !deeper) found[name].push(key);
  }
  return Object.fromEntries(Object.entries(found).map(([name, keys]) => [name, keys.join(" ")]));
}

/** The methods among `paths`, of objects that the engines have. */
function methods(paths, newest) {
  return paths.filter((path) => {
    const [name, key] = path.split(".");
    return key === "prototype" && name !== "Function" && newest.includes(name);
  });
}

/** The text of lambda-check/built-ins.ts. */
export async function builtIns(lists) {
  const [first, second, third] = Object.values(lists).map(named);
  const realm = await quickjs({ isWhole: true });
  const newer = without(named(realm("24.1.2", enumeration()).split("\n")), third);
  const text = (value) => JSON.stringify(value, null, 2);
  const iterator = newer.filter((path) => path.startsWith("Iterator.prototype."));
  const globals = newer.filter((path) => !path.includes("."));
  return `// Made by tests/parity/realms/write.mjs from what the engines themselves have: GraalJS 22.3.3 (org.graalvm.js:js),
// 23.1.2 and 24.1.2 (org.graalvm.polyglot:js-community), measured with \`allowAllAccess(false)\`. What they lack is
// measured against quickjs-emscripten 0.32 and the globals of Node.js 20.

/** The globals of GraalJS 24.1.2, each with its own members. */
export const GLOBALS: Readonly<Record<string, string>> = ${text(members(third))};

/** What GraalJS 23.1.2 has and 22.3.3 has not. */
export const NEW_IN_23: readonly string[] = ${text(without(second, first))};

/** What GraalJS 24.1.2 has and 23.1.2 has not. */
export const NEW_IN_24: readonly string[] = ${text(without(third, second))};

/** Methods of newer editions of the language that no engine of FusionAuth has. */
export const NEWER: readonly string[] = ${text(methods(newer, third))};

/** Methods of iterators, which no engine of FusionAuth has. */
export const ITERATOR_METHODS: readonly string[] = ${text(iterator.map(methodOf))};

/** Globals of Node.js, of browsers and of newer editions that no engine of FusionAuth has. */
export const LACKING: readonly string[] = ${text([...OF_NODE, ...globals].sort())};
`;
}
