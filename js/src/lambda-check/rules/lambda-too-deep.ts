// A text that is nested too deeply to be looked at.

import type { Finding } from "../rule.js";

/** Not looked for: it is what keeps every other rule from speaking. */
export const lambdaTooDeep = {
  id: "lambda-too-deep",
  /** The finding, for any text that is nested too deeply. */
  of(): Finding {
    return {
      severity: "error",
      at: { start: 0, end: 0 },
      message: "the lambda is nested too deeply and is not checked",
      help: "break long chains of operators, calls and brackets up into several statements",
    };
  },
};
