// Says of what a lambda wrote which claims it came from, and where the assignment stands.

import { below, leavesBelow, read, type Value } from "./pointers.js";
import type { Position } from "./position.js";
import { type Moments, Reads } from "./reads.js";
import type { Assignment, Source } from "./source.js";

/** Where something that a lambda wrote came from: the wire's form. */
export interface Origin extends Partial<Position> {
  /** JSON Pointer to what was written. */
  readonly path: string;
  /** JSON Pointers to claims; empty for a constant, and where no claim is known. */
  readonly from: readonly string[];
}

/** What was noted during a run, by the places of objects; moments count reads and writes. */
export interface Noted {
  readonly first: Moments;
  readonly last?: Moments;
  readonly writes: Readonly<Record<string, Written>>;
  /** Where an object of the claims itself was put, and which. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** By property: the moment, or with line and column, `7 3:12`; 0 for the length of a list. */
type Written = Readonly<Record<string, number | string>>;

/** A run: the arguments and what was left of them, by their names, what was noted, and the lambda's text. */
export interface Run {
  readonly given: object;
  readonly left: object;
  readonly noted: Noted;
  readonly source: Source;
  /** Where a place that the engine told is in the lambda's own text. */
  readonly originalOf: (position: Position) => Position;
}

/** A write: of a place, what is there now, when, and by which assignment. */
interface Write {
  readonly path: string;
  readonly value: Value | undefined;
  readonly at: number;
  readonly assignment: Assignment | undefined;
}

/** The origins of everything that was written during a run, in the order of writing. */
export function originsOf(run: Run): Origin[] {
  const { left, noted } = run;
  const writes: Write[] = [];
  for (const [place, written] of Object.entries(noted.writes)) {
    // What was written into claims is forgotten.
    const object = read(left, place);
    if (typeof object === "object" && object !== null) enter(writes, place, object, written, run);
  }
  if (writes.length === 0) return [];
  const search = new Search(run);
  writes.sort((one, other) => one.at - other.at);
  return writes.flatMap((write) => search.originsOf(write));
}

function enter(
  writes: Write[],
  place: string,
  object: Value & object,
  written: Written,
  { source, originalOf }: Run,
): void {
  for (const key of Object.keys(written)) {
    const noted = written[key] ?? 0;
    if (noted === 0) continue;
    const { at, frame } =
      typeof noted === "number" ? { at: noted, frame: undefined } : parsed(noted);
    const value = (Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined) as Value;
    writes.push({
      path: below(place, key),
      value,
      at,
      assignment: source.assignmentOf(key, frame && originalOf(frame)),
    });
  }
}

function parsed(noted: string): { at: number; frame: Position | undefined } {
  const [, at, line, column] = /^(\d+) (?:(\d+):(\d+))?/.exec(noted) ?? [];
  const frame = column === undefined ? undefined : { line: Number(line), column: Number(column) };
  return { at: Number(at), frame };
}

class Search {
  readonly #reads: Reads;
  readonly #aliases: Readonly<Record<string, string>>;
  readonly #source: Source;

  constructor({ given, noted, source }: Run) {
    this.#reads = new Reads(noted.first, noted.last ?? {}, given, source);
    this.#aliases = noted.aliases ?? {};
    this.#source = source;
  }

  originsOf(write: Write): Origin[] {
    const { path, value, at, assignment } = write;
    const alias = this.#aliases[path];
    if (alias !== undefined) return [{ path, from: [alias], ...assignment?.position }];
    if (typeof value === "object" && value !== null) return this.#originsBelow(value, write);
    const from = this.#reads.sourcesOf(value, at, assignment);
    return [{ path, from, ...assignment?.position }];
  }

  /** An object that the lambda made: what is in it may have been put there later, which nobody saw. */
  #originsBelow(value: Value & object, { path, at, assignment }: Write): Origin[] {
    const then: Origin[] = [];
    const later: Origin[] = [];
    for (const leaf of leavesBelow(value, path, this.#aliases)) {
      const alias = this.#aliases[leaf.path];
      const from =
        alias === undefined ? this.#reads.sourcesOf(leaf.value, at, assignment) : [alias];
      if (from.length > 0) then.push({ path: leaf.path, from, ...assignment?.position });
      else later.push(...this.#laterOrigin(leaf.path, leaf.value));
    }
    const whole = { path, from: merged(then.flatMap(({ from }) => from)), ...assignment?.position };
    return Array.isArray(value) ? [whole] : [whole, ...then, ...later];
  }

  #laterOrigin(path: string, value: Value): Origin[] {
    const from = this.#reads.sourcesOf(value, Number.POSITIVE_INFINITY, undefined);
    if (from.length === 0) return [];
    const assignment = this.#source.assignmentOf(lastStep(path), undefined);
    return [{ path, from, ...assignment?.position }];
  }
}

function lastStep(path: string): string {
  const step = path.slice(path.lastIndexOf("/") + 1);
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Each claim once, and a list for several of its entries. */
function merged(from: readonly string[]): string[] {
  const lists = from.map((place) => place.replace(/\/\d+$/, ""));
  const told = from.map((place, index) => {
    const list = lists[index] ?? place;
    const isSeveral = list !== place && lists.indexOf(list) !== lists.lastIndexOf(list);
    return isSeveral ? list : place;
  });
  return [...new Set(told)];
}
