// A lambda as the rules see it.

import type { AnyNode, Comment, Identifier } from "acorn";
import { Constants } from "./constants.js";
import { entryOf } from "./entry.js";
import type { LambdaFacts } from "./facts.js";
import { freeNames } from "./free-names.js";
import { Guards } from "./guards.js";
import type { Parsed } from "./parse.js";
import { Paths } from "./paths.js";
import { keyOf } from "./patterns.js";
import { type Binding, Scopes } from "./scope.js";
import type { Source } from "./source.js";
import { type StrictRead, unguardedReads } from "./strict-reads.js";
import type { FunctionNode, NodeOf, Tree } from "./tree.js";
import { type Write, writesIn } from "./writes.js";

/** What a field cannot hold, in words, if it cannot hold the JSON text `value`. */
export type FieldRefusal = (place: string, value: string) => string | undefined;

/** What is known beside the text. */
export interface Setting {
  readonly facts: LambdaFacts;
  /** Whether the lambda is going to be in a kickstart file. */
  readonly kickstart: boolean;
  readonly fieldRefusal: FieldRefusal;
}

/** A lambda that parses. */
export class Lambda {
  readonly tree: Tree;
  readonly scopes: Scopes;
  /** The function `reconcile`, where the text shows it. */
  readonly entry: FunctionNode | undefined;
  /** Whether anything is called `reconcile` and may be a function. */
  readonly hasEntry: boolean;
  readonly paths: Paths;
  readonly guards: Guards;
  readonly facts: LambdaFacts;
  readonly kickstart: boolean;
  readonly fieldRefusal: FieldRefusal;
  readonly constants: Constants;
  #writes: readonly Write[] | undefined;
  #freeNames: readonly Identifier[] | undefined;
  #unguardedReads: readonly StrictRead[] | undefined;

  constructor(
    readonly source: Source,
    readonly parsed: Parsed,
    { facts, kickstart, fieldRefusal }: Setting,
  ) {
    this.facts = facts;
    this.kickstart = kickstart;
    this.fieldRefusal = fieldRefusal;
    this.tree = parsed.tree;
    this.scopes = new Scopes(this.tree);
    const entry = entryOf(this.scopes);
    this.entry = entry === "unknown" ? undefined : entry;
    this.hasEntry = entry !== undefined;
    this.paths = new Paths(this.scopes, this.entry, facts.parameters);
    this.guards = new Guards(this.tree, this.paths);
    this.constants = new Constants(this.scopes);
  }

  get comments(): readonly Comment[] {
    return this.parsed.comments;
  }

  /** Every change to what the lambda is given. */
  get writes(): readonly Write[] {
    this.#writes ??= writesIn(this.tree, this.paths);
    return this.#writes;
  }

  /** Reads that throw when a claim or the like is missing, and before which nobody asks. */
  get unguardedReads(): readonly StrictRead[] {
    this.#unguardedReads ??= unguardedReads(this);
    return this.#unguardedReads;
  }

  /** Names that only the engine could give a meaning, and that are used without asking for them first. */
  get freeNames(): readonly Identifier[] {
    this.#freeNames ??= freeNames(this.tree, this.scopes, this.guards);
    return this.#freeNames;
  }

  /** Whether an identifier means a global of the engine, and nothing that the lambda declares. */
  isGlobal(name: Identifier): boolean {
    return this.scopes.isReference(name) && this.scopes.resolve(name) === undefined;
  }

  /** Whether `node` is the engine's global `name`. */
  isNamed(node: AnyNode, name: string): boolean {
    return node.type === "Identifier" && node.name === name && this.isGlobal(node);
  }

  /** The calls of the engine's global function `name`. */
  callsOf(name: string): readonly NodeOf<"CallExpression">[] {
    return this.tree.ofType("CallExpression").filter(({ callee }) => this.isNamed(callee, name));
  }

  /** The calls of methods of the engine's global object `name`, each with the method. */
  methodCallsOf(name: string): readonly { call: NodeOf<"CallExpression">; method: string }[] {
    return this.tree.ofType("CallExpression").flatMap((call) => {
      const { callee } = call;
      if (callee.type !== "MemberExpression" || !this.isNamed(callee.object, name)) return [];
      return [{ call, method: keyOf(callee.property, callee.computed) }];
    });
  }

  /** What a name is given once and for all, with the names in between left out. */
  valueOf(node: AnyNode): AnyNode {
    let value = node;
    for (let steps = 0; value.type === "Identifier" && steps < 5; steps += 1) {
      const [origin, ...others]: Binding["origins"] = this.scopes.resolve(value)?.origins ?? [];
      if (origin?.kind !== "value" || others.length > 0 || origin.keys.length > 0) break;
      value = origin.of;
    }
    return value;
  }

  /** Whether the lambda is about Cognito: the scenario says so or, without one, the claims' names do. */
  get isCognito(): boolean {
    if (this.facts.scenario) return this.facts.scenario.cognito;
    return this.tree
      .ofType("Literal")
      .some(({ value }) => typeof value === "string" && /^(?:cognito|custom):/.test(value));
  }
}
