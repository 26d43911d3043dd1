// Small shapes that say the same as a colour, so that nothing is meant by colour alone.

import type { BasisKind, Severity } from "reconcile-kit";
import type { Tone } from "../../../app/tone.js";

type Shape = Tone | BasisKind | Severity;

const CIRCLE = "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z";
const CHECK = "m4.8 8.3 2.2 2.3 4.3-4.9";
const TRIANGLE = "M8 2 15 14H1Z";

/** Filled outlines first, then lines on top of them. */
const SHAPES: Readonly<Record<Shape, { filled?: string; outline?: string; lines?: string }>> = {
  good: { filled: CIRCLE, lines: CHECK },
  waiting: { filled: "M8 .9 15.1 8 8 15.1.9 8Z", lines: "M8 4.6v3.6l2.1 2" },
  refused: {
    filled: "M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2Z",
    lines: "m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2",
  },
  documented: { filled: CIRCLE, lines: CHECK },
  source: { outline: "M2 2.5h12v11H2Z", lines: "M6.4 5.4 4 8l2.4 2.6m3.2-5.2L12 8l-2.4 2.6" },
  issue: { outline: CIRCLE, lines: "M8 7.2v1.6" },
  inferred: { outline: CIRCLE, filled: "M8 1.5a6.5 6.5 0 0 1 0 13Z" },
  assumed: {
    outline: TRIANGLE,
    lines: "M6.6 7.6c0-2 2.9-1.9 2.9-.2 0 1.2-1.5 1.1-1.5 2.5m0 1.8v.2",
  },
  error: {
    filled: "M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2Z",
    lines: "m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2",
  },
  warning: { filled: TRIANGLE, lines: "M8 6.4v3.4m0 1.9v.2" },
  info: { filled: CIRCLE, lines: "M8 7.4v4M8 4.6v.2" },
};

/** The shape of an ending, a basis or a severity; the word for it stands beside it. */
export function Mark({ shape }: { readonly shape: Shape }) {
  const { filled, outline, lines } = SHAPES[shape];
  return (
    <svg class={`mark mark-${shape}`} viewBox="0 0 16 16" aria-hidden="true">
      {outline && <path class="outline" d={outline} />}
      {filled && <path class="filled" d={filled} />}
      {lines && <path class={filled ? "lines on-filled" : "lines"} d={lines} />}
    </svg>
  );
}
