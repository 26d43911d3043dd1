// An instance of QuickJS is its linear memory: its one other state, the stack pointer, stands at the same
// place whenever nothing runs. So a copy of the memory is a copy of the engine with everything in it, and
// putting the copy back makes the instance what it was, bit for bit, for the price of copying some 330 KB.
// Making a fresh context instead costs some 300 microseconds, most of it for things that never differ.

import type { Address } from "./exports.js";

/** Where things are in the memory: constants first, then a stack of fixed size, then the heap. */
export interface Layout {
  /** Where the constants and the module's own variables end. */
  readonly stackEnd: Address;
  readonly heapBase: Address;
  /** The variable that says where the heap ends now. */
  readonly heapEndAt: Address;
}

/** The size of the stack in this build of QuickJS. */
const STACK_SIZE = 5 * 1024 * 1024;

/** What the memory held at one moment. The stack is left out: it is empty between two calls. */
export interface Image {
  /** How large the memory was. One that grew since cannot be made smaller again. */
  readonly size: number;
  readonly variables: Uint8Array;
  readonly heap: Uint8Array;
}

/**
 * The layout, measured in an instance in which nothing ran yet: there the heap's end is its beginning, which
 * is also the bottom of the stack, and exactly one variable holds that address.
 */
export function layoutOf(memory: WebAssembly.Memory, stackPointer: Address): Layout {
  const stackEnd = stackPointer - STACK_SIZE;
  const variables = new Uint32Array(memory.buffer, 0, Math.max(0, stackEnd >> 2));
  const index = variables.indexOf(stackPointer);
  if (index < 0 || variables.includes(stackPointer, index + 1)) {
    throw new Error("this build of QuickJS lays its memory out otherwise");
  }
  return { stackEnd, heapBase: stackPointer, heapEndAt: 4 * index };
}

/** Where the heap ends now. */
export function heapEnd(memory: WebAssembly.Memory, layout: Layout): Address {
  return new DataView(memory.buffer).getUint32(layout.heapEndAt, true);
}

/**
 * A copy of everything that counts. It takes the memory of an image that nobody needs any more, if one is
 * given and large enough: fresh memory costs more than the copying.
 */
export function take(memory: WebAssembly.Memory, layout: Layout, spare?: Image): Image {
  const bytes = new Uint8Array(memory.buffer);
  const heap = bytes.subarray(layout.heapBase, heapEnd(memory, layout));
  if (!spare || spare.heap.buffer.byteLength < heap.length) {
    return { size: bytes.length, variables: bytes.slice(0, layout.stackEnd), heap: heap.slice() };
  }
  spare.variables.set(bytes.subarray(0, layout.stackEnd));
  const copy = new Uint8Array(spare.heap.buffer, 0, heap.length);
  copy.set(heap);
  return { size: bytes.length, variables: spare.variables, heap: copy };
}

/** Puts a copy back. What lies beyond the heap's end is free memory, in which nobody expects anything. */
export function restore(memory: WebAssembly.Memory, layout: Layout, image: Image): void {
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(image.variables, 0);
  bytes.set(image.heap, layout.heapBase);
}
