// Why a lambda was stopped.

import type { Limits } from "./limits.js";

/** The limit that stopped a run, or that the engine itself failed. */
export type Stop = keyof Limits | { readonly broken: string };
