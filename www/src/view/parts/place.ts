// Where something that floats stands: beside what it belongs to, and inside the window.

/** Between what floats and what it belongs to, and between it and the window's edge, in pixels. */
const AWAY = 4;
const EDGE = 8;

/** How a popup's left edge is found. */
export type Align = "start" | "end" | "centre";

/** Puts `popup` below `anchor`, or above it where there is more room. */
export function place(popup: HTMLElement, anchor: HTMLElement, align: Align): void {
  const at = anchor.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const [below, above] = [height - at.bottom - AWAY - EDGE, at.top - AWAY - EDGE];
  popup.style.maxHeight = "none";
  const size = popup.getBoundingClientRect();
  const isBelow = size.height <= below || below >= above;
  const tall = Math.min(size.height, isBelow ? below : above);
  popup.style.maxHeight = `${Math.max(tall, 48)}px`;
  const lefts = {
    start: at.left,
    end: at.right - size.width,
    centre: (at.left + at.right - size.width) / 2,
  };
  const left = Math.max(EDGE, Math.min(lefts[align], width - size.width - EDGE));
  popup.style.left = `${left}px`;
  popup.style.top = `${isBelow ? at.bottom + AWAY : at.top - AWAY - tall}px`;
}
