import type { Outcome } from "reconcile-kit";
import { outputTab } from "../../../app/layout.js";
import type { Result } from "../../../app/store.js";
import { toneOf } from "../../../app/tone.js";
import type { Draft } from "../../../draft/draft.js";
import { engineWords } from "../../parts/engine.js";
import { Mark } from "../parts/Mark.js";
import { DECISIONS, statusWords } from "../parts/words.js";

/** What becomes of the person, in big words. A screen reader says it whenever it changes. */
export function Verdict({ outcome }: { readonly outcome: Outcome }) {
  const { status, decision, verdict } = outcome;
  const tone = toneOf(status);
  return (
    <div class={`said-first ${tone}`}>
      <p class="sentence">The person {verdict.replace(/\.?$/, ".")}</p>
      <p class="chips">
        <span class={`chip ${tone}`}>
          <Mark shape={tone} />
          <b>{status}</b> {statusWords(status)}
        </span>
        <span class="chip">
          <code>{decision}</code> {DECISIONS[decision]}
        </span>
      </p>
      <Decisive outcome={outcome} />
    </div>
  );
}

/** What the outcome rests on although nobody documents it. */
function Decisive({ outcome: { assumptions } }: { readonly outcome: Outcome }) {
  const decisive = assumptions.filter((met) => met.decisive);
  if (decisive.length === 0) return null;
  const isOne = decisive.length === 1;
  return (
    <p class="decisive">
      <Mark shape="warning" />
      <span>
        This rests on {isOne ? "an assumption" : `${decisive.length} assumptions`}:{" "}
        {decisive.map(({ id, value }, index) => (
          <span key={id}>
            {index > 0 && ", "}
            <button
              type="button"
              class="link"
              onClick={() => {
                outputTab.value = "assumptions";
              }}
            >
              {id} is {value}
            </button>
          </span>
        ))}
      </span>
    </p>
  );
}

/** How the outcome came about: who ran what, and how long it took. */
export function Run({ outcome, result }: { readonly outcome: Outcome; readonly result: Result }) {
  const { lambdaRuns } = outcome;
  const runs = ["not run", "1 run", `${lambdaRuns} runs`][Math.min(lambdaRuns, 2)];
  return (
    <>
      <div>
        <dt>Mapping</dt>
        <dd>
          {runs}, {mappers(result.draft)}
        </dd>
      </div>
      <div>
        <dt>Took</dt>
        <dd>
          {result.took === undefined ? "just loaded" : milliseconds(result.took)}{" "}
          <span class="working">simulating…</span>
        </dd>
      </div>
    </>
  );
}

/** Who maps the claims, in FusionAuth's order. */
function mappers({ policy, lambda, fusionauth }: Draft): string {
  const used = [
    policy.used && "policy",
    lambda.used && `lambda in ${engineWords(fusionauth).short}`,
  ].filter(Boolean);
  return used.length === 0 ? "no lambda" : used.join(", then ");
}

function milliseconds(took: number): string {
  return took < 1 ? "less than 1 ms" : `${Math.round(took)} ms`;
}
