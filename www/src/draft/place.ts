// Where the core's findings stand in the pieces of the draft.

import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import type { Diagnostic } from "reconcile-kit";
import type { Composed, Piece, Stretch } from "./compose.js";
import { stepsOf } from "./pointer.js";

/**
 * The findings that belong to `piece`, with line and column inside its text. Columns count characters, as the core
 * counts them. What belongs to no text, such as the scenario's name, belongs to `settings` and has neither.
 */
export function findingsOf(
  piece: Piece,
  composed: Composed,
  findings: readonly Diagnostic[],
): readonly Diagnostic[] {
  const mine = findings.filter((finding) => pieceOf(finding, composed) === piece);
  if (piece === "lambda") return mine.map((one) => (one.file ? one : nowhere(one)));
  const stretch = composed.stretches.find((one) => one.piece === piece);
  return mine.map((finding) => (stretch ? placed(finding, stretch, composed) : nowhere(finding)));
}

/** The piece that a finding is about. */
export function pieceOf(finding: Diagnostic, { stretches, files }: Composed): Piece {
  if (isLambdas(finding, files?.lambda)) return "lambda";
  const { file, line, path } = finding;
  const byLine = stretches.find(({ first, last }) => isWithin(line, first, last));
  if (byLine && (!file || byLine.piece === "policy")) return byLine.piece;
  if (file && files?.policy === file) return "policy";
  const byPath = stretches.find(({ pointer }) => isBelow(path, pointer));
  if (byPath) return byPath.piece;
  return path.startsWith("/policy") ? "policy" : "settings";
}

/** Lines of a lambda's finding count in the lambda's own text: they have a file. */
function isLambdas({ file, path }: Diagnostic, lambda: string | undefined): boolean {
  if (file) return file === "lambda" || file === lambda;
  return isBelow(path, "/lambda");
}

function isWithin(line: number | null | undefined, first: number, last: number): boolean {
  return typeof line === "number" && line >= first && line <= last;
}

function isBelow(path: string, pointer: string): boolean {
  return path === pointer || path.startsWith(`${pointer}/`);
}

function placed(finding: Diagnostic, stretch: Stretch, composed: Composed): Diagnostic {
  const { line } = finding;
  if (isWithin(line, stretch.first, stretch.last)) {
    return { ...finding, line: Number(line) - stretch.first + 1 };
  }
  const text = textOf(stretch, composed);
  const steps = isBelow(finding.path, stretch.pointer)
    ? stepsOf(finding.path.slice(stretch.pointer.length))
    : [];
  return { ...finding, ...placeOf(text, nearest(text, steps)) };
}

/** A piece's text. */
export function textOf({ first, last }: Stretch, { text }: Composed): string {
  return text
    .split("\n")
    .slice(first - 1, last)
    .join("\n");
}

function nowhere({ line: _line, column: _column, ...finding }: Diagnostic): Diagnostic {
  return finding;
}

/** The offset of what the steps lead to, or of the last thing on the way that is there. */
function nearest(text: string, steps: readonly string[]): number {
  const root = parseTree(text);
  let node: Node | undefined = root;
  for (const step of steps) {
    const key = node?.type === "array" ? Number(step) : step;
    const next: Node | undefined = node && findNodeAtLocation(node, [key]);
    if (!next) break;
    node = next;
  }
  return node?.offset ?? 0;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: [...(before.at(-1) ?? "")].length + 1 };
}
