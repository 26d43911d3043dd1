// Whether something is known to be there at a point of the lambda, because the author asked before.

import type { AnyNode, Expression } from "acorn";
import { isInside, isSame, type Path, type Paths } from "./paths.js";
import { isNullish, keyOf } from "./patterns.js";
import { isFunction, lowerBound, type NodeOf, type Tree } from "./tree.js";

/** A question, and how it was answered on the way to a point. */
export interface Condition {
  readonly test: AnyNode;
  readonly holds: boolean;
}

/** Enough for what people write; tests that are built of tests would take for ever. */
const DEEPEST = 40;

/** Enough for every lambda that a person wrote. After it nothing more is doubted. */
const MOST_STEPS = 1_000_000;

/** Knows what was asked before a point is reached. */
export class Guards {
  readonly #telling = new Map<AnyNode, readonly AnyNode[]>();
  #steps = 0;

  constructor(
    readonly tree: Tree,
    readonly paths: Paths,
  ) {}

  /** Whether there is a value at `path` whenever `node` is reached, or nothing happens when there is none. */
  isAssured(path: Path, node: AnyNode, depth = 0): boolean {
    if (depth > DEEPEST || this.#isTired()) return true;
    let inner = node;
    for (const outer of this.tree.around(node)) {
      if (isTried(outer, inner)) return true;
      if (this.#before(outer, inner).some((statement) => this.#assures(statement, path)))
        return true;
      const condition = conditionOn(outer, this.tree.roleOf(inner));
      if (condition && this.#implies(condition, path, depth)) return true;
      if (isFunction(outer)) {
        const calls = this.paths.callsOf(outer);
        if (calls.length > 0) return calls.every((call) => this.isAssured(path, call, depth + 1));
      }
      inner = outer;
    }
    return false;
  }

  /** Every question that was answered on the way to `node`, in this function and those around it. */
  *conditionsOn(node: AnyNode): Generator<Condition> {
    let inner = node;
    for (const outer of this.tree.around(node)) {
      for (const statement of this.#before(outer, inner)) {
        if (this.#isTired()) return;
        if (statement.type === "IfStatement") yield* afterwards(statement);
      }
      const condition = conditionOn(outer, this.tree.roleOf(inner));
      if (condition) yield condition;
      inner = outer;
    }
  }

  /** Whether a question on the way to `node` is about `path` or a part of it. */
  isAsked(path: Path, node: AnyNode): boolean {
    for (const { test } of this.conditionsOn(node)) if (this.isNamed(path, test)) return true;
    return this.#isTired();
  }

  /** Whether `path` or a part of it is read in `node`, also by way of a name. */
  isNamed(path: Path, node: AnyNode, depth = 0): boolean {
    for (const inner of this.tree.inside(node, ["Identifier", "MemberExpression"])) {
      if (this.#isTired()) return true;
      const read = this.paths.of(inner);
      if (read && isInside(read, path)) return true;
      if (inner.type !== "Identifier" || read || depth > 3) continue;
      const [origin] = this.paths.scopes.resolve(inner)?.origins ?? [];
      if (origin?.kind === "value" && this.isNamed(path, origin.of, depth + 1)) return true;
    }
    return false;
  }

  #isTired(): boolean {
    this.#steps += 1;
    return this.#steps > MOST_STEPS;
  }

  /** The statements that were carried out before `inner`, in the list that `outer` is, and tell of anything. */
  #before(outer: AnyNode, inner: AnyNode): readonly AnyNode[] {
    let telling = this.#telling.get(outer);
    if (!telling) {
      telling = statementsOf(outer).filter(tells);
      this.#telling.set(outer, telling);
    }
    return telling.slice(0, lowerBound(telling, inner.start));
  }

  /** Whether `path` has a value after `statement`. */
  #assures(statement: AnyNode, path: Path): boolean {
    if (this.#isTired()) return true;
    if (statement.type === "ExpressionStatement") return this.#gives(statement.expression, path);
    if (statement.type !== "IfStatement") return false;
    for (const condition of afterwards(statement)) {
      if (this.#implies(condition, path, 0)) return true;
    }
    // `if (!user.data) { user.data = {}; }`
    const { consequent, alternate, test } = statement;
    const body = consequent.type === "BlockStatement" ? consequent.body : [consequent];
    const isGiven = !alternate && body.some((inner) => this.#assures(inner, path));
    return isGiven && this.#implies({ test, holds: false }, path, 0);
  }

  /** Whether `expression` gives `path` a value. */
  #gives(expression: Expression, path: Path): boolean {
    if (expression.type === "LogicalExpression") {
      // `user.data || (user.data = {});`
      return expression.operator !== "&&" && this.#gives(expression.right, path);
    }
    if (expression.type !== "AssignmentExpression" || isNullish(expression.right)) return false;
    const { left, right, operator } = expression;
    const target = this.paths.of(left);
    if (!target || !isSame(target, path)) return false;
    if (operator !== "=") return operator === "||=" || operator === "??=";
    const value = this.paths.of(right);
    return !value || value.sure;
  }

  /** Whether a question that was answered says that `path` has a value. */
  #implies({ test, holds }: Condition, path: Path, depth: number): boolean {
    if (depth > DEEPEST || this.#isTired()) return true;
    const implies = (node: AnyNode, answer: boolean) =>
      this.#implies({ test: node, holds: answer }, path, depth + 1);
    switch (test.type) {
      case "LogicalExpression": {
        const [left, right] = [implies(test.left, holds), implies(test.right, holds)];
        return (test.operator === "&&") === holds ? left || right : left && right;
      }
      case "UnaryExpression":
        return test.operator === "!" && implies(test.argument, !holds);
      case "AssignmentExpression":
        return implies(test.left, holds) || implies(test.right, holds);
      case "SequenceExpression":
        return implies(test.expressions.at(-1) ?? test, holds);
      case "BinaryExpression":
        return this.#compared(test, holds, path);
      case "CallExpression":
        return this.#called(test, holds, path);
      default:
        return holds && this.#isThere(test, path, depth);
    }
  }

  /** Whether `node` being true means that `path` has a value. */
  #isThere(node: AnyNode, path: Path, depth: number): boolean {
    if (this.#reads(node, path)) return true;
    if (node.type !== "Identifier") return false;
    const [origin, ...others] = this.paths.scopes.resolve(node)?.origins ?? [];
    if (origin?.kind !== "value" || others.length > 0 || origin.keys.length > 0) return false;
    return this.#implies({ test: origin.of, holds: true }, path, depth + 1);
  }

  #compared(test: NodeOf<"BinaryExpression">, holds: boolean, path: Path): boolean {
    const { left, right, operator } = test;
    if (operator === "in") {
      const object = this.paths.of(right);
      const member = object && { ...object, keys: [...object.keys, keyOf(left, true)] };
      return holds && member !== undefined && isInside(member, path);
    }
    const isEquality = ["==", "===", "!=", "!=="].includes(operator);
    if (!isEquality) return holds && [left, right].some((side) => this.#reads(side, path));
    const isEqual = operator.startsWith("=") === holds;
    return this.#equals(left, right, isEqual, path) || this.#equals(right, left, isEqual, path);
  }

  /** Whether `side` being equal to `other`, or not, means that `path` has a value. */
  #equals(side: AnyNode, other: AnyNode, isEqual: boolean, path: Path): boolean {
    if (side.type === "UnaryExpression" && side.operator === "typeof") {
      const isUndefined = other.type === "Literal" && other.value === "undefined";
      return this.#reads(side.argument, path) && isEqual !== isUndefined;
    }
    return this.#reads(side, path) && isEqual !== isNullish(other);
  }

  #reads(node: AnyNode, path: Path): boolean {
    const read = this.paths.of(node);
    return read !== undefined && isInside(read, path);
  }

  /** What asking a function says: `Array.isArray(x)`, `o.hasOwnProperty("x")`, or the author's own. */
  #called(
    { callee, arguments: given }: NodeOf<"CallExpression">,
    holds: boolean,
    path: Path,
  ): boolean {
    const method =
      callee.type === "MemberExpression" ? keyOf(callee.property, callee.computed) : "";
    if (method === "hasOwn" || method === "hasOwnProperty" || method === "call") {
      const [first, second] = given;
      const isOwn = method === "hasOwnProperty" && callee.type === "MemberExpression";
      const [object, key] = isOwn ? [callee.object, first] : [first, second];
      const owner = object && this.paths.of(object);
      if (!owner || !key) return false;
      return holds && isInside({ ...owner, keys: [...owner.keys, keyOf(key, true)] }, path);
    }
    if (callee.type === "MemberExpression" && this.#reads(callee.object, path)) return holds;
    const isAbout = given.some((argument) => this.#reads(argument, path));
    // The author's own question may be put the other way round: `isMissing(jwt.address)`.
    return isAbout && (holds || callee.type === "Identifier");
  }
}

/** What is known once an `if` is over: one whose branch leaves the function was answered the other way. */
function* afterwards({ test, consequent, alternate }: NodeOf<"IfStatement">): Generator<Condition> {
  if (leaves(consequent)) yield { test, holds: false };
  if (alternate && leaves(alternate)) yield { test, holds: true };
}

/** Whether nothing after `statement` is reached. */
function leaves(statement: AnyNode, depth = 0): boolean {
  switch (statement.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return true;
    case "BlockStatement":
      return depth < DEEPEST && statement.body.some((inner) => leaves(inner, depth + 1));
    case "IfStatement":
      return (
        depth < DEEPEST &&
        leaves(statement.consequent, depth + 1) &&
        statement.alternate != null &&
        leaves(statement.alternate, depth + 1)
      );
    default:
      return false;
  }
}

/** The question that `outer` asks before it goes on to `inner`. */
function conditionOn(outer: AnyNode, role: string): Condition | undefined {
  switch (outer.type) {
    case "IfStatement":
    case "ConditionalExpression":
      if (role === "test") return undefined;
      return { test: outer.test, holds: role === "consequent" };
    case "LogicalExpression":
      return role === "right" ? { test: outer.left, holds: outer.operator === "&&" } : undefined;
    case "WhileStatement":
    case "ForStatement":
      return outer.test && (role === "body" || role === "update")
        ? { test: outer.test, holds: true }
        : undefined;
    default:
      return undefined;
  }
}

function isTried(outer: AnyNode, inner: AnyNode): boolean {
  return outer.type === "TryStatement" && outer.handler != null && outer.block === inner;
}

/** Whether a statement can say that something is there. */
function tells(statement: AnyNode): boolean {
  if (statement.type === "IfStatement") return true;
  if (statement.type !== "ExpressionStatement") return false;
  return ["AssignmentExpression", "LogicalExpression"].includes(statement.expression.type);
}

function statementsOf(node: AnyNode): readonly AnyNode[] {
  switch (node.type) {
    case "BlockStatement":
    case "Program":
    case "StaticBlock":
      return node.body;
    case "SwitchCase":
      return node.consequent;
    default:
      return [];
  }
}
