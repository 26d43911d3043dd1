// What the simulated version's engine does not have.

import { ITERATOR_METHODS, LACKING } from "../built-ins.js";
import { missingMember, missingMethod, missingPath, type Release, versionWith } from "../engine.js";
import type { LambdaFacts } from "../facts.js";
import type { Lambda } from "../lambda.js";
import { ANY, keyOf } from "../patterns.js";
import type { Finding, Rule } from "../rule.js";
import type { Span } from "../source.js";
import type { NodeOf } from "../tree.js";

const LACKED: ReadonlySet<string> = new Set(LACKING);

/** Something that the engine does not have. */
interface Missing {
  readonly name: string;
  /** The release that brings it. */
  readonly release: Release;
}

/** Speaks of globals, functions and methods that the engine does not have. */
export const builtInMissing: Rule = {
  id: "built-in-missing",
  *find(lambda) {
    const { facts } = lambda;
    for (const name of lambda.freeNames) {
      if (LACKED.has(name.name)) yield missing({ name: name.name, release: "none" }, name, facts);
    }
    // What Nashorn had was not measured.
    if (facts.engine.readsOnlyEs5) return;
    for (const node of lambda.tree.ofType("MemberExpression")) {
      const found = missingIn(node, lambda);
      if (found) yield missing(found, node, facts);
    }
  },
};

/** What `node` reads or calls and the engine does not have. */
function missingIn(node: NodeOf<"MemberExpression">, lambda: Lambda): Missing | undefined {
  const { property, computed } = node;
  const key = keyOf(property, computed);
  if (key === ANY || !isUsed(node, lambda)) return undefined;
  const found =
    ofBuiltIn(node, key, lambda) ??
    // Only a call says that it means a method and not a field of that name.
    (isCalled(node, lambda) ? ofAnything(node, key, lambda) : undefined);
  // These look through much of the text.
  return found && isCertain(node, lambda) && !isOwn(key, lambda) ? found : undefined;
}

/** A member of what is known to be the engine's: `Object.groupBy`, `Set.prototype.union`, `new Intl.Locale("en").x`. */
function ofBuiltIn(
  { object }: NodeOf<"MemberExpression">,
  key: string,
  lambda: Lambda,
): Missing | undefined {
  const { engine } = lambda.facts;
  const named = (name: string, release: Release | undefined) => release && { name, release };
  if (object.type === "Identifier" && lambda.isGlobal(object)) {
    return named(`${object.name}.${key}`, missingMember(engine, object.name, key));
  }
  const path = `${pathOf(object, lambda) ?? prototypeOf(object, lambda)}.${key}`;
  return named(path, missingPath(engine, path));
}

/** A method that nothing of the engine's has. */
function ofAnything(
  { object }: NodeOf<"MemberExpression">,
  key: string,
  { facts }: Lambda,
): Missing | undefined {
  const release = missingMethod(facts.engine, key);
  if (release) return { name: key, release };
  return isIterator(object) && ITERATOR_METHODS.includes(key)
    ? { name: `${key}\` of an iterator`, release: "none" }
    : undefined;
}

/** `Set.prototype` and `Intl.NumberFormat` as texts, where they are the engine's. */
function pathOf(
  node: NodeOf<"MemberExpression">["object"],
  lambda: Lambda,
  longest = 3,
): string | undefined {
  if (node.type === "Identifier") return lambda.isGlobal(node) ? node.name : undefined;
  if (node.type !== "MemberExpression" || longest === 1) return undefined;
  const key = keyOf(node.property, node.computed);
  const outer = key === ANY ? undefined : pathOf(node.object, lambda, longest - 1);
  return outer && `${outer}.${key}`;
}

/** The prototype of what was just made: of `new Intl.NumberFormat("de")` it is `Intl.NumberFormat.prototype`. */
function prototypeOf(
  node: NodeOf<"MemberExpression">["object"],
  lambda: Lambda,
): string | undefined {
  const value = lambda.valueOf(node);
  if (value.type !== "NewExpression") return undefined;
  const path = pathOf(value.callee as typeof node, lambda);
  return path && `${path}.prototype`;
}

/** Whether what is missing is missed: it is read, and not only asked for or written. */
function isUsed(node: NodeOf<"MemberExpression">, { tree }: Lambda): boolean {
  const parent = tree.parentOf(node);
  const role = tree.roleOf(node);
  if (node.optional || role === "test") return false;
  switch (parent?.type) {
    case "CallExpression":
      return role !== "callee" || !parent.optional;
    case "AssignmentExpression":
      return role !== "left";
    case "UnaryExpression":
    case "UpdateExpression":
    case "LogicalExpression":
    case "BinaryExpression":
    case "ChainExpression":
    case "ForInStatement":
    case "ExpressionStatement":
      return false;
    default:
      return true;
  }
}

function isCalled(node: NodeOf<"MemberExpression">, { tree }: Lambda): boolean {
  const parent = tree.parentOf(node);
  return (
    (parent?.type === "NewExpression" || parent?.type === "CallExpression") &&
    parent.callee === node
  );
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

function missing({ name, release }: Missing, at: Span, facts: LambdaFacts): Finding {
  const quoted = name.includes("`") ? `\`${name}` : `\`${name}\``;
  const bringing = versionWith(facts.engines, release);
  const who = bringing ? `FusionAuth ${bringing} brings it` : "no version of FusionAuth has it";
  const own = "write it with what ES2021 has, or bring a function of your own";
  return {
    severity: "error",
    at,
    message: `${facts.engine.name}, which FusionAuth ${facts.version} runs, has no ${quoted}; ${who}`,
    help: bringing ? `${own}; or run FusionAuth ${bringing} or newer` : own,
  };
}
