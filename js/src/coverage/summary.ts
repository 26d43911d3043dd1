// Coverage as a table for people.

import { figuresOf, type LambdaCoverage, percent, type Ratio, uncovered } from "./measure.js";

/** A table with a row a lambda, and one for all where there are several. */
export function summaryOf(lambdas: readonly LambdaCoverage[]): string {
  const rows = lambdas.map((lambda) => rowOf(lambda.name, [lambda], missing(lambda)));
  const all = lambdas.length > 1 ? [rowOf("all lambdas", lambdas, "")] : [];
  const table = [HEADINGS, ...rows, ...all];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table
    .map((row) =>
      row
        .map((cell, column) => padded(cell, column, widths))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const HEADINGS = ["lambda", "lines", "branches", "functions", "not reached"];

function padded(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  const isText = column === 0 || column === HEADINGS.length - 1;
  return isText ? cell.padEnd(width) : cell.padStart(width);
}

function rowOf(name: string, lambdas: readonly LambdaCoverage[], note: string): string[] {
  const { lines, branches, functions } = figuresOf(lambdas);
  return [name, ...[lines, branches, functions].map(percentText), note];
}

/** `66.6 %`: cut off, so that a hundred is only written where nothing is missing. */
export function percentText(ratio: Ratio): string {
  const figure = percent(ratio);
  return `${figure === 100 ? 100 : (Math.floor(figure * 10) / 10).toFixed(1)} %`;
}

/** `line 3, 7-9; branch in 12`. */
function missing(lambda: LambdaCoverage): string {
  const { lines, branches } = uncovered(lambda);
  const parts = [
    ...(lines.length > 0 ? [`line ${limited(ranges(lines, lambda))}`] : []),
    ...(branches.length > 0 ? [`branch in ${limited(branches)}`] : []),
  ];
  return parts.join("; ");
}

/** Most places that a row names. */
const MOST_PLACES = 8;

function limited(places: readonly (string | number)[]): string {
  const left = places.length - MOST_PLACES;
  const shown = places.slice(0, MOST_PLACES).join(", ");
  return left > 0 ? `${shown} and ${left} more` : shown;
}

/** Lines in short: those between which no other statement begins as `first-last`. */
function ranges(missed: readonly number[], { lines }: LambdaCoverage): string[] {
  const order = new Map([...lines.keys()].map((line, index) => [line, index]));
  const spans: { first: number; last: number }[] = [];
  for (const line of missed) {
    const span = spans.at(-1);
    const follows = span && order.get(line) === (order.get(span.last) ?? 0) + 1;
    if (follows) span.last = line;
    else spans.push({ first: line, last: line });
  }
  return spans.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
}
