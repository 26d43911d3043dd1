// `--engine`: what runs lambdas.

import { ReconcileKitError } from "../errors.js";
import { type Choice, choiceOf, type EngineName } from "../sandbox/choice.js";
import type { Arguments } from "./arguments.js";
import { UsageError } from "./exit.js";

/** The lines that explain the option. */
export const ENGINE_HELP = `  --engine NAME    what runs lambdas: quickjs (the default), or graaljs, which
                   FusionAuth itself runs; \`reconcile-kit engine --help\``;

/**
 * The engine that a call asks for.
 *
 * @throws {UsageError} for a name that is none.
 */
export function engineIn(values: Arguments["values"]): Choice {
  return asUsage(() => choiceOf(values.get("engine") as EngineName | undefined));
}

/** Does `work`; an engine that cannot be used is the fault of the call, and of none of its documents. */
export function asUsage<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw usageOf(error);
  }
}

/** The same error, as one of the call if it is about the engine. */
export function usageOf(error: unknown): unknown {
  const isOfEngine = error instanceof ReconcileKitError && error.code.startsWith("engine-");
  return isOfEngine ? new UsageError(error.message, error.help) : error;
}
