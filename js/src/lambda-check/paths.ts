// Which claim or field an expression stands for, whatever the author calls it.

import type { AnyNode, Identifier } from "acorn";
import type { Parameter } from "./facts.js";
import { ANY, isNullish, keyOf } from "./patterns.js";
import type { Binding, Origin, Scopes } from "./scope.js";
import { type FunctionNode, isFunction } from "./tree.js";

/** A place in what the lambda is given, such as `/userinfo` and `["address", "locality"]`. */
export interface Path {
  readonly root: string;
  readonly keys: readonly string[];
  /** Whether there is a value in any case, because a default stands in for what is missing. */
  readonly sure: boolean;
}

/** Methods that call a function with each element of a list, and which argument that is. */
const EACH: Readonly<Record<string, number>> = {
  forEach: 0,
  map: 0,
  filter: 0,
  some: 0,
  every: 0,
  find: 0,
  findIndex: 0,
  findLast: 0,
  findLastIndex: 0,
  flatMap: 0,
  reduce: 1,
  reduceRight: 1,
};

/** How many keys a place may have. Nobody's claims are nested that deep. */
const LONGEST = 30;

/** How deep expressions and the names in them may be nested. */
const DEEPEST_STEP = 800;

/** How many names may stand for one another. */
const DEEPEST = 50;

/** Enough for every lambda that a person wrote; one that is made of circles would take for ever. */
const MOST_STEPS = 500_000;

/** Whether two places are the same. */
export function isSame(one: Path, other: Path): boolean {
  return one.keys.length === other.keys.length && isInside(one, other);
}

/** Whether `inner` is `outer` or a part of it. */
export function isInside(inner: Path, outer: Path): boolean {
  return inner.root === outer.root && outer.keys.every((key, index) => inner.keys[index] === key);
}

/** Finds the places that expressions stand for. */
export class Paths {
  readonly #found = new Map<AnyNode, Path | undefined>();
  readonly #open = new Set<Binding>();
  /** How often a name turned out to be given itself. */
  #circles = 0;
  #steps = 0;
  #depth = 0;

  constructor(
    readonly scopes: Scopes,
    readonly entry: FunctionNode | undefined,
    readonly parameters: readonly Parameter[],
  ) {}

  /** The place whose value `node` gives, if it is one. */
  of(node: AnyNode): Path | undefined {
    if (this.#found.has(node)) return this.#found.get(node);
    this.#steps += 1;
    if (this.#steps > MOST_STEPS || this.#depth > DEEPEST_STEP) return undefined;
    const before = this.#circles;
    this.#depth += 1;
    const path = this.#look(node);
    this.#depth -= 1;
    // What is found in the middle of a circle may be only half of it.
    if (this.#circles === before) this.#found.set(node, path);
    return path;
  }

  #look(node: AnyNode): Path | undefined {
    switch (node.type) {
      case "Identifier":
        return this.#ofName(node);
      case "MemberExpression":
        return part(this.of(node.object), [this.#keyOf(node.property, node.computed)]);
      case "ChainExpression":
        return this.of(node.expression);
      case "AwaitExpression":
        return this.of(node.argument);
      case "SequenceExpression":
        return this.of(node.expressions.at(-1) ?? node);
      case "AssignmentExpression":
        return node.left.type.endsWith("Pattern") ? this.of(node.right) : this.of(node.left);
      case "LogicalExpression":
        return this.#ofLogical(node.left, node.right, node.operator);
      case "ConditionalExpression":
        return this.#either(node.consequent, node.alternate);
      default:
        return undefined;
    }
  }

  #keyOf(property: AnyNode, computed: boolean): string {
    if (!computed || property.type !== "Identifier") return keyOf(property, computed);
    // `const GROUPS = "cognito:groups"; id_token[GROUPS]`
    const [origin, ...others] = this.scopes.resolve(property)?.origins ?? [];
    if (origin?.kind !== "value" || others.length > 0 || origin.keys.length > 0) return ANY;
    return origin.of.type === "Identifier" ? ANY : keyOf(origin.of, true);
  }

  #ofLogical(left: AnyNode, right: AnyNode, operator: string): Path | undefined {
    if (operator === "&&") return this.of(right);
    const path = this.of(left);
    if (!path) return undefined;
    const other = this.of(right);
    if (other) return isSame(path, other) ? path : undefined;
    return isPlain(right) ? { ...path, sure: path.sure || !isNullish(right) } : undefined;
  }

  #either(one: AnyNode, other: AnyNode): Path | undefined {
    const [left, right] = [this.of(one), this.of(other)];
    if (left && right) return isSame(left, right) ? left : undefined;
    if (left) return isPlain(other) ? { ...left, sure: false } : undefined;
    return right && isPlain(one) ? { ...right, sure: false } : undefined;
  }

  #ofName(name: Identifier): Path | undefined {
    const binding = this.scopes.resolve(name);
    if (!binding) return undefined;
    if (this.#open.has(binding)) {
      this.#circles += 1;
      return undefined;
    }
    if (this.#open.size >= DEEPEST) return undefined;
    this.#open.add(binding);
    try {
      const origins = binding.origins.filter((origin) => !isOwnDefault(origin, binding.name));
      return agreed(origins.map((origin) => this.#ofOrigin(origin)));
    } finally {
      this.#open.delete(binding);
    }
  }

  #ofOrigin(origin: Origin): Path | undefined {
    if (origin.kind === "value") return part(this.of(origin.of), origin.keys, origin.sure);
    if (origin.kind !== "parameter") return undefined;
    return part(this.#ofParameter(origin.of, origin.index), origin.keys, origin.sure);
  }

  #ofParameter(node: FunctionNode, index: number): Path | undefined {
    if (node === this.entry) {
      const parameter = this.parameters[index];
      return parameter && { root: parameter.place, keys: [], sure: parameter.place !== "/idToken" };
    }
    const { tree } = this.scopes;
    const parent = tree.parentOf(node);
    if (parent?.type === "CallExpression" && tree.roleOf(node) === "arguments") {
      return this.#ofElement(parent, node, index);
    }
    return agreed(this.callsOf(node).map((call) => part(this.#ofArgument(call, index), [])));
  }

  /** What `list.forEach(function (element) { … })` calls its function with. */
  #ofElement(call: AnyNode & { type: "CallExpression" }, node: AnyNode, index: number) {
    const { callee } = call;
    if (callee.type !== "MemberExpression" || call.arguments[0] !== node) return undefined;
    const method = keyOf(callee.property, callee.computed);
    const isElement = Object.hasOwn(EACH, method) && EACH[method] === index;
    return isElement ? part(this.of(callee.object), [ANY]) : undefined;
  }

  #ofArgument(call: AnyNode & { type: "CallExpression" }, index: number): Path | undefined {
    const before = call.arguments.slice(0, index + 1);
    if (before.some(({ type }) => type === "SpreadElement")) return undefined;
    const argument = call.arguments[index];
    return argument && this.of(argument);
  }

  /** Where `node` is called by its name; nothing when it is passed on as well. */
  callsOf(node: FunctionNode): readonly (AnyNode & { type: "CallExpression" })[] {
    const { tree } = this.scopes;
    const parent = tree.parentOf(node);
    if (parent?.type === "CallExpression" && parent.callee === node) return [parent];
    let name: AnyNode | null | undefined;
    if (node.type === "FunctionDeclaration") name = node.id;
    else if (parent?.type === "VariableDeclarator") name = parent.id;
    if (name?.type !== "Identifier") return [];
    const binding = this.scopes.resolve(name);
    const calls = (binding?.uses ?? []).map((use) => {
      const call = tree.parentOf(use);
      return call?.type === "CallExpression" && call.callee === use ? call : undefined;
    });
    const isOnlyCalled = binding?.origins.length === 1 && calls.every((call) => call !== undefined);
    return isOnlyCalled ? calls.filter((call) => call !== undefined) : [];
  }
}

/** A part of a place. */
function part(path: Path | undefined, keys: readonly string[], sure = false): Path | undefined {
  if (!path || path.keys.length + keys.length > LONGEST) return undefined;
  if (keys.length === 0) return sure ? { ...path, sure } : path;
  return { root: path.root, keys: [...path.keys, ...keys], sure };
}

/** The one place that all agree on. */
function agreed(paths: readonly (Path | undefined)[]): Path | undefined {
  const [first] = paths;
  if (!first || !paths.every((path) => path && isSame(path, first))) return undefined;
  return { ...first, sure: paths.every((path) => path?.sure) };
}

/** `x = x || {}` leaves what `x` is about as it is. */
function isOwnDefault(origin: Origin, name: string): boolean {
  if (origin.kind !== "value" || origin.of.type !== "LogicalExpression") return false;
  const { left } = origin.of;
  return left.type === "Identifier" && left.name === name;
}

/** Whether a value says nothing of what the lambda is given: a literal, or something new. */
function isPlain(node: AnyNode): boolean {
  return (
    isNullish(node) ||
    isFunction(node) ||
    ["Literal", "ArrayExpression", "ObjectExpression", "TemplateLiteral"].includes(node.type)
  );
}
