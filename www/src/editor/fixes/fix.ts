// What a quick fix is: a change to the text that a finding's rule always agrees with.

import type { Diagnostic } from "reconcile-kit";
import type { SyntaxNode } from "../json/place.js";

/** A piece of the text and what comes in its place. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A fix for one finding. */
export interface Repair {
  /** In the imperative: `Write console.info`. */
  readonly title: string;
  readonly changes: readonly Change[];
}

/** What a fix may look at. */
export interface Subject {
  readonly text: string;
  /** Where the finding is. */
  readonly at: number;
  readonly finding: Diagnostic;
  /** The top of the text's syntax tree. */
  readonly top: SyntaxNode;
  /** Whether the simulated version's engine reads `?.`. */
  readonly hasOptionalChaining: boolean;
}

/** Repairs a finding of one rule, where it can be sure. */
export type Fix = (subject: Subject) => Repair | undefined;

/** One change with a title. */
export function repair(title: string, from: number, to: number, insert: string): Repair {
  return { title, changes: [{ from, to, insert }] };
}

/** What a finding's help puts in backticks after `word`. */
export function quotedAfter({ help }: Diagnostic, word: string): string | undefined {
  return new RegExp(`${word} \`([^\`]+)\``).exec(help)?.[1];
}

/** The innermost node of one of these kinds that starts at `at`, or is around it. */
export function nodeAt(
  top: SyntaxNode,
  at: number,
  kinds: readonly string[],
): SyntaxNode | undefined {
  let node: SyntaxNode | null = top.resolveInner(at, 1);
  while (node && !kinds.includes(node.name)) node = node.parent;
  return node ?? undefined;
}

/** The expression that starts at `at` and has exactly this text. */
export function expressionOf({ top, text, at, finding }: Subject): SyntaxNode | undefined {
  const { found } = finding;
  if (!found) return undefined;
  let node: SyntaxNode | null = top.resolveInner(at, 1);
  while (node && node.from === at) {
    if (text.slice(node.from, node.to) === found) return node;
    node = node.parent;
  }
  return undefined;
}

/** The text of a node. */
export function sourceOf({ text }: Subject, { from, to }: { from: number; to: number }): string {
  return text.slice(from, to);
}
