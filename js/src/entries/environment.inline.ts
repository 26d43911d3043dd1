// The module as text, which needs neither a file nor the network.

import text from "embedded:reconcile_kit";
import { unpack } from "../embedded/unpack.js";
import type { Environment } from "../environment.js";

/** This environment. */
export const environment: Environment = { read: () => unpack(text) };
