// acorn's parser, stopped before a deeply nested text uses up the stack. Engines do not all survive that: V8 ends the
// process when it has to compile a regular expression there.

import { Parser } from "acorn";

/** The steps of acorn's parser that lead to themselves again. */
const RECURSIVE = [
  "parseStatement",
  "parseMaybeAssign",
  "parseMaybeUnary",
  "parseExprAtom",
  "parseExprOp",
  "parseBindingAtom",
  "regexp_disjunction",
  "regexp_eatNestedClass",
];

/** How many such steps may be open at a time: 300 brackets, or 1000 operators in a row. */
const MOST_STEPS = 1000;

/** A text is nested too deeply. */
export class TooDeep extends Error {}

/** A parser, and how many of the steps are open in it. */
interface Counting {
  openSteps?: number;
}

type Method = (this: Counting, ...given: unknown[]) => unknown;

/** A parser that throws {@link TooDeep}. */
export const LimitedParser: typeof Parser = Parser.extend((Base) => {
  class Limited extends Base {}
  // acorn's declarations leave the parser's own methods out, though they are there for plug-ins.
  const inherited = Base.prototype as unknown as Record<string, Method>;
  const methods = Limited.prototype as unknown as Record<string, Method>;
  for (const name of RECURSIVE) {
    const step = inherited[name];
    if (!step) throw new Error(`acorn's parser has no ${name}`);
    methods[name] = function (...given) {
      this.openSteps = (this.openSteps ?? 0) + 1;
      if (this.openSteps > MOST_STEPS) throw new TooDeep();
      const result = step.apply(this, given);
      this.openSteps--;
      return result;
    };
  }
  return Limited;
});
