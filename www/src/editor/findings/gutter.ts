// The signs beside lines with findings. Each severity has a shape; a press shows what is said about the line.

import { type EditorState, type Range, RangeSet } from "@codemirror/state";
import { type EditorView, GutterMarker, gutter } from "@codemirror/view";
import type { Diagnostic } from "reconcile-kit";
import { showCard } from "../card.js";
import { type Placed, placedIn } from "./shown.js";

type Severity = Diagnostic["severity"];

/** Worst first. */
const ORDER: readonly Severity[] = ["error", "warning", "info"];
const SIGNS: Readonly<Record<Severity, string>> = { error: "✖", warning: "▲", info: "●" };

class Sign extends GutterMarker {
  readonly #severity: Severity;
  readonly #count: number;

  constructor(severity: Severity, count: number) {
    super();
    this.#severity = severity;
    this.#count = count;
  }

  override eq(other: Sign): boolean {
    return other.#severity === this.#severity && other.#count === this.#count;
  }

  override toDOM(): Node {
    const sign = document.createElement("div");
    sign.className = `cm-sign cm-sign-${this.#severity}`;
    sign.textContent = SIGNS[this.#severity];
    sign.title = this.#count === 1 ? this.#severity : `${this.#count} findings`;
    return sign;
  }
}

/** The gutter with the signs. */
export const findingsGutter = gutter({
  class: "cm-findings",
  markers: ({ state }) => signsIn(state),
  initialSpacer: () => new Sign("error", 1),
  domEventHandlers: {
    mousedown: (view, line) => showLine(view, line.from, line.to),
  },
});

function signsIn(state: EditorState): RangeSet<GutterMarker> {
  const lines = new Map<number, Severity[]>();
  for (const { from, finding } of placedIn(state)) {
    const { from: start } = state.doc.lineAt(from);
    lines.set(start, [...(lines.get(start) ?? []), finding.severity]);
  }
  const signs = [...lines].map(([start, severities]): Range<GutterMarker> => {
    const worst = ORDER.find((one) => severities.includes(one)) ?? "info";
    return new Sign(worst, severities.length).range(start);
  });
  return RangeSet.of(signs, true);
}

function showLine(view: EditorView, from: number, to: number): boolean {
  const isHere = (one: Placed) => one.from >= from && one.from <= to;
  const [first] = placedIn(view.state).filter(isHere);
  if (!first) return false;
  view.dispatch({ selection: { anchor: first.from } });
  showCard(view, { from, to });
  return true;
}
