// Which blocks of the code under test an input ran: what V8 counts, so that nothing has to be instrumented.

import { Session } from "node:inspector";

/** Counts in modules whose address contains `part`. */
export class Coverage {
  #session = new Session();
  #part;
  #seen = new Set();

  constructor(part) {
    this.#part = part;
    this.#session.connect();
    this.#ask("Profiler.enable");
    this.#ask("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  #ask(method, options) {
    let answer;
    this.#session.post(method, options, (error, result) => {
      if (error) throw new Error(error.message);
      answer = result;
    });
    return answer;
  }

  /** How many blocks were met so far, each in steps of how often: once, a few times, often. */
  get size() {
    return this.#seen.size;
  }

  /** Whether anything ran that did not before, since the last call. */
  isNew() {
    const before = this.#seen.size;
    for (const { url, scriptId, functions } of this.#ask("Profiler.takePreciseCoverage").result) {
      if (!url.includes(this.#part)) continue;
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          if (count === 0) continue;
          const often = Math.min(4, Math.floor(Math.log2(count)));
          this.#seen.add(`${scriptId} ${startOffset} ${endOffset} ${often}`);
        }
      }
    }
    return this.#seen.size > before;
  }
}
