// How Cloudflare's Workers find the module: they compile what is imported when they are deployed, and no bytes later on.

import module from "file:reconcile_kit.wasm";
import type { Environment } from "../environment.js";

/** This environment. */
export const environment: Environment = { read: () => module };
