// How Node.js finds the module: it reads the file beside the bundle, at once and without `init()`.

import { readFileSync } from "node:fs";
import type { Environment } from "../environment.js";

/** This environment. */
export const environment: Environment = {
  read: () => readFileSync(new URL("./reconcile_kit.wasm", import.meta.url)),
};
