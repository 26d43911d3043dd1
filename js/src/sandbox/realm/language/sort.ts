// Sorting as GraalJS does it. Whichever way a list is sorted, a consistent comparison gives the same; but people
// write `(a, b) => a > b`, which never says that `a` comes first, and then the way decides. Java takes the ordered
// run that a list begins with and inserts the other members one by one, each by halving.

import { apply, bare, has, TypeErrorOf } from "../primordials.js";
import { supply } from "./supply.js";

type List = Record<number, unknown> & { length: number };
type Compare = (one: unknown, other: unknown) => unknown;
type Sort = (this: unknown, compare?: unknown) => unknown;

/** From this length on, Java merges several runs. QuickJS's own way is left to longer lists. */
const MERGED = 32;

/** The members of a list that are sorted, in a list of no prototype, and how many there are. */
interface Members {
  readonly values: Record<number, unknown>;
  readonly count: number;
  /** How many are `undefined`, which come last and are not compared. */
  readonly missing: number;
}

const { isView } = ArrayBuffer;
const { isArray } = Array;
/** Leaves the order as it is. */
const asItIs = () => 0;

/** Whether a list is sorted here. */
function isOurs(list: unknown, compare: unknown, isKind: (list: unknown) => boolean): boolean {
  if (compare === undefined || !isKind(list)) return false;
  if (typeof compare !== "function") {
    throw new TypeErrorOf("The comparison function must be either a function or undefined");
  }
  return (list as List).length < MERGED;
}

function membersOf(list: List): Members {
  const values = bare<unknown>();
  let count = 0;
  let missing = 0;
  const { length } = list;
  for (let index = 0; index < length; index++) {
    if (!has(list, index)) continue;
    const value = list[index];
    if (value === undefined) missing++;
    else values[count++] = value;
  }
  return { values, count, missing };
}

/** How long the run is that the list begins with. One that descends is turned round. */
function firstRun({ values, count }: Members, isBefore: (one: unknown, other: unknown) => boolean) {
  if (count < 2) return count;
  let end = 2;
  const descends = isBefore(values[1], values[0]);
  while (end < count && isBefore(values[end], values[end - 1]) === descends) end++;
  if (descends) {
    for (let low = 0, high = end - 1; low < high; low++, high--) {
      const value = values[low];
      values[low] = values[high];
      values[high] = value;
    }
  }
  return end;
}

function sortMembers(members: Members, compare: Compare): void {
  const isBefore = (one: unknown, other: unknown) =>
    // Unlike `Number(…)` this refuses a BigInt, as the language does.
    +(apply(compare, undefined, [one, other]) as number) < 0;
  const { values, count } = members;
  for (let index = firstRun(members, isBefore); index < count; index++) {
    const value = values[index];
    let low = 0;
    let high = index;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(value, values[middle])) high = middle;
      else low = middle + 1;
    }
    for (let place = index; place > low; place--) values[place] = values[place - 1];
    values[low] = value;
  }
}

/** Puts the members back. Holes come last. */
function putBack(list: List, { values, count, missing }: Members): void {
  const { length } = list;
  for (let index = 0; index < count + missing; index++) {
    list[index] = index < count ? values[index] : undefined;
  }
  for (let index = count + missing; index < length; index++) {
    if (has(list, index)) delete list[index];
  }
}

function sorted(list: List, compare: Compare): List {
  const members = membersOf(list);
  sortMembers(members, compare);
  putBack(list, members);
  return list;
}

/** Corrects the methods of lists and of typed arrays. */
export function installSort(): void {
  correct(Array.prototype, isArray);
  correct(Object.getPrototypeOf(Int8Array.prototype), isView as (list: unknown) => boolean);
}

function correct(prototype: object, isKind: (list: unknown) => boolean): void {
  const { sort: native, toSorted: copying } = prototype as { sort: Sort; toSorted: Sort };
  supply(
    prototype,
    {
      sort(this: unknown, compare?: unknown) {
        if (!isOurs(this, compare, isKind)) return apply(native, this, [compare]);
        return sorted(this as List, compare as Compare);
      },
      toSorted(this: unknown, compare?: unknown) {
        if (!isOurs(this, compare, isKind)) return apply(copying, this, [compare]);
        return sorted(apply(copying, this, [asItIs]) as List, compare as Compare);
      },
    },
    { sort: 1, toSorted: 1 },
  );
}
