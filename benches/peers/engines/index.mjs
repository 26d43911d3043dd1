// Every engine. What an engine does not have among its tasks, it cannot express.

import { cedar } from "./cedar.mjs";
import { cel } from "./cel.mjs";
import { jsonLogic } from "./json-logic.mjs";
import { jsonata } from "./jsonata.mjs";
import { reconcileKit, smallCore } from "./reconcile-kit.mjs";
import { zen } from "./zen.mjs";

export const PEERS = [jsonLogic, jsonata, cel, zen, cedar];
export const ENGINES = [reconcileKit, smallCore, ...PEERS];
