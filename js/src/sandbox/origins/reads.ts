// The claims that were read during a run, and which of them a value came from.

import { below, read, type Value } from "./pointers.js";
import type { Assignment, Source } from "./source.js";
import { type Candidate, SHORTEST, sourcesOf } from "./sources.js";

/** When the members of objects were read, by the places of the objects. Moments count reads and writes. */
export type Moments = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A claim that was read: when first, when last, and its value as text. */
interface Read extends Candidate {
  readonly first: number;
  readonly last: number;
  readonly key: string;
}

/** The claims that were read during one run. */
export class Reads {
  readonly #reads: readonly Read[];
  readonly #byMoment = new Map<number, Read>();
  readonly #source: Source;

  constructor(first: Moments, last: Moments, given: object, source: Source) {
    this.#source = source;
    this.#reads = Object.entries(first).flatMap(([object, moments]) => {
      const members = (read(given, object) ?? {}) as Readonly<Record<string, Value>>;
      return Object.keys(moments).map((key) => {
        const value = Object.hasOwn(members, key) ? members[key] : undefined;
        const when = moments[key] ?? 0;
        return this.#noted(object, key, value, when, last[object]?.[key] ?? when);
      });
    });
  }

  #noted(object: string, key: string, value: Value | undefined, first: number, last: number): Read {
    const noted = { place: below(object, key), key, first, last, text: textOf(value) };
    this.#byMoment.set(first, noted);
    this.#byMoment.set(last, noted);
    return noted;
  }

  /**
   * The claims that `value` came from, which was written by `assignment` at the moment `at`. Claims that the
   * assignment names come before all others.
   */
  sourcesOf(value: Value | undefined, at: number, assignment: Assignment | undefined): string[] {
    const text = textOf(value);
    const latest = this.#byMoment.get(at - 1);
    if (latest?.text === text && assignment?.names(latest.key)) return [latest.place];
    if (this.#isCommon(value)) return [];
    const latestFirst = this.#before(at);
    const named = latestFirst.filter(({ key }) => assignment?.names(key));
    const from = sourcesOf(text, named);
    return from.length > 0 ? from : sourcesOf(text, latestFirst);
  }

  #before(at: number): Read[] {
    const before = this.#reads.filter(({ first }) => first < at);
    return before.sort((one, other) => moment(other, at) - moment(one, at));
  }

  /** Whether a value says too little to tell by it where it came from: the author may have written it himself. */
  #isCommon(value: Value | undefined): boolean {
    if (typeof value !== "string" && typeof value !== "number") return true;
    return String(value).length < SHORTEST || this.#source.hasLiteral(value);
  }
}

/** When a claim was read for the last time before `at`, as far as it is known. */
function moment({ first, last }: Read, at: number): number {
  return last < at ? last : first;
}

function textOf(value: Value | undefined): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
