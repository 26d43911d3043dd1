// Checks the text of a reconcile lambda: does it load, does it do what its author thinks?

import type { Diagnostic } from "../types.js";
import type { LambdaFacts } from "./facts.js";
import { type FieldRefusal, Lambda } from "./lambda.js";
import { type Fault, parse } from "./parse.js";
import type { Finding } from "./rule.js";
import { RULES } from "./rules/index.js";
import { lambdaDoesNotParse } from "./rules/lambda-does-not-parse.js";
import { lambdaTooDeep } from "./rules/lambda-too-deep.js";
import { lambdaTooLarge } from "./rules/lambda-too-large.js";
import { unknownSuppression } from "./rules/unknown-suppression.js";
import { unusedSuppression } from "./rules/unused-suppression.js";
import { Source } from "./source.js";
import { type Suppression, suppressionsIn } from "./suppressions.js";

export type { LambdaFacts } from "./facts.js";

/** What is known beside the lambda's text. */
export interface CheckOptions {
  /** The lambda's file, which the findings name. */
  readonly file?: string | undefined;
  /** What the core says about the lambda. */
  readonly facts: LambdaFacts;
  /** Whether the lambda is going to be in a kickstart file. */
  readonly kickstart?: boolean | undefined;
  /** The core's `fieldRefusal`. Without it no value is compared with its field. */
  readonly fieldRefusal?: FieldRefusal | undefined;
}

/** A finding with the rule that it is of. */
interface Named extends Finding {
  readonly code: string;
}

/** More would be no help. */
const MOST = 100;

/** Everything that is wrong or risky in the lambda `body`, in the order of the text. */
export function checkLambda(body: string, options: CheckOptions): Diagnostic[] {
  const source = new Source(body);
  const findings = findingsIn(source, options).sort(
    (one, other) => one.at.start - other.at.start || compare(one.code, other.code),
  );
  const shown = findings.slice(0, MOST).map((finding) => diagnosticOf(finding, source, options));
  const hidden = findings.length - shown.length;
  return hidden > 0 ? [...shown, moreFindings(hidden, options)] : shown;
}

/** Whether FusionAuth cannot load the lambda in which `findings` were found. */
export function keepsFromLoading({ code, severity }: Diagnostic): boolean {
  const codes = [
    lambdaDoesNotParse.id,
    "lambda-module",
    "lambda-newer-syntax",
    "lambda-no-reconcile",
  ];
  return severity === "error" && codes.includes(code);
}

function findingsIn(source: Source, { facts, kickstart, fieldRefusal }: CheckOptions): Named[] {
  const parsed = parse(source.text);
  if ("kind" in parsed) return [ofFault(parsed, source)];
  const setting = {
    facts,
    kickstart: kickstart ?? false,
    fieldRefusal: fieldRefusal ?? (() => undefined),
  };
  const lambda = new Lambda(source, parsed, setting);
  const silent = new Set(RULES.filter((rule) => !canSpeak(rule, lambda)).map(({ id }) => id));
  const found = RULES.filter(({ id }) => !silent.has(id)).flatMap((rule) =>
    [...rule.find(lambda)].map((finding) => ({ ...finding, code: rule.id })),
  );
  const suppressions = suppressionsIn(parsed.comments, source);
  const used = new Set<Suppression>();
  const left = found.filter((finding) => {
    const silencing = suppressions.filter((suppression) => silences(suppression, finding, source));
    for (const suppression of silencing) used.add(suppression);
    return silencing.length === 0;
  });
  return [...left, ...ofSuppressions(suppressions, used, silent)];
}

/** Whether what `rule` needs is there. */
function canSpeak({ needs }: { needs?: "scenario" | "kickstart" }, lambda: Lambda): boolean {
  if (needs === "scenario") return lambda.facts.scenario !== null;
  return needs !== "kickstart" || lambda.kickstart;
}

function ofFault(fault: Fault, source: Source): Named {
  if (fault.kind === "too-large") return { ...lambdaTooLarge.of(), code: lambdaTooLarge.id };
  if (fault.kind === "too-deep") return { ...lambdaTooDeep.of(), code: lambdaTooDeep.id };
  return { ...lambdaDoesNotParse.of(fault, source), code: lambdaDoesNotParse.id };
}

function silences({ rule, line }: Suppression, { code, at }: Named, source: Source): boolean {
  return rule === code && (line === undefined || line === source.lineOf(at.start));
}

function ofSuppressions(
  suppressions: readonly Suppression[],
  used: ReadonlySet<Suppression>,
  silent: ReadonlySet<string>,
): Named[] {
  const rules = RULES.map(({ id }) => id);
  return suppressions.flatMap((suppression) => {
    if (used.has(suppression)) return [];
    if (!rules.includes(suppression.rule)) {
      return [{ ...unknownSuppression.of(suppression, rules), code: unknownSuppression.id }];
    }
    // A rule that could not speak this time may speak another time.
    if (silent.has(suppression.rule)) return [];
    return [{ ...unusedSuppression.of(suppression), code: unusedSuppression.id }];
  });
}

function diagnosticOf(finding: Named, source: Source, { file }: CheckOptions): Diagnostic {
  const { code, severity, message, help, at, shown = at, expected } = finding;
  return {
    code,
    severity,
    message,
    path: "",
    ...(file === undefined ? {} : { file }),
    ...source.positionOf(at.start),
    ...(shown.end > shown.start ? { found: source.excerpt(shown) } : {}),
    ...(expected === undefined ? {} : { expected }),
    help,
    url: `docs/rules/${code}.md`,
  };
}

function moreFindings(hidden: number, { file }: CheckOptions): Diagnostic {
  const code = "more-findings";
  return {
    code,
    severity: "info",
    message: `the lambda has ${hidden} more findings, which are not shown`,
    path: "",
    ...(file === undefined ? {} : { file }),
    help: "correct those that are shown, and check again",
    url: `docs/rules/${code}.md`,
  };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
