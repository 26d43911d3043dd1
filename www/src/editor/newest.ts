// Work that follows changes: it waits for a pause, and only the newest change counts.

/** Work that can be started again before it is done. */
export interface Newest<About> {
  start(about: About): void;
  stop(): void;
}

/**
 * Does `work` once nothing was started for `pause` milliseconds. Where its answer comes after a newer start,
 * `isNewest` is false and the answer is to be dropped.
 */
export function newestOf<About>(
  pause: number,
  work: (about: About, isNewest: () => boolean) => Promise<void>,
): Newest<About> {
  let started = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    start(about) {
      const own = ++started;
      clearTimeout(timer);
      timer = setTimeout(() => void work(about, () => own === started), pause);
    },
    stop() {
      started++;
      clearTimeout(timer);
    },
  };
}
