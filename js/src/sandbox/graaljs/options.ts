// How the process is started, so that the limits hold there.

import { delimiter } from "node:path";
import type { Limits } from "../limits.js";

/** What Java and GraalJS need for themselves, in MiB. */
const OWN_MEMORY = 96;
/** How much of Java's stack a call takes, against a call of QuickJS. */
const STACK_FACTOR = 9;

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
  const stack = STACK_FACTOR * 1024 * limits.stack;
  const settings = [limits.deadline, 1000 * limits.steps, stack].map(String);
  return { words, settings };
}
