// The functions of QuickJS by their names. The build shortens these to letters, and the letters are those of
// this very build: build.mjs refuses another one.

/** An address in the module's memory; 0 is none. */
export type Address = number;

/** QuickJS's interface for JavaScript hosts, as far as it is used. Values are addresses of `JSValue`s. */
export interface QuickJs {
  /** Runs the module's constructors; before everything else. */
  readonly construct: () => void;
  readonly malloc: (size: number) => Address;
  readonly free: (address: Address) => void;
  readonly newRuntime: () => Address;
  readonly newContext: (runtime: Address, intrinsics: number) => Address;
  readonly setMaxStackSize: (runtime: Address, bytes: number) => void;
  readonly enableInterruptHandler: (runtime: Address) => void;
  readonly undefined: () => Address;
  /** The value of a text that ends with 0. */
  readonly newString: (context: Address, text: Address) => Address;
  /** The text of a value, which ends with 0. */
  readonly getString: (context: Address, value: Address) => Address;
  readonly freeString: (context: Address, text: Address) => void;
  readonly eval: (
    context: Address,
    source: Address,
    length: number,
    file: Address,
    detectModule: number,
    flags: number,
  ) => Address;
  readonly call: (
    context: Address,
    function_: Address,
    self: Address,
    count: number,
    given: Address,
  ) => Address;
  /** What was thrown, or 0 when `result` is a value. */
  readonly resolveException: (context: Address, result: Address) => Address;
  /** A function that asks the host. The host has one, so `reference` says nothing. */
  readonly newFunction: (
    context: Address,
    name: Address,
    length: number,
    isConstructor: number,
    reference: number,
  ) => Address;
  /** Does up to `most` jobs of promises, all with -1. `last` is where the context of the latest one is put. */
  readonly doJobs: (runtime: Address, most: number, last: Address) => Address;
  /** The value at `index` of a list of arguments. */
  readonly argument: (list: Address, index: number) => Address;
  /** Where the stack stands, which is where the heap begins as long as nothing runs. */
  readonly stackPointer: () => Address;
}

const LETTERS: Record<keyof QuickJs, string> = {
  construct: "u",
  malloc: "v",
  free: "M",
  newRuntime: "K",
  newContext: "N",
  setMaxStackSize: "D",
  enableInterruptHandler: "Fa",
  undefined: "E",
  newString: "_",
  getString: "$",
  freeString: "S",
  eval: "pa",
  call: "ma",
  resolveException: "na",
  newFunction: "Da",
  doJobs: "ga",
  argument: "Ea",
  stackPointer: "Oa",
};

/** The exports of an instance under their names. */
export function named(exports: WebAssembly.Exports): QuickJs {
  const entries = Object.entries(LETTERS).map(([name, letter]) => [name, exports[letter]]);
  return Object.fromEntries(entries) as unknown as QuickJs;
}
