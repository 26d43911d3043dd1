// Comments that silence a rule: `// reconcile-kit-ignore RULE[, RULE] [-- reason]`.

import type { Comment } from "acorn";
import type { Source, Span } from "./source.js";

/** A rule that a comment silences. */
export interface Suppression {
  readonly rule: string;
  /** Where the rule's name stands. */
  readonly at: Span;
  /** The line that it is silent in; nothing for the whole file. */
  readonly line: number | undefined;
}

/** How many blanks and empty lines may stand between a comment and what it is about. */
const LONGEST_BLANK = 1000;

const FORM = /^[\s*]*reconcile-kit-ignore(-file)?(?![\w-])/;

/** What the comments of a lambda silence. A comment that names no rule silences one without a name. */
export function suppressionsIn(comments: readonly Comment[], source: Source): Suppression[] {
  const next = codeAfter(comments, source);
  return comments.flatMap((comment) => {
    const form = FORM.exec(comment.value);
    if (!form) return [];
    const line = form[1] ? undefined : lineMeantBy(comment, next, source);
    const reason = comment.value.indexOf("--", form[0].length);
    const names = comment.value.slice(form[0].length, reason < 0 ? undefined : reason);
    const first = comment.start + 2 + form[0].length;
    const rules = [...names.matchAll(/[^\s,*]+/g)].map(({ 0: rule, index }) => ({
      rule,
      at: { start: first + index, end: first + index + rule.length },
      line,
    }));
    return rules.length > 0 ? rules : [{ rule: "", at: comment, line }];
  });
}

/** The comment's own line when code stands before it, otherwise the next one that has code. */
function lineMeantBy(
  { start }: Comment,
  next: ReadonlyMap<number, number>,
  source: Source,
): number {
  const own = source.lineOf(start);
  const before = source.text.slice(source.startOf(own), start);
  return before.trim() ? own : source.lineOf(next.get(start) ?? start);
}

/** By the place of each comment, where code goes on after it and the comments that follow it. */
function codeAfter(comments: readonly Comment[], { text }: Source): Map<number, number> {
  const next = new Map<number, number>();
  for (const { start, end } of [...comments].reverse()) {
    const blank = /^\s*/.exec(text.slice(end, end + LONGEST_BLANK))?.[0].length ?? 0;
    next.set(start, next.get(end + blank) ?? end + blank);
  }
  return next;
}
