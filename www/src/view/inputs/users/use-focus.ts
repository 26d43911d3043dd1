// Where the focus goes in a table whose rows come and go.

import { useLayoutEffect, useRef } from "preact/hooks";

/** A cell: the row's place and the cell's name, as `data-row` and `data-cell` have them. */
interface Place {
  readonly row: number;
  readonly cell: string;
}

/** A table in this element; `goTo` moves the focus as soon as the cell is there. */
export function useFocus() {
  const root = useRef<HTMLDivElement>(null);
  const wanted = useRef<Place | undefined>(undefined);
  useLayoutEffect(() => {
    const place = wanted.current;
    wanted.current = undefined;
    if (place && root.current) focusOn(root.current, place);
  });
  const goTo = (place: Place, edit?: () => void) => {
    if (edit) {
      wanted.current = place;
      edit();
    } else if (root.current) focusOn(root.current, place);
  };
  return { root, goTo };
}

/** The cell, or the first of its row; where the last row is gone, the button that adds one. */
function focusOn(root: HTMLElement, { row, cell }: Place): void {
  const line = `[data-row="${row}"]`;
  const found =
    root.querySelector<HTMLElement>(`${line} [data-cell="${cell}"]`) ??
    root.querySelector<HTMLElement>(`${line} [data-cell]`) ??
    root.querySelector<HTMLElement>("button.add");
  found?.focus();
  if (found instanceof HTMLInputElement && found.type !== "checkbox") found.select();
}
