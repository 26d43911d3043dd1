// How a browser finds the module: `init()` fetches it. Bundlers know this form of an address.

import type { Environment } from "../environment.js";

/** This environment. */
export const environment: Environment = {
  address: new URL("./reconcile_kit.wasm", import.meta.url),
};
