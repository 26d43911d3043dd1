// What FusionAuth's engine and the sandbox answer in different ways.

import { DIFFERENCES } from "../engine-differences.js";
import type { Rule } from "../rule.js";

/** Speaks of constructs whose answer here may not be FusionAuth's. */
export const engineDiffers: Rule = {
  id: "engine-differs",
  *find(lambda) {
    for (const { severity, what, why, help, find } of DIFFERENCES) {
      for (const at of find(lambda)) {
        yield { severity, at, message: `this lambda ${what}, and ${why}`, help };
      }
    }
  },
};
