// One instance of QuickJS with its limits: evaluates a script, and calls the realm's function.

import type { Limits } from "../limits.js";
import type { Stop } from "../stop.js";
import { type Address, named, type QuickJs } from "./exports.js";
import { type Image, type Layout, layoutOf, restore, take } from "./image.js";
import { grow, growTo, importsFor, memoryUpTo } from "./imports.js";

/** What a call came to: a text, something thrown, or a stop, which may have thrown something too. */
export interface Result {
  readonly text?: string | undefined;
  readonly thrown?: Address | undefined;
  readonly stop?: Stop | undefined;
}

const MIB = 1024 * 1024;
/** What the realm may still use to tell what was logged, when a lambda used everything. */
const RESERVE = 2 * MIB;
const ENCODER = new TextEncoder();
/** How long a text may be for which room is made as if it had no plain letters. */
const LONGEST_UNMEASURED = 10_000;
const DECODER = new TextDecoder();

/** An instance. After a stop it is not used any more, but for asking what was logged. */
export class Machine {
  readonly quickjs: QuickJs;
  readonly layout: Layout;
  /** The instant that `Date` answers. */
  now = 0;
  /** What the host answers when the realm asks it something: texts go out and come in. */
  tell: (question: string) => string = () => "null";
  readonly #memory: WebAssembly.Memory;
  readonly #limits: Required<Limits>;
  #view = new Uint8Array();
  #stop: Stop | undefined;
  #steps = 0;
  #until = Number.POSITIVE_INFINITY;
  #mostMemory: number;

  constructor(module: WebAssembly.Module, limits: Required<Limits>) {
    this.#limits = limits;
    this.#mostMemory = limits.memory * MIB;
    this.#memory = memoryUpTo(this.#mostMemory + RESERVE);
    const imports = importsFor(this.#memory, {
      now: () => this.now,
      isOver: () => this.#isOver(),
      grow: (size) => this.#grow(size),
      answer: (context, count, list) => this.#answer(context, count, list),
    });
    this.quickjs = named(new WebAssembly.Instance(module, imports).exports);
    this.layout = layoutOf(this.#memory, this.quickjs.stackPointer());
  }

  /** What the instance is now, in the memory of `spare` where that is possible. */
  take(spare?: Image): Image {
    return take(this.#memory, this.layout, spare);
  }

  /** Makes the instance what it was; `false` when its memory grew since, so that it cannot be. */
  restore(image: Image): boolean {
    const size = this.#memory.buffer.byteLength;
    if (size > image.size) return false;
    if (size < image.size) grow(this.#memory, image.size);
    restore(this.#memory, this.layout, image);
    return true;
  }

  /** Does `work` within the limits, which begin anew. What it gives is told as text, if that is wanted. */
  within(work: () => Address, context: Address, isTold: boolean): Result {
    this.#stop = undefined;
    this.#steps = 0;
    this.#until = performance.now() + this.#limits.deadline;
    return this.#done(work, context, isTold);
  }

  /** Does `work` within what is left of the limits. */
  goOn(work: () => Address, context: Address): Result {
    return this.#done(work, context, false);
  }

  #done(work: () => Address, context: Address, isTold: boolean): Result {
    try {
      const value = work();
      const thrown = this.quickjs.resolveException(context, value);
      // A lambda may catch what says that the memory is full, and come to its end all the same.
      if (this.#stop) return { stop: this.#stop, thrown };
      if (thrown !== 0) return { thrown };
      return { text: isTold ? this.text(context, value) : "" };
    } catch (error) {
      return { stop: this.#stop ?? stopOf(error) };
    }
  }

  /** A value as text. */
  text(context: Address, value: Address): string {
    const address = this.quickjs.getString(context, value);
    if (address === 0) throw new OutOfMemory();
    const bytes = this.#bytes();
    const text = DECODER.decode(bytes.subarray(address, bytes.indexOf(0, address)));
    this.quickjs.freeString(context, address);
    return text;
  }

  /** Gives the realm the memory that was held back, to tell after a stop what was logged before it. */
  release(): void {
    this.#mostMemory += RESERVE;
  }

  /** A text in the module's memory, ended by 0, and its length in bytes. */
  write(text: string): readonly [Address, number] {
    const most = text.length < LONGEST_UNMEASURED ? 3 * text.length : ENCODER.encode(text).length;
    const address = this.#malloc(most + 1);
    const bytes = this.#bytes();
    const { written } = ENCODER.encodeInto(text, bytes.subarray(address, address + most));
    bytes[address + written] = 0;
    return [address, written];
  }

  /** A list of addresses in the module's memory. */
  list(addresses: readonly Address[]): Address {
    const at = this.#malloc(4 * addresses.length);
    new Uint32Array(this.#memory.buffer, at, addresses.length).set(addresses);
    return at;
  }

  /** Answers the realm. Nothing but a text goes back, whatever happens. */
  #answer(context: Address, count: number, list: Address): Address {
    const question = count > 0 ? this.text(context, this.quickjs.argument(list, 0)) : "";
    const [text] = this.write(this.tell(question));
    const value = this.quickjs.newString(context, text);
    this.quickjs.free(text);
    return value;
  }

  #malloc(size: number): Address {
    const address = this.quickjs.malloc(size);
    if (address === 0) throw new OutOfMemory();
    return address;
  }

  /** The memory, which is another object whenever it grew. */
  #bytes(): Uint8Array {
    const { buffer } = this.#memory;
    if (this.#view.buffer !== buffer) this.#view = new Uint8Array(buffer);
    return this.#view;
  }

  #isOver(): boolean {
    this.#steps += STEPS_A_QUESTION;
    if (this.#steps > this.#limits.steps) this.#stop ??= "steps";
    else if (performance.now() > this.#until) this.#stop ??= "deadline";
    return this.#stop !== undefined;
  }

  #grow(size: number): boolean {
    const isGrown = growTo(this.#memory, size, this.#mostMemory);
    if (!isGrown) this.#stop ??= "memory";
    return isGrown;
  }
}

/** QuickJS asks once in ten thousand loops, calls and backtracks. Steps are counted in thousands. */
const STEPS_A_QUESTION = 10;

/** No memory for what the host puts there. */
class OutOfMemory extends Error {}

/** What left the module without coming back through it. */
function stopOf(error: unknown): Stop {
  if (error instanceof OutOfMemory) return "memory";
  // V8's own stack is full: QuickJS was deep in functions of its own, which it does not count.
  if (error instanceof RangeError) return "stack";
  return { broken: error instanceof Error ? error.message : String(error) };
}
