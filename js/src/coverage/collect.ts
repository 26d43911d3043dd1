// Runs lambdas with counters in them, and adds up what several scenarios show of one lambda.

import { type Instrumented, instrument } from "./instrument.js";
import { coverageOf, type LambdaCoverage } from "./measure.js";

/** A scenario with its lambda, as it was simulated. */
export interface Subject {
  /** The scenario's JSON text. */
  readonly scenario: string;
  /** The lambda's text. */
  readonly body: string;
  /** The lambda's file, or where its text stands in the scenario. */
  readonly name: string;
  readonly isFile: boolean;
}

/** Simulates `scenario` with the lambda `body`, and answers what the global variable `name` holds after each run. */
export type Inspect = (scenario: string, body: string, name: string) => Promise<unknown[]>;

/** A lambda and what was counted in it so far. */
interface Tally extends Pick<LambdaCoverage, "name" | "isFile"> {
  readonly body: string;
  readonly instrumented: Instrumented | undefined;
  readonly counts: number[];
}

/** The coverage of the lambdas of some scenarios. */
export class Collector {
  readonly #inspect: Inspect;
  readonly #tallies = new Map<string, Tally>();

  /** @param inspect Runs a lambda and reads its counters. */
  constructor(inspect: Inspect) {
    this.#inspect = inspect;
  }

  /** Counts what the lambda does in one more scenario. A lambda that is not JavaScript has nothing to count. */
  async add(subject: Subject): Promise<void> {
    const { instrumented, counts } = this.#tallyOf(subject);
    if (!instrumented) return;
    const { body, name } = instrumented;
    for (const run of await this.#inspect(subject.scenario, body, name)) {
      if (!Array.isArray(run)) continue;
      run.forEach((count, counter) => {
        if (Number.isSafeInteger(count)) counts[counter] = (counts[counter] ?? 0) + count;
      });
    }
  }

  /** The coverage of each lambda, by its name. */
  coverage(): readonly LambdaCoverage[] {
    return [...this.#tallies.values()]
      .flatMap(({ name, isFile, instrumented, counts }) =>
        instrumented ? [coverageOf({ name, isFile }, instrumented.points, counts)] : [],
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  #tallyOf({ name, isFile, body }: Subject): Tally {
    const known = this.#tallies.get(name);
    // A file that was changed meanwhile is another lambda, of which nothing is known yet.
    if (known?.body === body) return known;
    const tally = { name, isFile, body, instrumented: instrument(body), counts: [] };
    this.#tallies.set(name, tally);
    return tally;
  }
}
