import { useMemo } from "preact/hooks";
import type { Outcome } from "reconcile-kit";
import { Drawing } from "./Drawing.js";
import { wayOf } from "./lit.js";
import "./path.css";
import { Trace } from "./Trace.js";

/** The way that a login took, as a drawing and step by step. */
export function PathTab({ outcome }: { readonly outcome: Outcome }) {
  const way = useMemo(() => wayOf(outcome), [outcome]);
  return (
    <div class="path">
      <h2 class="said">The path of this login</h2>
      <Drawing outcome={outcome} way={way} />
      <Trace trace={outcome.trace} />
    </div>
  );
}
