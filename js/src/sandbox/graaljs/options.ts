// How the process is started, so that the limits hold there.

import { delimiter } from "node:path";
import type { Limits } from "../limits.js";

/** What Java and GraalJS need for themselves, in MiB. */
const OWN_MEMORY = 96;
/** Java's stack in KiB: what is taken before a lambda is called, how much a call takes against QuickJS, the least. */
const OWN_STACK = 128;
const STACK_FACTOR = 7;
const LEAST_STACK = 256;

/** The words behind `java`, and the limits as its first request names them. */
export function wordsFor(
  archives: readonly string[],
  limits: Required<Limits>,
): { readonly words: readonly string[]; readonly settings: readonly string[] } {
  const words = [
    `-Xmx${OWN_MEMORY + limits.memory}m`,
    // A small heap, one thread and short lives: what makes servers fast makes this one slow.
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:-UsePerfData",
    // Warnings of the virtual machine go to standard output otherwise.
    "-Xlog:disable",
    "-cp",
    archives.join(delimiter),
    "reconcilekit.Main",
  ];
  const stack = Math.max(LEAST_STACK, Math.round(OWN_STACK + STACK_FACTOR * limits.stack));
  const settings = [limits.deadline, 1000 * limits.steps, 1024 * stack].map(String);
  return { words, settings };
}
