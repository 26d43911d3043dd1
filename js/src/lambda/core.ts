// The one instance of the small module that a program has. It is inside the bundle, so it starts at the first call.

import text from "embedded:reconcile_kit_lambda";
import * as glue from "../../../pkg/lambda/reconcile_kit_lambda.js";
import { unpack } from "../embedded/unpack.js";
import { failure, ReconcileKitError, reasonOf, toError } from "../errors.js";

let started = false;

/** The module's functions. */
function core(): typeof glue {
  if (started) return glue;
  try {
    glue.initSync({ module: unpack(text) });
  } catch (error) {
    const help =
      "Cloudflare Workers compile no bytes while they run: bundle with the export condition `workerd`, as Wrangler does; elsewhere allow WebAssembly";
    const message = `the module could not be started: ${reasonOf(error)}`;
    const problem = failure("not-initialised", "", message, help);
    throw new ReconcileKitError(problem, { cause: error });
  }
  started = true;
  return glue;
}

/** Calls the core; what it throws becomes a {@link ReconcileKitError}. */
export function call<T>(work: (core: typeof glue) => T): T {
  try {
    return work(core());
  } catch (error) {
    throw toError(error);
  }
}
