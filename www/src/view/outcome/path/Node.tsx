import type { Signal } from "@preact/signals";
import { useComputed } from "@preact/signals";
import { useId } from "preact/hooks";
import type { BasisKind, Outcome, TraceStep } from "reconcile-kit";
import { toneOf } from "../../../app/tone.js";
import { Mark } from "../parts/Mark.js";
import { Breakable, Words } from "../parts/Words.js";
import { counted } from "../parts/words.js";
import { Basis } from "./Basis.js";
import type { FlowNode } from "./flow.js";
import type { Passed } from "./lit.js";

/** The node whose bases are shown; a click keeps them there. */
export interface Shown {
  readonly name: string;
  readonly isKept: boolean;
}

interface Props {
  readonly node: FlowNode;
  readonly passed: Passed | undefined;
  readonly outcome: Outcome;
  readonly shown: Signal<Shown | undefined>;
}

/** A place on the map: strong with its steps where the login passed it, faint elsewhere. */
export function Node({ node, passed, outcome, shown }: Props) {
  if (!passed) {
    return (
      <li class="node" data-node={node.name}>
        <span class="said">Not taken: </span>
        {node.words}
      </li>
    );
  }
  return <PassedNode passed={passed} outcome={outcome} shown={shown} />;
}

function PassedNode({
  passed,
  outcome,
  shown,
}: Omit<Props, "node" | "passed"> & { passed: Passed }) {
  const { node, steps } = passed;
  const id = useId();
  const isShown = useComputed(() => shown.value?.name === node.name);
  const isKept = useComputed(() => isShown.value && shown.value?.isKept === true);
  const look = () => {
    if (!shown.peek()?.isKept) shown.value = { name: node.name, isKept: false };
  };
  const leave = () => {
    if (shown.peek()?.name === node.name && !shown.peek()?.isKept) shown.value = undefined;
  };
  const tone = node.ids.some((end) => ENDS.has(end)) ? toneOf(outcome.status) : "";
  const hasBasis = steps.length > 0;
  return (
    <li class={`node taken ${tone}`} data-node={node.name} onMouseEnter={look} onMouseLeave={leave}>
      <button
        type="button"
        aria-expanded={isShown}
        aria-describedby={isShown.value && hasBasis ? id : undefined}
        onFocus={look}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !isShown.value) return;
          event.stopPropagation();
          shown.value = undefined;
        }}
        onClick={() => {
          shown.value = isKept.value ? undefined : { name: node.name, isKept: true };
        }}
      >
        <span class="said">Taken: </span>
        <Telling passed={passed} outcome={outcome} />
      </button>
      {isShown.value && hasBasis && <Bases id={id} steps={steps} isKept={isKept.value} />}
    </li>
  );
}

const ENDS: ReadonlySet<string> = new Set([
  "logged-in",
  "logged-in-unregistered",
  "pending",
  "not-linked",
  "refused",
]);

/** The steps in the core's own words. */
function Telling({ passed: { node, steps }, outcome }: { passed: Passed; outcome: Outcome }) {
  const told = steps.filter(({ id }) => id !== node.counts?.id);
  const rest = steps.length - told.length;
  return (
    <>
      {steps.length > 0 && (
        <span class="weakest">
          <Mark shape={weakest(steps)} />
        </span>
      )}
      {told.length === 0 && (
        <span class="title">
          <Breakable text={heldWords(node, outcome)} />
        </span>
      )}
      {told.map(({ title, detail }, index) => (
        <span class="step" key={index}>
          <span class="title">
            <Words text={title} />
          </span>
          {detail && (
            <span class="detail">
              <Words text={detail} />
            </span>
          )}
        </span>
      ))}
      {node.counts && rest > 0 && (
        <span class="detail">{counted(rest, node.counts.one, node.counts.many)}, listed below</span>
      )}
      {steps.length > 0 && <span class="said">({weakest(steps)})</span>}
    </>
  );
}

/** What a node says that the outcome lights up without a step. */
function heldWords(node: FlowNode, { ignoredWrites, user }: Outcome): string {
  if (node.holds === "ignored") {
    return counted(ignoredWrites.length, "write has no effect", "writes have no effect");
  }
  const name = user?.email ?? user?.username ?? user?.id;
  return node.name === "kept" && name ? `${node.words} ${name}` : node.words;
}

const BY_STRENGTH: readonly BasisKind[] = ["documented", "source", "issue", "inferred", "assumed"];

/** The weakest thing that a node rests on: what is not sure is what one has to see. */
function weakest(steps: readonly TraceStep[]): BasisKind {
  const ranks = steps.map(({ basis }) => BY_STRENGTH.indexOf(basis.kind));
  return BY_STRENGTH[Math.max(...ranks)] ?? "documented";
}

interface BasesProps {
  readonly id: string;
  readonly steps: readonly TraceStep[];
  readonly isKept: boolean;
}

function Bases({ id, steps, isKept }: BasesProps) {
  return (
    <div class="bases" role="tooltip" id={id}>
      {steps.map(({ title, basis }, index) => (
        <div key={index}>
          <p class="title">
            <Words text={title} />
          </p>
          <Basis basis={basis} />
        </div>
      ))}
      <p class="hint">{isKept ? "Escape closes this" : "Click to keep this open"}</p>
    </div>
  );
}
