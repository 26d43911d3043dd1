import { side } from "../../app/layout.js";
import { isStale, outcome, refusal } from "../../app/store.js";
import { toneOf } from "../../app/tone.js";
import { Strategy } from "./Strategy.js";

/** On a narrow window: strategy, what the login leads to, and which of the two panes is shown. */
export function NarrowHead() {
  return (
    <>
      <div class="narrow-strategy">
        <Strategy />
      </div>
      <div class="narrow-head">
        {/* biome-ignore lint/a11y/useSemanticElements: it is no part of a form */}
        <div class="switch" role="group" aria-label="What is shown">
          <button
            type="button"
            aria-pressed={side.value === "input"}
            onClick={() => {
              side.value = "input";
            }}
          >
            Input
          </button>
          <button
            type="button"
            aria-pressed={side.value === "outcome"}
            onClick={() => {
              side.value = "outcome";
            }}
          >
            Outcome
            <Short />
          </button>
        </div>
        {side.value === "input" && <Verdict />}
      </div>
    </>
  );
}

/** Status and decision, so that they are in sight wherever one is. */
function Short() {
  if (refusal.value) return <span class="badge bad">not valid</span>;
  const shown = outcome.value;
  if (!shown) return null;
  return (
    <span
      class={`badge ${BADGES[toneOf(shown.status)]}`}
    >{`${shown.status} ${shown.decision}`}</span>
  );
}

/** The sentence; the outcome's own is out of sight while the input is shown. */
function Verdict() {
  const shown = outcome.value;
  const text = refusal.value
    ? `Cannot be simulated: ${refusal.value.message}`
    : shown && `${shown.status}: The person ${shown.verdict}.`;
  return (
    <p class={isStale.value ? "narrow-verdict stale" : "narrow-verdict"} role="status">
      {text ?? "Starting the simulator"}
    </p>
  );
}

/** The badge of each tone. */
const BADGES = { good: "good", waiting: "warn", refused: "bad" } as const;
