import { isGuideShown } from "../../app/layout.js";
import { GUIDANCE } from "./guidance.js";

/** Three lines for somebody who is new. */
export function Guide() {
  if (!isGuideShown.value) return null;
  return (
    <section class="guide" aria-label="First steps">
      <ol>
        {GUIDANCE.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <button
        type="button"
        class="small"
        onClick={() => {
          isGuideShown.value = false;
        }}
      >
        Got it
      </button>
    </section>
  );
}
