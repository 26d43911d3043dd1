// How many pairs were the same, by where they come from and which engine ran them.

import { explain } from "./differences.mjs";
import { engineOf } from "./engines.mjs";

export class Tally {
  #listed;
  /** `same`, `explained` and `unexplained` by source and engine. */
  bySource = new Map();
  /** How often each listed difference was met. */
  byDifference = new Map();
  /** Results that nothing explains. */
  unexplained = [];
  /** Generated pairs whose lambda came to its end. */
  #ended = new Set();

  constructor(listed) {
    this.#listed = listed;
    for (const { id } of listed) this.byDifference.set(id, 0);
  }

  /** How many generated pairs have a lambda that came to its end. */
  get ended() {
    return this.#ended.size;
  }

  /** Takes in the result of a pair. */
  count(result) {
    const { pair, differences, graaljs } = result;
    const reasons = explain(result, this.#listed);
    for (const id of reasons) this.byDifference.set(id, this.byDifference.get(id) + 1);
    const state =
      differences.length === 0 ? "same" : reasons.length > 0 ? "explained" : "unexplained";
    this.#row(pair.source, engineOf(pair.scenario))[state] += 1;
    if (state === "unexplained") this.unexplained.push(result);
    if (pair.source === "generated" && hasEnded(graaljs)) this.#ended.add(pair.name);
  }

  /** Gives back the results that nothing explains, to be looked at once more. */
  takeUnexplained() {
    for (const { pair } of this.unexplained) {
      this.#row(pair.source, engineOf(pair.scenario)).unexplained -= 1;
    }
    return this.unexplained.splice(0);
  }

  /** Whether the listed differences leave something over. */
  isUnexplained(result) {
    return result.differences.length > 0 && explain(result, this.#listed).length === 0;
  }

  #row(source, engine) {
    const rows = this.bySource.get(source) ?? new Map();
    this.bySource.set(source, rows);
    const row = rows.get(engine) ?? { same: 0, explained: 0, unexplained: 0 };
    rows.set(engine, row);
    return row;
  }
}

/** Whether a lambda neither threw nor was stopped nor left what cannot be stored. */
function hasEnded(outcome) {
  return !outcome.includes('"code":"reconcile-failed"') && !outcome.includes('"code":"lambda-');
}
