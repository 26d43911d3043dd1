// Takes the keyboard to a pane.

import { type Side, side } from "../../app/layout.js";

/** Shows a pane, and puts the focus on its open tab. */
export function goTo(pane: Side): void {
  side.value = pane;
  // The pane may have to be drawn first.
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`.pane-${pane} [role=tab][aria-selected=true]`)?.focus();
  });
}
