// What FusionAuth's engine and the sandbox's answer in different ways, and nothing can be done about.

import type { AnyNode } from "acorn";
import type { Lambda } from "./lambda.js";
import { keyOf } from "./patterns.js";
import type { Severity } from "./rule.js";
import { isFunction, type NodeOf } from "./tree.js";

/** A construct whose answer depends on the engine. */
export interface Difference {
  /** How much it matters to somebody who did not ask. */
  readonly severity: Severity;
  /** Its name, which the list of the parity tests uses too. */
  readonly id: string;
  /** What the lambda does, as it goes on after "this lambda". */
  readonly what: string;
  /** Why the engines differ, as a sentence. */
  readonly why: string;
  /** What to write instead. */
  readonly help: string;
  /** Where a lambda does it. */
  find(lambda: Lambda): Iterable<AnyNode>;
}

/** Options that choose a form of the locale's own, which changes with the data about locales. */
const STYLES: ReadonlySet<string> = new Set([
  "calendar",
  "dateStyle",
  "dayPeriod",
  "era",
  "notation",
  "timeStyle",
  "timeZoneName",
]);

const OF_LOCALES: ReadonlySet<string> = new Set([
  "toLocaleString",
  "toLocaleDateString",
  "toLocaleTimeString",
]);

/** Functions that the language lets every engine compute in its own way. */
const APPROXIMATE: ReadonlySet<string> = new Set(
  "acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin sinh tan tanh".split(
    " ",
  ),
);

/** Every difference that has to stay and can be seen in a lambda's text. */
export const DIFFERENCES: readonly Difference[] = [
  {
    id: "error-stack",
    severity: "warning",
    what: "reads an error's `stack`",
    why: "each engine writes the calls and places in it in a way of its own",
    help: "use the error's `name` and `message`",
    *find(lambda) {
      for (const node of lambda.tree.ofType("MemberExpression")) {
        // A claim may be called so too.
        if (keyOf(node.property, node.computed) !== "stack" || lambda.paths.of(node)) continue;
        if (lambda.tree.roleOf(node) !== "left") yield node;
      }
    },
  },
  {
    id: "locale-style",
    severity: "warning",
    what: "has a date or a number written in a style of the locale",
    why: "its exact form, down to the kind of blank, comes with the engine's release of the data about locales",
    help: 'put the text together from numbers, or name the parts: `{ year: "numeric", month: "2-digit", day: "2-digit" }`',
    *find(lambda) {
      for (const node of formatters(lambda)) {
        const [, options] = node.arguments;
        const value = options && lambda.valueOf(options);
        if (value?.type !== "ObjectExpression") continue;
        const isStyled = value.properties.some(
          (property) =>
            property.type === "Property" && STYLES.has(keyOf(property.key, property.computed)),
        );
        if (isStyled) yield node;
      }
    },
  },
  {
    id: "display-names",
    severity: "warning",
    what: "asks for names in a language",
    why: "which names there are, and how they are written, comes with the engine's release of the data about locales",
    help: "bring a table of the names that you need",
    *find(lambda) {
      for (const node of lambda.tree.ofType("NewExpression")) {
        if (isOfIntl(node.callee, "DisplayNames", lambda)) yield node;
      }
    },
  },
  {
    id: "function-text",
    severity: "warning",
    what: "reads the text of a function that has a `catch`",
    why: "the sandbox loads such a function in another form than it was written in",
    help: "keep what you need of it as a text of its own",
    *find(lambda) {
      for (const { node, of } of textsOf(lambda)) {
        if (lambda.tree.inside(of, ["CatchClause"]).length > 0) yield node;
      }
    },
  },
  {
    id: "weak-references",
    severity: "warning",
    what: "waits for the garbage collector",
    why: "when it comes, and whether it does before the lambda ends, is each engine's own business",
    help: "hold on to what you need in a variable",
    *find({ freeNames }) {
      yield* freeNames.filter(({ name }) => name === "WeakRef" || name === "FinalizationRegistry");
    },
  },
  {
    id: "math-last-digits",
    severity: "info",
    what: "computes with a function that the language leaves to the engine",
    why: "the last of the seventeen digits may be another one",
    help: "round the result before you store it or compare it",
    *find(lambda) {
      for (const { call, method } of lambda.methodCallsOf("Math")) {
        const [, exponent] = call.arguments;
        if (APPROXIMATE.has(method) && !isWhole(exponent, lambda)) yield call;
      }
      for (const node of lambda.tree.ofType("BinaryExpression")) {
        if (node.operator === "**" && !isWhole(node.right, lambda)) yield node;
      }
    },
  },
];

/** Whether it is a whole number that stands in the text: powers of it are products. */
function isWhole(node: AnyNode | undefined, { constants }: Lambda): boolean {
  return node !== undefined && Number.isInteger(constants.of(node));
}

/** Calls that write in a language: `date.toLocaleString(…)` and `new Intl.DateTimeFormat(…)`. */
function* formatters(lambda: Lambda): Generator<NodeOf<"CallExpression" | "NewExpression">> {
  const { tree } = lambda;
  for (const node of [...tree.ofType("NewExpression"), ...tree.ofType("CallExpression")]) {
    const { callee } = node;
    if (callee.type !== "MemberExpression") continue;
    const isMethod = OF_LOCALES.has(keyOf(callee.property, callee.computed));
    const isFormat = ["DateTimeFormat", "NumberFormat"].some((name) =>
      isOfIntl(callee, name, lambda),
    );
    if (isMethod || isFormat) yield node;
  }
}

function isOfIntl(node: AnyNode, name: string, lambda: Lambda): boolean {
  return (
    node.type === "MemberExpression" &&
    lambda.isNamed(node.object, "Intl") &&
    keyOf(node.property, node.computed) === name
  );
}

/** `f.toString()` and `String(f)`, each with the function of the lambda that it is about. */
function* textsOf(lambda: Lambda): Generator<{ node: AnyNode; of: AnyNode }> {
  for (const node of lambda.tree.ofType("CallExpression")) {
    const { callee, arguments: given } = node;
    const isMethod =
      callee.type === "MemberExpression" && keyOf(callee.property, callee.computed) === "toString";
    const [first] = lambda.isNamed(callee, "String") ? given : [];
    const of = isMethod ? callee.object : first;
    const found = of && functionOf(of, lambda);
    if (found) yield { node, of: found };
  }
}

function functionOf(node: AnyNode, lambda: Lambda): AnyNode | undefined {
  if (node.type !== "Identifier") return isFunction(node) ? node : undefined;
  const origins = lambda.scopes.resolve(node)?.origins ?? [];
  const [origin] = origins;
  if (origin?.kind === "function") return origin.of;
  return origin?.kind === "value" && isFunction(origin.of) ? origin.of : undefined;
}
