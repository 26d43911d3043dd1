// A text that is too long to be looked at.

import { LONGEST } from "../parse.js";
import type { Finding } from "../rule.js";

/** Not looked for: it is what keeps every other rule from speaking. */
export const lambdaTooLarge = {
  id: "lambda-too-large",
  /** The finding, for any text that is too long. */
  of(): Finding {
    return {
      severity: "error",
      at: { start: 0, end: 0 },
      message: `the lambda is longer than ${LONGEST / 1024} KiB and is not checked`,
      help: "keep what belongs to the mapping of claims, and leave bundled libraries out",
    };
  },
};
