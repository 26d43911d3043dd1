// What FusionAuth's engine and the sandbox's answer in different ways, and nothing can be done about.

import type { AnyNode } from "acorn";
import type { Lambda } from "./lambda.js";
import { keyOf } from "./patterns.js";
import type { Severity } from "./rule.js";
import type { NodeOf } from "./tree.js";
import { wordsOfErrors } from "./words-of-errors.js";

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
    id: "error-words",
    severity: "warning",
    what: "depends on the words of an error",
    why: "an engine words its own errors as it likes, down to printing the value that was wrong",
    help: "ask before the operation whether the value is there, or look at the error's `name`",
    find: wordsOfErrors,
  },
  {
    id: "odd-dates",
    severity: "warning",
    what: "reads a date in a form that no standard has",
    why: "each engine has a reader of its own for such forms",
    help: "write it as `2026-11-29` or `2026-11-29T10:00:00Z`",
    *find(lambda) {
      const made = lambda.tree
        .ofType("NewExpression")
        .filter(
          ({ callee, arguments: given }) => given.length === 1 && lambda.isNamed(callee, "Date"),
        );
      const read = lambda.methodCallsOf("Date").filter(({ method }) => method === "parse");
      for (const node of [...made, ...read.map(({ call }) => call)]) {
        const [text] = node.arguments;
        const value = text && lambda.constants.of(text);
        if (typeof value === "string" && !isDate(value)) yield node;
      }
    },
  },
  {
    id: "order-of-names",
    severity: "info",
    what: "lists what one of the engine's own objects has",
    why: "in which order an engine made them is its own business",
    help: "sort the names, or name those that you need",
    *find(lambda) {
      for (const { call, method } of [
        ...lambda.methodCallsOf("Object"),
        ...lambda.methodCallsOf("Reflect"),
      ]) {
        const [of] = call.arguments;
        if (LISTING.has(method) && of && isOfEngine(of, lambda)) yield call;
      }
    },
  },
  {
    id: "engine-parts",
    severity: "warning",
    what: "changes one of the engine's own objects",
    why: "each engine uses its own parts in another way, and may meet the change where nobody expects it",
    help: "keep it in an object of the lambda's own",
    *find(lambda) {
      for (const node of lambda.tree.ofType("AssignmentExpression")) {
        const { left } = node;
        if (left.type === "MemberExpression" && isOfEngine(left.object, lambda)) yield node;
      }
      for (const { call, method } of lambda.methodCallsOf("Object")) {
        const [of] = call.arguments;
        if (CHANGING.has(method) && of && isOfEngine(of, lambda)) yield call;
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

/** What tells the names of an object, those that a loop does not meet among them. */
const LISTING: ReadonlySet<string> = new Set([
  "getOwnPropertyNames",
  "getOwnPropertyDescriptors",
  "ownKeys",
]);

/** What gives an object other properties or takes its own. */
const CHANGING: ReadonlySet<string> = new Set([
  "assign",
  "defineProperties",
  "defineProperty",
  "freeze",
  "setPrototypeOf",
]);

/** `Math`, `String.prototype` and the like, which have names of this form. */
function isOfEngine(node: AnyNode, lambda: Lambda): boolean {
  let object = node;
  while (object.type === "MemberExpression") object = object.object;
  return object.type === "Identifier" && /^[A-Z]/.test(object.name) && lambda.isGlobal(object);
}

/** The language's own form. */
const ISO =
  /^[+-]?\d{4,6}(?:-\d\d(?:-\d\d)?)?(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

/** That of mail, and that of `Date.prototype.toString`, after the day of the week. */
const DAY = /^(?:[A-Z][a-z]{2},? )?/;
const MONTH = /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
const TIME = /(?: \d\d:\d\d(?::\d\d)?(?: (?:GMT|UTC)?(?:[+-]\d{4})?(?: \([^)]*\))?)?)?$/;
const WRITTEN = new RegExp(
  `${DAY.source}(?:\\d{1,2} ${MONTH.source}|${MONTH.source} \\d{1,2}) \\d{4}${TIME.source}`,
);

function isDate(text: string): boolean {
  return ISO.test(text) || WRITTEN.test(text);
}

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
