// From counters to what was covered.

import type { Arm, Points } from "./points.js";

/** How a lambda was covered. */
export interface LambdaCoverage {
  /** Its file, or where its text stands in a scenario. */
  readonly name: string;
  /** Whether it is a file of its own. */
  readonly isFile: boolean;
  /** How often each line was reached on which a statement begins. */
  readonly lines: ReadonlyMap<number, number>;
  readonly functions: readonly {
    readonly name: string;
    readonly line: number;
    readonly calls: number;
  }[];
  /** How often each branch went on in which of its ways. */
  readonly branches: readonly { readonly line: number; readonly taken: readonly number[] }[];
}

/** How many of the things that count were reached. */
export interface Ratio {
  readonly covered: number;
  readonly total: number;
}

/** The three figures of a lambda, or of all of them. */
export interface Figures {
  readonly lines: Ratio;
  readonly branches: Ratio;
  readonly functions: Ratio;
}

/** What `counts` say of the lambda `name`, in which `points` were counted. */
export function coverageOf(
  lambda: Pick<LambdaCoverage, "name" | "isFile">,
  points: Points,
  counts: readonly number[],
): LambdaCoverage {
  const countOf = (counter: number) => counts[counter] ?? 0;
  const taken = ({ counter, without }: Arm) =>
    Math.max(0, countOf(counter) - (without === undefined ? 0 : countOf(without)));
  const lines = new Map<number, number>();
  for (const { line, counter } of points.statements) {
    lines.set(line, Math.max(lines.get(line) ?? 0, countOf(counter)));
  }
  return {
    ...lambda,
    lines: new Map([...lines].sort(([a], [b]) => a - b)),
    functions: points.functions.map(({ name, line, counter }) => ({
      name,
      line,
      calls: countOf(counter),
    })),
    branches: points.branches.map(({ line, arms }) => ({ line, taken: arms.map(taken) })),
  };
}

/** The figures of some lambdas together. */
export function figuresOf(lambdas: readonly LambdaCoverage[]): Figures {
  const counted = (counts: readonly number[]): Ratio => ({
    covered: counts.filter((count) => count > 0).length,
    total: counts.length,
  });
  return {
    lines: counted(lambdas.flatMap(({ lines }) => [...lines.values()])),
    branches: counted(lambdas.flatMap(({ branches }) => branches.flatMap(({ taken }) => taken))),
    functions: counted(lambdas.flatMap(({ functions }) => functions.map(({ calls }) => calls))),
  };
}

/** A ratio in per cent. Nothing to reach is all reached. */
export function percent({ covered, total }: Ratio): number {
  return total === 0 ? 100 : (covered / total) * 100;
}

/** The lines on which something was never reached: a statement, or a way to go on. */
export function uncovered({ lines, branches }: LambdaCoverage): {
  readonly lines: readonly number[];
  readonly branches: readonly number[];
} {
  const missed = [...lines].filter(([, count]) => count === 0).map(([line]) => line);
  const partly = branches
    .filter(({ line, taken }) => !missed.includes(line) && taken.includes(0))
    .map(({ line }) => line);
  return { lines: missed, branches: [...new Set(partly)].sort((a, b) => a - b) };
}
