// The same login under every strategy, as a table.

import type { Comparison, Outcome } from "../../types.js";
import { paintOf } from "./preview.js";
import type { Style } from "./style.js";
import { wrap } from "./text.js";

/** Widest line of the table: names of strategies are long. */
const TABLE_WIDTH = 100;

const HEADINGS = ["strategy", "status", "decision"];

/** A row a strategy; a strategy with several logins has a row for each. */
export function comparisonText(comparison: Comparison, style: Style): string {
  const rows = Object.entries(comparison).flatMap(([strategy, preview]) => {
    const outcomes: Outcome[] = "logins" in preview ? preview.logins : [preview];
    return outcomes.map((outcome, index) => ({ strategy: index === 0 ? strategy : "", outcome }));
  });
  const widths = HEADINGS.map((heading, column) => {
    const cells = rows.map(
      ({ strategy, outcome }) => [strategy, "", outcome.decision][column] ?? "",
    );
    return Math.max(heading.length, ...cells.map((cell) => cell.length));
  });
  const start = (cells: string[]) =>
    cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  const lines = rows.map(({ strategy, outcome }) => {
    const first = `${start([strategy, String(outcome.status), outcome.decision])}  `;
    const status = String(outcome.status);
    const text = wrap(outcome.verdict, first, TABLE_WIDTH);
    const at = (widths[0] ?? 0) + 2;
    return text.slice(0, at) + paintOf(outcome, style)(status) + text.slice(at + status.length);
  });
  return [style.faint(`${start(HEADINGS)}  the person`), ...lines].join("\n");
}
