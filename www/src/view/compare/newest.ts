// Work that follows the draft and comes after its outcome; only the newest counts.

import { effect } from "@preact/signals";
import { isRunning, result } from "../../app/store.js";

/** An outcome that took less than this is followed at once, in milliseconds. */
const QUICK = 100;
/** The longest pause before further work, in milliseconds. */
const LONGEST_PAUSE = 4000;

/**
 * Does `work` with what `read` reads from signals, again at each change, until it is told to stop. Where an outcome
 * takes long, as with a lambda that loops, typing has to rest first: else each letter would wait for this work.
 */
export function followNewest<T>(
  read: () => T,
  work: (of: T, isNewest: () => boolean) => Promise<void>,
): () => void {
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const of = read();
    const mine = ++turn;
    clearTimeout(timer);
    // The outcome comes first; when it is there, this runs again.
    if (isRunning.value) return;
    timer = setTimeout(() => void work(of, () => mine === turn), pause());
  });
  return () => {
    turn++;
    clearTimeout(timer);
    stop();
  };
}

function pause(): number {
  const took = result.peek()?.took ?? 0;
  return took < QUICK ? 0 : Math.min(2 * took, LONGEST_PAUSE);
}
