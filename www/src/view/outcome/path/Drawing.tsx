import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Outcome } from "reconcile-kit";
import { Legend } from "./Basis.js";
import { type Box, type Edge, edgesOf } from "./edges.js";
import { FLOW, WAYS } from "./flow.js";
import type { Way } from "./lit.js";
import { Node, type Shown } from "./Node.js";

/** Below this width the ways run along one rail, in pixels. */
const NARROW = 500;

interface Lines {
  readonly width: number;
  readonly height: number;
  readonly taken: readonly Edge[];
  readonly faint: readonly Edge[];
}

const NO_LINES: Lines = { width: 0, height: 0, taken: [], faint: [] };

/** The way of a login, drawn on the map of all ways. Its list is the same for those who hear it. */
export function Drawing({ outcome, way }: { readonly outcome: Outcome; readonly way: Way }) {
  const root = useRef<HTMLDivElement>(null);
  const lines = useSignal<Lines>(NO_LINES);
  const shown = useSignal<Shown | undefined>(undefined);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const draw = () => {
      lines.value = measure(element, way);
    };
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    draw();
    return () => observer.disconnect();
  }, [way]);
  return (
    <figure class="drawing">
      <div ref={root} class="map">
        <Ways lines={lines.value} />
        <ol>
          {FLOW.map((row) => {
            const isPassed = row.nodes.some(({ name }) => way.passed.has(name));
            return (
              <li key={row.name} class={isPassed ? "row" : "row skipped"}>
                <h3>{row.question}</h3>
                <ul>
                  {columnsOf(row.nodes).map((nodes) => {
                    const [from = 1, to = 3] = nodes[0]?.columns ?? [];
                    return (
                      <li class="stack" key={from} style={{ gridColumn: `${from} / ${to + 1}` }}>
                        <ul>
                          {nodes.map((node) => (
                            <Node
                              key={node.name}
                              node={node}
                              passed={way.passed.get(node.name)}
                              outcome={outcome}
                              shown={shown}
                            />
                          ))}
                        </ul>
                      </li>
                    );
                  })}
                </ul>
              </li>
            );
          })}
        </ol>
      </div>
      <figcaption>
        <Legend />
      </figcaption>
    </figure>
  );
}

type Nodes = (typeof FLOW)[number]["nodes"];

/** Nodes of one column stand under each other. */
function columnsOf(nodes: Nodes): Nodes[] {
  const columns = new Map<number, Nodes>();
  for (const node of nodes) {
    columns.set(node.columns[0], [...(columns.get(node.columns[0]) ?? []), node]);
  }
  return [...columns.values()];
}

function Ways({ lines }: { readonly lines: Lines }) {
  const { width, height, taken, faint } = lines;
  return (
    <svg
      class="ways"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {faint.map(({ key, line }) => (
        <path key={key} class="faint" d={line} />
      ))}
      {taken.map(({ key, line, head }) => (
        <g key={key} class={key.endsWith(" refused") ? "taken to-refusal" : "taken"}>
          <path class="line" d={line} />
          <path class="head" d={head} />
        </g>
      ))}
    </svg>
  );
}

/** Reads where the boxes are, and lays the lines between them. */
function measure(root: HTMLElement, way: Way): Lines {
  const frame = root.getBoundingClientRect();
  const isNarrow = frame.width < NARROW;
  root.classList.toggle("narrow", isNarrow);
  const rows = new Map(FLOW.flatMap(({ nodes }, row) => nodes.map(({ name }) => [name, row])));
  const boxes: Box[] = [...root.querySelectorAll<HTMLElement>("[data-node]")].map((element) => {
    const name = element.dataset.node ?? "";
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return {
      name,
      row: rows.get(name) ?? 0,
      left: Math.round(left - frame.left),
      top: Math.round(top - frame.top),
      right: Math.round(right - frame.left),
      bottom: Math.round(bottom - frame.top),
    };
  });
  const isTaken = new Set(way.taken.map((pair) => pair.join(" ")));
  const others = isNarrow ? [] : WAYS.filter((pair) => !isTaken.has(pair.join(" ")));
  return {
    width: frame.width,
    height: root.offsetHeight,
    taken: edgesOf(boxes, way.taken, isNarrow),
    faint: edgesOf(boxes, others, isNarrow),
  };
}
