// Answers what realms ask about locales, by the `Intl` of whatever runs this. JSON text comes in and goes out, so no
// object of the host's ever gets into a realm.

import type { GraalJsVersion } from "../../engines/versions.js";
import { OPERATIONS } from "./operations.js";
import { Refused, refusalOf } from "./refusals.js";
import { created, type Made } from "./services.js";

/** How many objects of `Intl` are kept. A lambda may make any number, and each is large. */
const MOST_KEPT = 64;

/** Answers the questions of realms of one version. */
export class Answers {
  readonly #version: GraalJsVersion;
  readonly #made = new Map<string, Made>();

  constructor(version: GraalJsVersion) {
    this.#version = version;
  }

  /** The answer to `[key, operation, ...given]`: `{"value"}` or `{"refused", "type"}`. It never throws. */
  answer(question: string): string {
    const [key, operation, ...given] = JSON.parse(question) as [string, string, ...unknown[]];
    try {
      const made = this.#madeFor(key);
      const value = OPERATIONS[made.service]?.[operation]?.(made, given);
      return JSON.stringify({ value: value ?? null });
    } catch (error) {
      const { message, type } = refusalOf(error);
      return JSON.stringify({ refused: message, type });
    }
  }

  #madeFor(key: string): Made {
    const known = this.#made.get(key);
    if (known) return known;
    const [service, locales, options] = JSON.parse(key);
    const made = created({ service, locales, options, version: this.#version });
    if (this.#made.size >= MOST_KEPT) this.#made.clear();
    this.#made.set(key, made);
    return made;
  }
}

export { Refused };
