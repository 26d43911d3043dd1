// How narrow the window is. The style sheets say the same widths.

import { type ReadonlySignal, signal } from "@preact/signals";

function follows(media: string): ReadonlySignal<boolean> {
  const query = window.matchMedia(media);
  const is = signal(query.matches);
  query.addEventListener("change", ({ matches }) => {
    is.value = matches;
  });
  return is;
}

/** Whether one pane is shown at a time. */
export const isNarrow = follows("(max-width: 800px)");

/** Whether what concerns the whole page has to go into a menu. */
export const isCompact = follows("(max-width: 1000px)");
