// Arrow keys from card to card, as they stand on the page.

type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">;

/** The place of the box that an arrow key leads to; -1 where there is none that way. */
export function neighbour(key: string, from: number, boxes: readonly Box[]): number {
  if (key === "ArrowRight") return from + 1 < boxes.length ? from + 1 : -1;
  if (key === "ArrowLeft") return from - 1;
  const here = boxes[from];
  if (!here) return -1;
  const way = key === "ArrowDown" ? 1 : -1;
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  boxes.forEach((box, index) => {
    const down = way * (box.top - here.top);
    if (down < 1) return;
    // The nearest row comes first, and in it the nearest column.
    const distance = down * 10_000 + Math.abs(box.left - here.left);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

/** Goes from card to card, and from the search to the first card. */
export function walk(event: KeyboardEvent): void {
  const { key, target, currentTarget } = event;
  if (!key.startsWith("Arrow") || !(currentTarget instanceof HTMLElement)) return;
  const cards = [...currentTarget.querySelectorAll<HTMLElement>(".example")];
  const from = cards.indexOf(target as HTMLElement);
  if (from < 0 && key !== "ArrowDown") return;
  const to =
    from < 0
      ? 0
      : neighbour(
          key,
          from,
          cards.map((card) => card.getBoundingClientRect()),
        );
  const next = cards[to];
  if (next) event.preventDefault();
  next?.focus();
}
