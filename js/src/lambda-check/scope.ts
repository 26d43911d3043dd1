// Which name means what.

import type { AnyNode, Identifier } from "acorn";
import { declarations } from "./declarations.js";
import { leavesOf } from "./patterns.js";
import type { FunctionNode, Tree } from "./tree.js";

/** Where a name's value comes from. */
export type Origin =
  /** A part of what an expression gives. */
  | {
      readonly kind: "value";
      readonly of: AnyNode;
      readonly keys: readonly string[];
      /** Whether a default stands in for what is missing. */
      readonly sure: boolean;
    }
  /** A part of an argument. */
  | {
      readonly kind: "parameter";
      readonly of: FunctionNode;
      readonly index: number;
      readonly keys: readonly string[];
      readonly sure: boolean;
    }
  | { readonly kind: "function"; readonly of: FunctionNode }
  | { readonly kind: "class" }
  | { readonly kind: "unknown" };

/** A name and what it is ever given. */
export interface Binding {
  readonly name: string;
  readonly origins: Origin[];
  /** Where it is named, its declaration aside. */
  readonly uses: Identifier[];
}

/** The names of a program. */
export class Scopes {
  readonly #scopes = new Map<AnyNode, Map<string, Binding>>();
  /** Names that are given a value and declared nowhere. Sloppy mode makes them global. */
  readonly #implicit = new Map<string, Binding>();

  constructor(readonly tree: Tree) {
    const declared = new Set<AnyNode>();
    for (const { scope, name, origin } of declarations(tree)) {
      declared.add(name);
      const binding = this.#bind(scope, name.name);
      if (origin) binding.origins.push(origin);
    }
    for (const assignment of tree.ofType("AssignmentExpression")) this.#assign(assignment);
    for (const { argument } of tree.ofType("UpdateExpression")) this.#give(argument, UNKNOWN);
    for (const type of ["ForInStatement", "ForOfStatement"] as const) {
      for (const { left } of tree.ofType(type)) {
        if (left.type !== "VariableDeclaration") this.#give(left, UNKNOWN);
      }
    }
    for (const name of tree.ofType("Identifier")) {
      if (!declared.has(name) && this.isReference(name)) this.resolve(name)?.uses.push(name);
    }
  }

  /** What `name` means where it stands; nothing when no code gives it a value. */
  resolve(name: Identifier): Binding | undefined {
    for (const outer of this.tree.around(name)) {
      const binding = this.#scopes.get(outer)?.get(name.name);
      if (binding) return binding;
    }
    return this.#implicit.get(name.name);
  }

  /** What `name` means at the outermost level. */
  global(name: string): Binding | undefined {
    return this.#scopes.get(this.tree.program)?.get(name) ?? this.#implicit.get(name);
  }

  /** Whether an identifier stands for a value, and is no key, label or the like. */
  isReference(name: Identifier): boolean {
    const parent = this.tree.parentOf(name);
    const role = this.tree.roleOf(name);
    switch (parent?.type) {
      case "MemberExpression":
        return role !== "property" || parent.computed;
      case "Property":
      case "MethodDefinition":
      case "PropertyDefinition":
        return role !== "key" || parent.computed;
      case "LabeledStatement":
      case "BreakStatement":
      case "ContinueStatement":
        return role !== "label";
      case "MetaProperty":
      case "ImportSpecifier":
      case "ExportSpecifier":
        return false;
      default:
        return true;
    }
  }

  #bind(scope: AnyNode, name: string): Binding {
    const names = this.#scopes.get(scope) ?? new Map<string, Binding>();
    this.#scopes.set(scope, names);
    return bindingIn(names, name);
  }

  #assign({ left, right, operator }: AnyNode & { type: "AssignmentExpression" }): void {
    if (operator !== "=") {
      this.#give(left, isLogical(operator) ? undefined : UNKNOWN);
      return;
    }
    for (const { target, keys, sure } of leavesOf(left)) {
      this.#give(target, { kind: "value", of: right, keys, sure });
    }
  }

  /** Notes that a name is given something outside its declaration. */
  #give(target: AnyNode, origin: Origin | undefined): void {
    if (target.type !== "Identifier") return;
    const binding = this.resolve(target) ?? bindingIn(this.#implicit, target.name);
    if (origin) binding.origins.push(origin);
  }
}

const UNKNOWN: Origin = { kind: "unknown" };

/** `x ||= y` leaves what `x` is about as it is, like `x = x || y`. */
function isLogical(operator: string): boolean {
  return operator === "||=" || operator === "??=";
}

function bindingIn(names: Map<string, Binding>, name: string): Binding {
  const known = names.get(name);
  if (known) return known;
  const binding: Binding = { name, origins: [], uses: [] };
  names.set(name, binding);
  return binding;
}
