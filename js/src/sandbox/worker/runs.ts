// The runs of a lambda during one preview.

import type { LoadedLambda } from "../engine.js";
import { withoutHalves } from "./half-characters.js";

/** What a call begins with that makes no difference to the lambda. */
const UNSEEN = /^\{"run":\d+,"exploring":(?:true|false),/;

/**
 * Runs a lambda for one preview. The core asks again for each alternative of an assumption, mostly with the
 * arguments that it asked with before; as every run begins afresh, it would answer the same.
 */
export class Runs {
  readonly #lambda: LoadedLambda;
  readonly #isRunning: () => void;
  readonly #answers = new Map<string, string>();

  /** @param isRunning Is called before each run. */
  constructor(lambda: LoadedLambda, isRunning: () => void) {
    this.#lambda = lambda;
    this.#isRunning = isRunning;
  }

  /** The answer to a call. */
  answer(call: string): string {
    const seen = call.replace(UNSEEN, "{");
    const known = this.#answers.get(seen);
    if (known !== undefined) return known;
    this.#isRunning();
    const answer = withoutHalves(this.#lambda.run(call));
    this.#answers.set(seen, answer);
    return answer;
  }
}
