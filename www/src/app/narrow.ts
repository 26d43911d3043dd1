// Whether the window is so narrow that the two panes take turns. The style sheets say the same width.

import { signal } from "@preact/signals";

const query = window.matchMedia("(max-width: 800px)");

/** Whether one pane is shown at a time. */
export const isNarrow = signal(query.matches);

query.addEventListener("change", ({ matches }) => {
  isNarrow.value = matches;
});
