import type { BasisKind, Basis as BasisOfStep } from "reconcile-kit";
import { Mark } from "../parts/Mark.js";
import { BASES } from "../parts/words.js";

/** What a step rests on. */
export function Basis({ basis: { kind, ref } }: { readonly basis: BasisOfStep }) {
  return (
    <p class="basis" title={BASES[kind]}>
      <Mark shape={kind} /> <b>{kind}</b> {ref}
    </p>
  );
}

const KINDS: readonly BasisKind[] = ["documented", "issue", "inferred", "assumed"];

/** What the shapes and lines of the drawing mean. */
export function Legend() {
  return (
    <ul class="legend" aria-label="What the drawing shows">
      <li>
        <span class="sample taken" aria-hidden="true" /> taken
      </li>
      <li>
        <span class="sample" aria-hidden="true" /> not taken
      </li>
      {KINDS.map((kind) => (
        <li key={kind}>
          <Mark shape={kind} /> {kind}: {BASES[kind]}
        </li>
      ))}
    </ul>
  );
}
