// Which nodes of the map a login passed, and in which order.

import type { Outcome, StepId, TraceStep } from "reconcile-kit";
import { FLOW, type FlowNode } from "./flow.js";

/** A node that a login passed. */
export interface Passed {
  readonly node: FlowNode;
  /** The core's steps there, in order; none where only the outcome tells. */
  readonly steps: readonly TraceStep[];
}

/** The way of a login over the map. */
export interface Way {
  readonly passed: ReadonlyMap<string, Passed>;
  /** The pairs of nodes that follow each other, and what lies beside the way. */
  readonly taken: readonly (readonly [from: string, to: string])[];
  /** Steps that no node knows: a newer core's. They are in the list below the drawing. */
  readonly unplaced: readonly TraceStep[];
}

const NODES: ReadonlyMap<StepId, FlowNode> = new Map(
  FLOW.flatMap(({ nodes }) => nodes.flatMap((node) => node.ids.map((id) => [id, node] as const))),
);

/** Reads a login's way from its outcome. */
export function wayOf(outcome: Outcome): Way {
  const steps = new Map<FlowNode, TraceStep[]>();
  const unplaced: TraceStep[] = [];
  for (const step of outcome.trace) {
    const node = NODES.get(step.id);
    if (!node) unplaced.push(step);
    else steps.set(node, [...(steps.get(node) ?? []), step]);
  }
  const passed = new Map<string, Passed>();
  const order: FlowNode[] = [];
  for (const { nodes } of FLOW) {
    const lit = nodes.filter((node) => steps.has(node) || isHeld(node, outcome));
    // Within a row the core's order counts: it may ask the same question twice.
    lit.sort((one, other) => first(one, outcome.trace) - first(other, outcome.trace));
    for (const node of lit) passed.set(node.name, { node, steps: steps.get(node) ?? [] });
    order.push(...lit);
  }
  return { passed, taken: pairs(order), unplaced };
}

function isHeld({ decisions, holds }: FlowNode, outcome: Outcome): boolean {
  if (decisions?.includes(outcome.decision)) return true;
  return holds === "person" || (holds === "ignored" && outcome.ignoredWrites.length > 0);
}

function first({ ids }: FlowNode, trace: readonly TraceStep[]): number {
  return trace.findIndex(({ id }) => ids.includes(id));
}

function pairs(order: readonly FlowNode[]): [string, string][] {
  const taken: [string, string][] = [];
  let before: FlowNode | undefined;
  for (const node of order) {
    if (node.isAside) {
      const from = order.find(({ name }) => name === "mapped");
      if (from) taken.push([from.name, node.name]);
      continue;
    }
    if (before) taken.push([before.name, node.name]);
    before = node;
  }
  return taken;
}
