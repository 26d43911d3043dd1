// `--coverage`: which lines and branches of the lambdas the scenarios reach.

import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Collector } from "../../coverage/collect.js";
import { lcovOf } from "../../coverage/lcov.js";
import { type Figures, figuresOf, type LambdaCoverage, percent } from "../../coverage/measure.js";
import { percentText, summaryOf } from "../../coverage/summary.js";
import { ReconcileKitError } from "../../errors.js";
import { UsageError } from "../exit.js";
import { visible } from "../print/text.js";
import type { SourceDocument } from "../read-document.js";
import type { Simulator } from "../simulate.js";

/** What is measured, and what of it is enough. */
export interface Wish {
  /** Where `lcov.info` goes. */
  readonly directory: string;
  /** The least coverage of lines and branches, in per cent. */
  readonly least: number | undefined;
}

/** The coverage of a test run. */
export interface Coverage {
  readonly lambdas: readonly LambdaCoverage[];
  readonly figures: Figures;
  /** Why it is not enough, if it is not. */
  readonly lacks: readonly string[];
}

/** Measures the lambdas of scenarios while they are tested. */
export class Measurement {
  readonly #collector: Collector;

  /** @param simulator Runs the lambdas. */
  constructor(simulator: Simulator) {
    this.#collector = new Collector((...call) => simulator.inspect(...call));
  }

  /** Runs the scenario's lambda once more, with counters in it. */
  async add({ file, text, lambda }: SourceDocument): Promise<void> {
    const body = lambda?.source ?? bodyOf(text);
    if (body === undefined) return;
    const name = lambda?.file ?? `${file}#/lambda/body`;
    const subject = { scenario: text, body, name, isFile: lambda !== undefined };
    try {
      await this.#collector.add(subject);
    } catch (error) {
      // A lambda that counting slows down beyond its limits is not measured. Its test goes on.
      if (!(error instanceof ReconcileKitError)) throw error;
    }
  }

  /** What came of it. */
  coverage({ least }: Wish): Coverage {
    const lambdas = this.#collector.coverage();
    const figures = figuresOf(lambdas);
    return { lambdas, figures, lacks: least === undefined ? [] : lacksOf(lambdas, figures, least) };
  }
}

function bodyOf(scenario: string): string | undefined {
  const { lambda } = JSON.parse(scenario) as { lambda?: { body?: string } };
  return lambda?.body;
}

function lacksOf(
  lambdas: readonly LambdaCoverage[],
  { lines, branches }: Figures,
  least: number,
): string[] {
  if (lambdas.length === 0) return [`no lambda was run, and \`--min ${least}\` asks for coverage`];
  return Object.entries({ lines, branches })
    .filter(([, ratio]) => percent(ratio) < least)
    .map(([what, ratio]) => `${percentText(ratio)} of the ${what} were reached, not ${least} %`);
}

/**
 * Writes `lcov.info`, with paths from here.
 *
 * @throws {UsageError} when the directory cannot be written to.
 */
export function writeLcov({ directory }: Wish, { lambdas }: Coverage): void {
  const text = lcovOf(lambdas, (file) => relative(".", file).split(sep).join("/"));
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, "lcov.info"), text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `the coverage cannot be written: ${reason}`,
      "name a directory that you may write to: `--coverage=DIR`",
    );
  }
}

/** The coverage for people, and why it is not enough. */
export function coverageText({ lambdas, lacks }: Coverage): string {
  const named = lambdas.map((lambda) => ({ ...lambda, name: visible(lambda.name) }));
  const table = named.length === 0 ? "no lambda was run" : summaryOf(named);
  return `\n${[table, ...lacks.map((lack) => `not enough: ${lack}`)].join("\n")}\n`;
}

/** The coverage for programs. */
export function coverageJson({ lambdas, figures, lacks }: Coverage): object {
  const figuresIn = (of: Figures) =>
    Object.fromEntries(
      Object.entries(of).map(([what, ratio]) => [what, { ...ratio, percent: percent(ratio) }]),
    );
  return {
    ...figuresIn(figures),
    lambdas: lambdas.map((lambda) => ({ name: lambda.name, ...figuresIn(figuresOf([lambda])) })),
    lacks,
  };
}
