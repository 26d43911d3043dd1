// What is noted while a lambda runs: which claims it read, and what it wrote, in their order.

import { bare, deleteProperty, ErrorOf, indexOf, isArray, slice } from "./primordials.js";

/** What was noted of an object. Moments count reads and writes. */
export interface Notes {
  /** When a property was written last, with line and column where only the engine knows them: `7 3:12`. */
  writes?: Record<string, number | string>;
  /** When a property was read first, and when last if that was another time. */
  first?: Record<string, number>;
  last?: Record<string, number>;
  /** The properties that an object was written to, which may have been somewhere else before. */
  objects?: Record<string, boolean>;
}

/** It is enough for any lambda that people write, and not for one that fills the memory. */
const MOST_NOTES = 2000;
const AUTHORS_FILE = "reconcile.js:";
/** Longest text of a line and a column. */
const LONGEST_POSITION = 16;

/** Whether the lambda runs. What is read later is read to carry it back. */
export let isNoting = false;
let now = 0;
let notes = 0;
let placed = bare<unknown>();

/** Begins or ends to note. */
export function note(isRunning: boolean): void {
  isNoting = isRunning;
}

/** Whether there was more than can be told. */
export function isTooMuch(): boolean {
  return notes >= MOST_NOTES;
}

/** The names of properties that the author's text assigns in one place only: the host knows that place. */
export function placedByHost(names: Record<string, unknown>): void {
  placed = names;
}

/** The moment of a write that was announced, and of which nothing more is known. */
const ANNOUNCED = 0;

/** Notes that a property is going to be written: when the stack is full afterwards, it counts as written. */
export function announceWrite(noted: Notes, key: string): void {
  if (!isNoting) return;
  noted.writes ??= bare<number | string>();
  noted.writes[key] ??= ANNOUNCED;
}

/** Takes an announcement back: the property could not be written. */
export function withdrawWrite({ writes }: Notes, key: string): void {
  if (writes?.[key] === ANNOUNCED) deleteProperty(writes, key);
}

/** Notes that a property, which was announced, was written or deleted. */
export function noteWrite(noted: Notes, target: object, key: string, value: unknown): void {
  if (!isNoting || noted.writes === undefined) return;
  if (key === "length" && isArray(target)) return;
  const isNew = noted.writes[key] === ANNOUNCED;
  const isTold = (isNew ? ++notes : notes) < MOST_NOTES;
  const isPlaced = !isTold || placed[key] !== undefined;
  noted.writes[key] = isPlaced ? ++now : `${++now} ${positionIn(new ErrorOf().stack)}`;
  if (typeof value !== "object" || value === null) return;
  noted.objects ??= bare<boolean>();
  noted.objects[key] = true;
}

/** Line and column of the innermost function of the author's. */
function positionIn(stack: string | undefined): string {
  const found = stack === undefined ? -1 : indexOf(stack, AUTHORS_FILE);
  if (stack === undefined || found < 0) return "";
  const start = found + AUTHORS_FILE.length;
  return slice(stack, start, start + LONGEST_POSITION);
}

/** Notes that a claim was read. */
export function noteRead(noted: Notes, key: string): void {
  // What the lambda put into the claims itself is no claim.
  if (noted.writes?.[key] !== undefined) return;
  noted.first ??= bare<number>();
  if (noted.first[key] === undefined) {
    if (++notes < MOST_NOTES) noted.first[key] = ++now;
    return;
  }
  noted.last ??= bare<number>();
  noted.last[key] = ++now;
}
