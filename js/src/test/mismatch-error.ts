// Says why an outcome is not as expected, in words and in a form that test runners show as a difference.

import { AssertionError } from "node:assert";
import { stepsOf } from "../cli/pointer.js";
import { difference } from "../cli/print/difference.js";
import { styleFor } from "../cli/print/style.js";
import { visible, wrap } from "../cli/print/text.js";
import { warningLines } from "../cli/print/warnings.js";
import type { Mismatch, Outcome, Preview } from "../types.js";

/** Longest list of differences that is shown. */
const MOST_DIFFERENCES = 20;

/** What is compared and what differs. */
export interface Comparison {
  readonly outcome: Preview;
  readonly expected: object;
  readonly mismatches: readonly Mismatch[];
  /** The function below which a stack trace begins. */
  readonly caller?: (...given: never[]) => unknown;
}

/** An error for the differences, with the steps of the login and its warnings. */
export function mismatchError(comparison: Comparison): AssertionError {
  const { expected, mismatches, caller } = comparison;
  return new AssertionError({
    message: messageOf(comparison),
    expected,
    actual: withFound(expected, mismatches),
    // jest says what this one means, and Node.js adds nothing to the message.
    operator: "deepEqual",
    ...(caller && { stackStartFn: caller }),
  });
}

function messageOf({ outcome, mismatches }: Comparison): string {
  const shown = mismatches.slice(0, MOST_DIFFERENCES).map((mismatch) => {
    const { expected, found } = difference(mismatch);
    const path = visible(mismatch.path) || "(the whole outcome)";
    return `  ${path}\n    expected  ${expected}\n    found     ${found}`;
  });
  const left = mismatches.length - shown.length;
  const more = left > 0 ? [`  … and ${left} more`] : [];
  const reasons = concerned(outcome, mismatches).map(reasonOf);
  return ["the outcome is not as expected", [...shown, ...more].join("\n"), ...reasons].join(
    "\n\n",
  );
}

/** The logins in which something differs. */
function concerned(preview: Preview, mismatches: readonly Mismatch[]): Outcome[] {
  if (!("logins" in preview)) return [preview];
  const indices = new Set(mismatches.map(({ path }) => stepsOf(path)[1]));
  const logins = preview.logins.filter((_, index) => indices.has(String(index)));
  return logins.length > 0 ? logins : preview.logins;
}

/** What became of the person, and why. */
function reasonOf({ status, decision, verdict, trace, diagnostics }: Outcome): string {
  const plain = styleFor({}, {});
  const sentence = wrap(`The person ${verdict}`.replace(/\.?$/, "."));
  const serious = diagnostics.filter(({ severity }) => severity !== "info");
  const warnings = warningLines(serious, undefined, plain);
  const steps = trace.map(({ title, detail }, index) =>
    wrap(detail ? `${title}: ${detail}` : title, `${String(index + 1).padStart(3)}. `),
  );
  return [
    `${sentence} (${status} ${decision})`,
    ["Why", ...steps].join("\n"),
    ...(warnings.length > 0 ? [["Watch out", ...warnings].join("\n")] : []),
  ].join("\n\n");
}

/** What was expected, with what was found in the places that differ: test runners show the two side by side. */
function withFound(expected: object, mismatches: readonly Mismatch[]): unknown {
  const actual = JSON.parse(JSON.stringify(expected));
  for (const { path, found } of mismatches) {
    const steps = stepsOf(path);
    const last = steps.pop();
    if (last === undefined) return found;
    const parent = steps.reduce((value, step) => value?.[step], actual);
    if (found === undefined) delete parent?.[last];
    else if (parent) define(parent, last, found);
  }
  return actual;
}

/** `__proto__` is a key like any other. */
function define(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}
