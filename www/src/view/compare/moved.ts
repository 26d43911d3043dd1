// The keys of a grid, as the ARIA practices have them.

/** Where a key leads from a cell; `undefined` for a key that leads nowhere. */
export function moved(
  { key, ctrlKey }: Pick<KeyboardEvent, "key" | "ctrlKey">,
  [y, x]: readonly [number, number],
  [lastY, lastX]: readonly [number, number],
): readonly [number, number] | undefined {
  switch (key) {
    case "ArrowDown":
      return [Math.min(y + 1, lastY), x];
    case "ArrowUp":
      return [Math.max(y - 1, 0), x];
    case "ArrowRight":
      return [y, Math.min(x + 1, lastX)];
    case "ArrowLeft":
      return [y, Math.max(x - 1, 0)];
    case "Home":
      return [ctrlKey ? 0 : y, 0];
    case "End":
      return [ctrlKey ? lastY : y, lastX];
    default:
      return undefined;
  }
}
