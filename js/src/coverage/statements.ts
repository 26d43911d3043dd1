// Counts statements. Where one stands without a block, it gets one.

import type { AnyNode, Program, Statement } from "acorn";
import type { RecursiveVisitors, WalkerCallback } from "acorn-walk";
import type { Recorder } from "./recorder.js";

type Visit = WalkerCallback<Recorder>;
type StatementList = Program["body"];

/** How statements are visited. */
export const STATEMENTS: RecursiveVisitors<Recorder> = {
  Program: ({ body }, recorder, visit) => list(body, recorder, visit),
  BlockStatement: ({ body }, recorder, visit) => list(body, recorder, visit),
  StaticBlock: ({ body }, recorder, visit) => list(body, recorder, visit),
  ForStatement({ init, test, update, body }, recorder, visit) {
    for (const part of [init, test, update]) if (part) visit(part, recorder);
    inBlock(body, recorder, visit);
  },
  ForInStatement: (node, recorder, visit) => forEach(node, recorder, visit),
  ForOfStatement: (node, recorder, visit) => forEach(node, recorder, visit),
  WhileStatement({ test, body }, recorder, visit) {
    visit(test, recorder);
    inBlock(body, recorder, visit);
  },
  DoWhileStatement({ body, test }, recorder, visit) {
    inBlock(body, recorder, visit);
    visit(test, recorder);
  },
  WithStatement({ object, body }, recorder, visit) {
    visit(object, recorder);
    inBlock(body, recorder, visit);
  },
};

function forEach(
  { left, right, body }: { left: AnyNode; right: AnyNode; body: Statement },
  recorder: Recorder,
  visit: Visit,
): void {
  visit(left, recorder);
  visit(right, recorder);
  inBlock(body, recorder, visit);
}

/** Statements one after the other, each with its counter before it. */
export function list(statements: StatementList, recorder: Recorder, visit: Visit): void {
  for (const statement of statements) {
    if (isCounted(statement)) {
      recorder.insert(statement.start, `${recorder.statement(statement.start)};`);
    }
    visit(statement, recorder);
  }
}

/** The body of another statement, with `counts` done first. A label stays at its loop: it is not a body. */
export function inBlock(
  body: Statement,
  recorder: Recorder,
  visit: Visit,
  counts: readonly string[] = [],
): void {
  const first = counts.map((count) => `${count};`).join("");
  if (body.type === "BlockStatement") {
    recorder.insert(body.start + 1, first);
    visit(body, recorder);
    return;
  }
  const own = isCounted(body) ? `${recorder.statement(body.start)};` : "";
  recorder.insert(body.start, `{${first}${own}`);
  visit(body, recorder);
  recorder.insert(body.end, "}");
}

/** Functions are there before anything runs; blocks count by what is in them; directives have to come first. */
function isCounted(statement: StatementList[number]): boolean {
  switch (statement.type) {
    case "FunctionDeclaration":
    case "EmptyStatement":
    case "BlockStatement":
      return false;
    case "ExpressionStatement":
      return statement.directive === undefined;
    default:
      return true;
  }
}

/** Where the first statement may stand that is no directive, and whether a directive needs to be ended before it. */
export function afterDirectives(
  statements: StatementList,
  start: number,
): { readonly offset: number; readonly end: string } {
  const directives = statements.filter(
    (statement) => statement.type === "ExpressionStatement" && statement.directive !== undefined,
  );
  const last = directives.at(-1);
  return last ? { offset: last.end, end: ";" } : { offset: start, end: "" };
}
