// Counts the ways in which it goes on: `if`, `switch`, `?:`, `&&`, `||`, `??` with their assignments, and defaults.

import type { Expression } from "acorn";
import type { RecursiveVisitors, WalkerCallback } from "acorn-walk";
import type { Recorder } from "./recorder.js";
import { inBlock, list } from "./statements.js";

type Visit = WalkerCallback<Recorder>;

/** How branches are visited. */
export const BRANCHES: RecursiveVisitors<Recorder> = {
  IfStatement({ start, test, consequent, alternate }, recorder, visit) {
    visit(test, recorder);
    const [yes, no] = [recorder.counter(), recorder.counter()];
    recorder.branch(start, [{ counter: yes }, { counter: no }]);
    inBlock(consequent, recorder, visit, [recorder.count(yes)]);
    if (alternate) inBlock(alternate, recorder, visit, [recorder.count(no)]);
    else recorder.insert(consequent.end, ` else{${recorder.count(no)};}`);
  },
  SwitchStatement({ start, discriminant, cases }, recorder, visit) {
    visit(discriminant, recorder);
    const counters = cases.map(() => recorder.counter());
    recorder.branch(
      start,
      counters.map((counter) => ({ counter })),
    );
    for (const [index, { test, consequent, end }] of cases.entries()) {
      if (test) visit(test, recorder);
      recorder.insert(consequent[0]?.start ?? end, `${recorder.count(counters[index] ?? 0)};`);
      list(consequent, recorder, visit);
    }
  },
  ConditionalExpression({ start, test, consequent, alternate }, recorder, visit) {
    visit(test, recorder);
    const [yes, no] = [recorder.counter(), recorder.counter()];
    recorder.branch(start, [{ counter: yes }, { counter: no }]);
    counted(consequent, recorder, visit, yes);
    counted(alternate, recorder, visit, no);
  },
  LogicalExpression({ start, left, right }, recorder, visit) {
    const [reached, further] = [recorder.counter(), recorder.counter()];
    recorder.branch(start, [{ counter: reached, without: further }, { counter: further }]);
    // Counted once the left side has its value: it may throw. `0,` keeps it from lending a function a name.
    recorder.insert(left.start, `(${recorder.held}=(0,`);
    visit(left, recorder);
    recorder.insert(left.end, `),${recorder.count(reached)},${recorder.held})`);
    counted(right, recorder, visit, further);
  },
  AssignmentExpression({ start, end, operator, left, right }, recorder, visit) {
    const isLogical = operator === "||=" || operator === "&&=" || operator === "??=";
    if (!isLogical || takesName(right)) {
      visit(left, recorder);
      visit(right, recorder);
      return;
    }
    const [reached, further] = [recorder.counter(), recorder.counter()];
    recorder.branch(start, [{ counter: reached, without: further }, { counter: further }]);
    recorder.insert(start, `(${recorder.count(reached)},`);
    visit(left, recorder);
    counted(right, recorder, visit, further);
    recorder.insert(end, ")");
  },
  AssignmentPattern({ left, right }, recorder, visit) {
    visit(left, recorder);
    if (takesName(right)) {
      visit(right, recorder);
      return;
    }
    const counter = recorder.counter();
    recorder.branch(right.start, [{ counter }]);
    counted(right, recorder, visit, counter);
  },
};

/** An expression that is counted before it is worked out. */
function counted(expression: Expression, recorder: Recorder, visit: Visit, counter: number): void {
  recorder.insert(expression.start, `(${recorder.count(counter)},`);
  visit(expression, recorder);
  recorder.insert(expression.end, ")");
}

/** Whether it is a function or class that is named after what it is assigned to, and would not be any more. */
function takesName(value: Expression): boolean {
  if (value.type === "ArrowFunctionExpression") return true;
  return (value.type === "FunctionExpression" || value.type === "ClassExpression") && !value.id;
}
