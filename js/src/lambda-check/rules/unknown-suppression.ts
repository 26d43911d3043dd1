// A comment that silences nothing that exists.

import { nearest } from "../../nearest.js";
import type { Finding } from "../rule.js";
import type { Suppression } from "../suppressions.js";

/** Speaks of a comment whose rule there is not. */
export const unknownSuppression = {
  id: "unknown-suppression",
  /** What is wrong with a comment that names none of `rules`. */
  of({ rule, at }: Suppression, rules: readonly string[]): Finding {
    const near = nearest(rule, rules);
    return {
      severity: "warning",
      at,
      message: rule
        ? `\`${rule}\` is not a rule about lambdas`
        : "this comment does not say which rule is to be silent",
      help: near
        ? `did you mean \`${near}\`?`
        : "write the code of a finding: `// reconcile-kit-ignore email-case -- why`",
    };
  },
};
