// What the simulated version's engine does not have.

import { ITERATOR_METHODS, LACKING, NEWER_METHODS } from "../built-ins.js";
import { hasMember, missingMethods } from "../engine.js";
import type { Engine } from "../facts.js";
import type { Lambda } from "../lambda.js";
import { ANY, keyOf } from "../patterns.js";
import type { Finding, Rule } from "../rule.js";
import type { Span } from "../source.js";
import type { NodeOf } from "../tree.js";

const LACKED: ReadonlySet<string> = new Set(LACKING);

/** Speaks of globals, functions and methods that fail when they are called. */
export const builtInMissing: Rule = {
  id: "built-in-missing",
  *find(lambda) {
    const { version, engine } = lambda.facts;
    for (const name of lambda.freeNames) {
      if (LACKED.has(name.name)) yield missing(name.name, name, version, engine);
    }
    // What Nashorn had was not measured.
    if (engine.readsOnlyEs5) return;
    const methods = new Set([...NEWER_METHODS, ...missingMethods(engine)]);
    for (const node of lambda.tree.ofType("MemberExpression")) {
      const name = missingIn(node, engine, methods, lambda);
      if (name) yield missing(name, node, version, engine);
    }
  },
};

/** The name of what `node` calls and the engine does not have. */
function missingIn(
  node: NodeOf<"MemberExpression">,
  engine: Engine,
  methods: ReadonlySet<string>,
  lambda: Lambda,
): string | undefined {
  const { object, property, computed } = node;
  const key = keyOf(property, computed);
  if (key === ANY || !isCalled(node, lambda) || !isCertain(node, lambda)) return undefined;
  if (object.type === "Identifier" && lambda.isGlobal(object)) {
    return hasMember(engine, object.name, key) ? undefined : `${object.name}.${key}`;
  }
  if (isOwn(key, lambda)) return undefined;
  if (methods.has(key)) return key;
  return isIterator(object) && ITERATOR_METHODS.includes(key)
    ? `${key}\` of an iterator`
    : undefined;
}

function isCalled(node: NodeOf<"MemberExpression">, { tree }: Lambda): boolean {
  const parent = tree.parentOf(node);
  if (parent?.type === "NewExpression") return parent.callee === node;
  return parent?.type === "CallExpression" && parent.callee === node && !parent.optional;
}

/** Whether nobody asks for it first, as in `if (Array.prototype.toSorted)`, or catches what it throws. */
function isCertain(node: NodeOf<"MemberExpression">, { tree, guards }: Lambda): boolean {
  const key = keyOf(node.property, node.computed);
  for (const outer of tree.around(node)) {
    if (outer.type === "TryStatement" && outer.handler && outer.block.end >= node.end) return false;
  }
  return ![...guards.conditionsOn(node)].some(({ test }) =>
    tree
      .inside(test, ["MemberExpression"])
      .some(({ property, computed }) => keyOf(property, computed) === key),
  );
}

/** Whether the lambda defines something of that name itself. */
function isOwn(name: string, { tree }: Lambda): boolean {
  const isKey = tree.ofType("Property").some(({ key, computed }) => keyOf(key, computed) === name);
  const isMethod = tree
    .ofType("MethodDefinition")
    .some(({ key, computed }) => keyOf(key, computed) === name);
  const isAssigned = tree
    .ofType("AssignmentExpression")
    .some(
      ({ left }) =>
        left.type === "MemberExpression" && keyOf(left.property, left.computed) === name,
    );
  return isKey || isMethod || isAssigned;
}

/** Whether `node` makes an iterator: `map.values()`, but not `Object.values(map)`. */
function isIterator(node: NodeOf<"MemberExpression">["object"]): boolean {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  const method = keyOf(node.callee.property, node.callee.computed);
  if (method === "matchAll") return true;
  return ["keys", "values", "entries"].includes(method) && node.arguments.length === 0;
}

function missing(name: string, at: Span, version: string, engine: Engine): Finding {
  const quoted = name.includes("`") ? `\`${name}` : `\`${name}\``;
  return {
    severity: "error",
    at,
    message: `${engine.name}, which FusionAuth ${version} runs, has no ${quoted}`,
    help: "write it with what ES2021 has, or bring a function of your own",
  };
}
