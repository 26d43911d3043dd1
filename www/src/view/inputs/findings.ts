// How many findings each tab has.

import type { Diagnostic } from "reconcile-kit";
import type { InputTab } from "../../app/layout.js";
import { tabOf } from "../../app/tabs.js";
import type { Composed } from "../../draft/compose.js";

/** How many findings each tab has. */
export function countByTab(
  composed: Composed,
  findings: readonly Diagnostic[],
): ReadonlyMap<InputTab, number> {
  const counts = new Map<InputTab, number>();
  for (const finding of findings) {
    const tab = tabOf(finding, composed);
    counts.set(tab, (counts.get(tab) ?? 0) + 1);
  }
  return counts;
}
