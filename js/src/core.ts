// The one instance of the WebAssembly module that a program has.

import * as glue from "../../pkg/reconcile_kit.js";
import { environment } from "./environment.js";
import { failure, ReconcileKitError, reasonOf, toError } from "./errors.js";
import type { ModuleSource } from "./types.js";

let started = false;

/** Loads and starts the module; a second call waits for the first. */
export async function start(source?: ModuleSource): Promise<void> {
  if (started) return;
  const { address, read } = environment();
  if (source === undefined && read) {
    core();
    return;
  }
  const from = source ?? address;
  if (from === undefined) throw notStarted("nothing says where the module is");
  try {
    await glue.default({ module_or_path: from });
  } catch (error) {
    throw notStarted(`the module could not be loaded: ${reasonOf(error)}`, error);
  }
  started = true;
}

/** The module's functions, started now where that needs no waiting. */
function core(): typeof glue {
  if (!started) {
    const { read } = environment();
    if (!read) throw notStarted("the module is not loaded");
    try {
      glue.initSync({ module: read() });
    } catch (error) {
      throw notStarted(`the module could not be started: ${reasonOf(error)}`, error);
    }
    started = true;
  }
  return glue;
}

function notStarted(message: string, cause?: unknown): ReconcileKitError {
  const help =
    "call `await init()` once before anything else, where reconcile_kit.wasm can be fetched, or import `reconcile-kit/inline`";
  return new ReconcileKitError(failure("not-initialised", "", message, help), { cause });
}

/** Calls the core; what it throws becomes a {@link ReconcileKitError}. */
export function call<T>(work: (core: typeof glue) => T): T {
  try {
    return work(core());
  } catch (error) {
    throw toError(error);
  }
}
