// What the module asks of its host: the clock, the time zone, more memory, and whether to go on.
//
// The package's own glue takes these from the host's `Date`, makes instances only asynchronously, and so
// cannot replace one in the middle of a call of the core. This takes its place; of the host's world it
// passes nothing on.

import type { Address } from "./exports.js";

/** What the imports ask of the machine. */
export interface Asked {
  /** The instant that `Date` answers, in milliseconds. */
  now(): number;
  /** Whether the program is to be stopped. */
  isOver(): boolean;
  /** Makes the memory `size` bytes large; `false` when it may not be. */
  grow(size: number): boolean;
  /** What the host answers the realm, which gave a list of `count` arguments; a value of the realm. */
  answer(context: Address, count: number, list: Address): Address;
}

const PAGE = 65_536;
/** A `struct tm`, whose last fields are the offset from UTC and the zone's name. */
const TM_SIZE = 44;
const UTC = [0x55, 0x54, 0x43, 0];
const NOT_SUPPORTED = 52;

/** Fails in the host: the module's own state cannot be trusted any more. */
function broken(what: string): () => never {
  return () => {
    throw new WebAssembly.RuntimeError(`QuickJS asked for ${what}`);
  };
}

/** The imports of one instance, by the letters of this build. */
export function importsFor(memory: WebAssembly.Memory, asked: Asked): WebAssembly.Imports {
  const words = () => new DataView(memory.buffer);
  const bytes = () => new Uint8Array(memory.buffer);
  const localTime = (_time: bigint, tm: Address) => bytes().fill(0, tm, tm + TM_SIZE);
  const timeZone = (offset: Address, isDaylight: Address, ...names: Address[]) => {
    words().setUint32(offset, 0, true);
    words().setUint32(isDaylight, 0, true);
    for (const name of names) bytes().set(UTC, name);
  };
  const noEnvironment = (count: Address, size: Address) => {
    words().setUint32(count, 0, true);
    words().setUint32(size, 0, true);
    return 0;
  };
  return {
    a: {
      a: memory,
      b: broken("what it had ruled out"),
      c: () => NOT_SUPPORTED,
      d: () => NOT_SUPPORTED,
      e: () => 0,
      f: noEnvironment,
      g: broken("a module's name"),
      h: broken("a module's text"),
      i: () => (asked.isOver() ? 1 : 0),
      j: broken("a timer"),
      k: (size: number) => (asked.grow(size >>> 0) ? 1 : 0),
      l: () => {},
      m: localTime,
      n: timeZone,
      o: () => NOT_SUPPORTED,
      p: () => asked.now(),
      q: broken("its end"),
      r: broken("its end"),
      s: (context: Address, _this: Address, count: number, list: Address) =>
        asked.answer(context, count, list),
      t: broken("an object of the host"),
    },
  };
}

/** A memory of the size that the module begins with, which may grow to `bytes`. */
export function memoryUpTo(bytes: number): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: 256, maximum: Math.max(256, Math.ceil(bytes / PAGE)) });
}

/** Makes `memory` at least `size` bytes large. A quarter more is asked for, so that it is asked seldom. */
export function growTo(memory: WebAssembly.Memory, size: number, most: number): boolean {
  if (size > most) return false;
  const wanted = Math.min(most, Math.max(size, memory.buffer.byteLength * 1.25));
  try {
    grow(memory, wanted);
    return true;
  } catch {
    return false;
  }
}

/** Makes `memory` `size` bytes large. */
export function grow(memory: WebAssembly.Memory, size: number): void {
  memory.grow(Math.ceil((size - memory.buffer.byteLength) / PAGE));
}
