// One place for what happened, wherever an engine points: QuickJS points at a dot or a bracket within an expression,
// GraalJS at its beginning, and both at the function when they know no better.

import type { AnyNode } from "acorn";
import { isFunction, type Tree } from "../../lambda-check/tree.js";
import type { Position } from "../origins/position.js";
import { spreadIn } from "../wording/failing.js";
import { bodyAround, contains, failingNode, newBefore, nodeAt } from "./find.js";
import type { Lines } from "./lines.js";

/** Messages of what takes a list or an object apart. */
const LIST = /is not iterable$|^Cannot read property 'Symbol\(Symbol\.iterator\)'/;
const TAKEN_APART =
  /^Cannot read property|^Cannot convert undefined or null to object|is not iterable$/;
/** Messages that name what was to be written. QuickJS may point into the value. */
const WRITTEN = /^(?:Cannot set property '(.*)' of|Assignment to constant "(.*)"$)/s;
/** In strict mode an assignment makes no variable. QuickJS points into the value then. */
const UNKNOWN = /^(.+) is not defined$/s;
/** Messages for which GraalJS knows the function, and nothing in it. */
const OF_THE_FUNCTION =
  /^Cannot (?:add|delete) (?:new )?property |^"[^"]*" is not a configurable property$|^Cannot redefine property: |^Division by zero$|^Remainder of zero division$|^Exponent must be positve$|^BigInts have no|^Maximum BigInt size exceeded$|trap returned falsish for property|is not an Object$/;

/** Where a failure with that message is said to be, of which an engine said `raw`. */
export function placeOfFailure(tree: Tree, lines: Lines, raw: Position, message: string): Position {
  const text = message.replace(/^\w*Error: /, "");
  const offset = lines.offsetOf(raw);
  const node = failingNode(tree, offset);
  return lines.positionOf(startOf(tree, node, offset, text));
}

function startOf(tree: Tree, node: AnyNode, offset: number, text: string): number {
  const body = bodyAround(tree, node);
  if (OF_THE_FUNCTION.test(text) && !isInCallOfBuiltIn(tree, node)) return body.start;
  if (/^not a constructor$|^protoParent is /.test(text)) {
    const found = [node, ...tree.around(node)].find(({ type }) => type.startsWith("Class"));
    return (found ?? tree.inside(node, ["ClassDeclaration", "ClassExpression"])[0] ?? node).start;
  }
  if (text.endsWith(" is not a constructor")) {
    const made = newBefore(tree, offset);
    if (made) return made.start;
  }
  const written = WRITTEN.exec(text);
  if (written) {
    const target = targetAround(tree, node, written[1] ?? written[2] ?? "");
    if (target) return target.start;
  }
  const [, unknown] = UNKNOWN.exec(text) ?? [];
  if (unknown !== undefined && !(node.type === "Identifier" && node.name === unknown)) {
    const target = targetAround(tree, node, unknown);
    if (target) return target.start;
  }
  if (text === "Invalid array length") {
    const assignment = [node, ...tree.around(node)].find(
      ({ type }) => type === "AssignmentExpression",
    );
    if (assignment) return assignment.start;
  }
  if (TAKEN_APART.test(text)) {
    const pattern = patternAround(tree, node);
    if (pattern) return pattern.start;
    const spread = LIST.test(text) && spreadIn(node);
    if (spread) return spread.start;
    const isVague = isFunction(node) || /Statement$|^Program$/.test(node.type);
    const taken = isVague ? takenApartIn(tree, node, text) : loopOver(tree, node, text);
    if (taken) return taken.start;
  }
  return node.type === "BlockStatement" || node.type === "Program" ? offset : node.start;
}

/** What is assigned around `node` and has that name. */
function targetAround(tree: Tree, node: AnyNode, name: string): AnyNode | undefined {
  for (const outer of [node, ...tree.around(node)]) {
    if (isFunction(outer)) return undefined;
    if (outer.type !== "AssignmentExpression") continue;
    const { left } = outer;
    const isNamed = left.type === "Identifier" ? left.name === name : nameOf(left) === name;
    if (isNamed) return left;
  }
  return undefined;
}

/** Whether a call begins where `node` does. */
function isInCallOfBuiltIn(tree: Tree, node: AnyNode): boolean {
  return [node, ...tree.around(node)].some(
    ({ type, start }) => type === "CallExpression" && start === node.start,
  );
}

/** The outermost pattern that `node` is in. */
function patternAround(tree: Tree, node: AnyNode): AnyNode | undefined {
  let found: AnyNode | undefined;
  for (const outer of [node, ...tree.around(node)]) {
    if (isFunction(outer) || outer.type.endsWith("Statement")) break;
    if (outer.type === "ObjectPattern" || outer.type === "ArrayPattern") found = outer;
  }
  return found;
}

/** The loop whose list `node` is, when that has no entries to give. */
function loopOver(tree: Tree, node: AnyNode, text: string): AnyNode | undefined {
  if (!LIST.test(text)) return undefined;
  for (
    let inner = node, outer = tree.parentOf(node);
    outer;
    inner = outer, outer = tree.parentOf(outer)
  ) {
    if (outer.type === "SpreadElement") return outer;
    if (outer.type === "ForOfStatement") return tree.roleOf(inner) === "right" ? outer : undefined;
    if (outer.type.endsWith("Statement") || isFunction(outer)) return undefined;
  }
  return undefined;
}

/** What takes something apart in a function or block, where the engine knows no more. */
function takenApartIn(tree: Tree, around: AnyNode, text: string): AnyNode | undefined {
  const body = bodyAround(tree, around);
  const isOwn = (node: AnyNode) => bodyAround(tree, tree.parentOf(node) ?? node) === body;
  const types = LIST.test(text)
    ? (["ForOfStatement", "ArrayPattern"] as const)
    : (["ObjectPattern"] as const);
  const found = tree.inside(around, [...types]).filter(isOwn);
  const [first] = found.sort((one, other) => one.start - other.start);
  return first && (patternAround(tree, first) ?? first);
}

/** Where a lambda that was stopped is said to be: `frames` are its own, from the inside outwards. */
export function placeOfStop(
  tree: Tree,
  lines: Lines,
  frames: readonly Position[],
  isFull: boolean,
): Position | undefined {
  const nodes = frames.map((frame) => methodOf(tree, nodeAt(tree, lines.offsetOf(frame))));
  if (isFull) {
    const starts = nodes.map((node) => bodyAround(tree, node).start);
    return starts.length > 0 ? lines.positionOf(Math.min(...starts)) : undefined;
  }
  const node = nodes.at(-1);
  if (!node) return undefined;
  // QuickJS may know the function only.
  const loop = isFunction(node) ? firstLoopIn(tree, node) : undefined;
  return lines.positionOf((loop ?? loopAround(tree, node)).start);
}

/** The function of a method whose name is `node`, which is where an engine may say that the method is. */
function methodOf(tree: Tree, node: AnyNode): AnyNode {
  const member = tree.roleOf(node) === "key" ? (tree.parentOf(node) ?? node) : node;
  if (member.type !== "Property" && member.type !== "MethodDefinition") return node;
  return member.value && isFunction(member.value) ? member.value : node;
}

const LOOP = /^(?:For|While|DoWhile)/;

/** The first loop of a function's own, which none is around. */
function firstLoopIn(tree: Tree, outer: AnyNode): AnyNode | undefined {
  const loops = tree.inside(outer, [
    "ForStatement",
    "ForInStatement",
    "ForOfStatement",
    "WhileStatement",
    "DoWhileStatement",
  ]);
  const own = loops.filter((loop) => bodyAround(tree, loop) === outer);
  return own.sort((one, other) => one.start - other.start)[0];
}

/** The outermost loop around `node` in its function, or the statement that it is in. */
function loopAround(tree: Tree, node: AnyNode): AnyNode {
  let loop: AnyNode | undefined;
  let statement: AnyNode | undefined;
  for (const outer of [node, ...tree.around(node)]) {
    if (isFunction(outer)) break;
    if (LOOP.test(outer.type)) loop = outer;
    if (/Statement$|^VariableDeclaration$/.test(outer.type)) statement ??= outer;
  }
  return loop ?? statement ?? node;
}

/** The assignment of `key` that an engine met at `raw`. */
export function assignmentAt(tree: Tree, lines: Lines, raw: Position, key: string): number {
  const offset = lines.offsetOf(raw);
  const node = failingNode(tree, offset);
  const scope = isFunction(node) ? node : statementAround(tree, node);
  // The innermost is the last.
  const targets = tree
    .inside(scope, ["MemberExpression"])
    .filter((member) => isTarget(tree, member))
    .reverse();
  const named = targets.filter((member) => nameOf(member) === key);
  // What a function within the value assigns was assigned before.
  const body = bodyAround(tree, node);
  const own = named.filter((member) => bodyAround(tree, member) === body);
  const found =
    named.find((member) => contains(member, offset)) ??
    own.find((member) => contains(tree.parentOf(member) ?? member, offset)) ??
    own.at(0) ??
    named.at(0) ??
    targets.find((member) => contains(tree.parentOf(member) ?? member, offset));
  return (found ?? node).start;
}

function statementAround(tree: Tree, node: AnyNode): AnyNode {
  for (const outer of [node, ...tree.around(node)]) {
    if (/Statement$|^VariableDeclaration$/.test(outer.type) || isFunction(outer)) return outer;
  }
  return tree.program;
}

/** Whether a member is assigned to, or deleted. */
function isTarget(tree: Tree, member: AnyNode): boolean {
  const parent = tree.parentOf(member);
  const role = tree.roleOf(member);
  switch (parent?.type) {
    case "AssignmentExpression":
    case "ForOfStatement":
    case "ForInStatement":
    case "AssignmentPattern":
      return role === "left";
    case "UpdateExpression":
    case "ArrayPattern":
    case "RestElement":
      return true;
    case "UnaryExpression":
      return parent.operator === "delete";
    case "Property":
      return tree.parentOf(parent)?.type === "ObjectPattern" && role === "value";
    default:
      return false;
  }
}

function nameOf(member: AnyNode): string | undefined {
  if (member.type !== "MemberExpression") return undefined;
  const { property, computed } = member;
  if (!computed && property.type === "Identifier") return property.name;
  return property.type === "Literal" ? String(property.value) : undefined;
}
