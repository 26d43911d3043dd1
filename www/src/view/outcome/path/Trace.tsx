import type { TraceStep } from "reconcile-kit";
import { Words } from "../parts/Words.js";
import { counted } from "../parts/words.js";
import { Basis } from "./Basis.js";

/** Headings of the stages; a stage that is not here is shown by its name. */
const STAGES: Readonly<Record<string, string>> = {
  claims: "Claims",
  link: "Link",
  match: "Linking strategy",
  map: "Mapping",
  create: "User and link",
  register: "Registration",
  end: "End",
};

/** Steps of one stage that follow each other. */
interface Group {
  readonly stage: string;
  /** The number of its first step, from 1. */
  readonly first: number;
  readonly steps: readonly TraceStep[];
}

/** Every step with what it rests on; this is the whole reason, the drawing is its picture. */
export function Trace({ trace }: { readonly trace: readonly TraceStep[] }) {
  return (
    <section class="trace" aria-label="Every step">
      <h3 class="steps-heading">Every step, and what it rests on</h3>
      {groupsOf(trace).map(({ stage, first, steps }) => (
        <details key={first} open={stage === "map"}>
          <summary>
            <b class="stage-name">{STAGES[stage] ?? stage}</b>
            <span class="gist">
              {counted(steps.length, "step")}: <Words text={steps.at(-1)?.title ?? ""} />
            </span>
          </summary>
          <ol start={first}>
            {steps.map((step, index) => (
              <li key={index} class={step.id === "applied-rule" ? "rule" : undefined}>
                <p class="title">
                  <Words text={step.title} />
                </p>
                {step.detail && (
                  <p class="detail">
                    <Words text={step.detail} />
                  </p>
                )}
                <Basis basis={step.basis} />
              </li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  );
}

function groupsOf(trace: readonly TraceStep[]): Group[] {
  const groups: { stage: string; first: number; steps: TraceStep[] }[] = [];
  trace.forEach((step, index) => {
    const last = groups.at(-1);
    if (last?.stage === step.step) last.steps.push(step);
    else groups.push({ stage: step.step, first: index + 1, steps: [step] });
  });
  return groups;
}
