// The claims that were read during a run, and which of them a value came from.

import { below, read, type Value } from "./pointers.js";
import type { Assignment, Source } from "./source.js";
import { type Candidate, fold, LONGEST, partsOf, SHORTEST, wordsOf } from "./sources.js";

/** When the members of objects were read, by the places of the objects. Moments count reads and writes. */
export type Moments = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A claim that was read: when first, and when last. */
interface Read extends Candidate {
  readonly first: number;
  readonly last: number;
  readonly key: string;
}

/** Most claims that are looked at for parts of a text: the ones that were read last. */
const MOST_PARTS = 200;

/** The claims that were read during one run. */
export class Reads {
  readonly #reads: readonly Read[];
  readonly #byMoment = new Map<number, Read>();
  /** Reads by a form of their text, made when it is asked for. */
  readonly #byForm = new Map<(text: string) => string, Map<string, Read[]>>();
  readonly #source: Source;

  constructor(first: Moments, last: Moments, given: object, source: Source) {
    this.#source = source;
    this.#reads = Object.entries(first).flatMap(([object, moments]) => {
      const members = (read(given, object) ?? {}) as Readonly<Record<string, Value>>;
      return Object.keys(moments).map((key) => {
        const value = Object.hasOwn(members, key) ? members[key] : undefined;
        const when = moments[key] ?? 0;
        return this.#noted(below(object, key), key, value, when, last[object]?.[key] ?? when);
      });
    });
  }

  #noted(place: string, key: string, value: Value | undefined, first: number, last: number): Read {
    const text = textOf(value);
    const noted = { place, key, first, last, text, folded: fold(text) };
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
    const named = this.#reads.filter(({ key, first }) => first < at && assignment?.names(key));
    const from = sourcesAmong(text, latestFirst(named, at));
    return from.length > 0 ? from : this.#sourcesAmongAll(text, at);
  }

  #sourcesAmongAll(text: string, at: number): string[] {
    for (const form of FORMS) {
      const sought = form(text);
      const same = sought === "" ? [] : (this.#formed(form).get(sought) ?? []);
      const [found] = latestFirst(same, at);
      if (found) return [found.place];
    }
    if (text.length > LONGEST) return [];
    return partsOf(fold(text), latestFirst(this.#reads, at).filter(isUsable).slice(0, MOST_PARTS));
  }

  #formed(form: (text: string) => string): Map<string, Read[]> {
    let formed = this.#byForm.get(form);
    if (formed) return formed;
    formed = new Map();
    for (const each of this.#reads) {
      if (!isUsable(each)) continue;
      const key = form(each.text);
      const same = formed.get(key);
      if (same) same.push(each);
      else formed.set(key, [each]);
    }
    this.#byForm.set(form, formed);
    return formed;
  }

  /** Whether a value says too little to tell by it where it came from: the author may have written it himself. */
  #isCommon(value: Value | undefined): boolean {
    if (typeof value !== "string" && typeof value !== "number") return true;
    return String(value).length < SHORTEST || this.#source.hasLiteral(value);
  }
}

/** The forms in which a value may be the claim's: as it is, in other case, its words in any order. */
const FORMS = [
  (text: string) => text,
  fold,
  (text: string) => (text.length > LONGEST ? "" : wordsOf(fold(text))),
];

function sourcesAmong(text: string, candidates: readonly Read[]): string[] {
  const usable = candidates.filter(isUsable);
  for (const form of FORMS) {
    const sought = form(text);
    const found = usable.find((candidate) => sought !== "" && form(candidate.text) === sought);
    if (found) return [found.place];
  }
  return text.length > LONGEST ? [] : partsOf(fold(text), usable);
}

function isUsable({ text }: Candidate): boolean {
  return text.length >= SHORTEST && text.length <= LONGEST;
}

/** The reads before the moment `at`, the latest first. */
function latestFirst(reads: readonly Read[], at: number): Read[] {
  const before = reads.filter(({ first }) => first < at);
  return before.sort((one, other) => moment(other, at) - moment(one, at));
}

/** When a claim was read for the last time before `at`, as far as it is known. */
function moment({ first, last }: Read, at: number): number {
  return last < at ? last : first;
}

function textOf(value: Value | undefined): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
