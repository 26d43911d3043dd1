// What the palette lists, and in which order.

import type { Signal } from "@preact/signals";
import { type Command, commands } from "../../../app/commands.js";
import { rank } from "../../../app/rank.js";
import { remembered } from "../../../app/remembered.js";
import { examples } from "../../../examples/all.js";
import { openExample } from "../../../examples/open.js";

/** A line of the palette. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly keys?: string;
  run(): void;
}

/** Lines under a heading. */
export interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

const GROUPS: readonly Command["group"][] = ["Go to", "Scenario", "Edit", "Share", "View", "Help"];
const RECENT = "Recently used";
const EXAMPLES = "Examples";
/** How many lines are kept as recently used. */
const KEPT = 5;

const recent: Signal<readonly string[]> = remembered<readonly string[]>("recent", [], isTexts);

function isTexts(stored: unknown): stored is readonly string[] {
  return Array.isArray(stored) && stored.every((one) => typeof one === "string");
}

/** Keeps a line as the one that was used last. */
export function used({ id }: Entry): void {
  recent.value = [id, ...recent.value.filter((other) => other !== id)].slice(0, KEPT);
}

/** Everything that can be done now. */
function entries(): readonly Entry[] {
  const possible = commands.value.filter(
    ({ id, isEnabled }) => id !== "palette" && (isEnabled?.() ?? true),
  );
  const openings = (examples.value ?? []).map((example) => ({
    id: `example ${example.path}`,
    title: example.name,
    group: EXAMPLES,
    run: () => openExample(example),
  }));
  return [...possible, ...openings];
}

/** The lines that a query finds, best first; without one, all of them by group. */
export function groups(query: string): readonly Group[] {
  const all = entries();
  if (query.trim() !== "") {
    const found = rank(query, all, ({ title, group }) => `${title} ${group}`);
    return found.length > 0 ? [{ title: "Found", entries: found }] : [];
  }
  const last = recent.value.flatMap((id) => all.find((entry) => entry.id === id) ?? []);
  const rest = all.filter((entry) => !last.includes(entry));
  const titled = [...GROUPS, EXAMPLES].map((title) => ({
    title,
    entries: rest.filter(({ group }) => group === title),
  }));
  return [{ title: RECENT, entries: last }, ...titled].filter((group) => group.entries.length > 0);
}
