// What cards and table have in common: a list of entries that one adds to.

import { useState } from "preact/hooks";

/** More than anybody edits by hand; the JSON has all of them. */
const SHOWN = 50;

/** Entries of a list, and how to add one. */
export interface Entries {
  readonly count: number;
  /** What is said where there are none. */
  readonly none: string;
  readonly canAdd: boolean;
  readonly addWords: string;
  add(): void;
}

/** How many of the entries are shown, until all of them are asked for. */
export function useShown(count: number) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? count : Math.min(count, SHOWN);
  return { shown, showAll: () => setWhole(true) };
}
