// How Node.js finds the module: it reads the file, at once and without `init()`.

import { readFileSync } from "node:fs";

/** How an environment finds the module. */
export interface Environment {
  /** Where the module is, beside the bundle. */
  readonly address: URL;
  /** Reads it, where that can be done without waiting. */
  readonly read?: (address: URL) => Uint8Array<ArrayBuffer>;
}

/** This environment. The browser's bundle has `environment.browser.ts` in its place. */
export const environment: Environment = {
  address: new URL("./reconcile_kit.wasm", import.meta.url),
  read: readFileSync,
};
