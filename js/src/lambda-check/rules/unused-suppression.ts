// A comment that silences a rule which has nothing to say.

import type { Finding } from "../rule.js";
import type { Suppression } from "../suppressions.js";

/** Speaks of a comment that can go. */
export const unusedSuppression = {
  id: "unused-suppression",
  /** What there is to say of a comment that silenced nothing. */
  of({ rule, at, line }: Suppression): Finding {
    const where = line === undefined ? "in this file" : `in line ${line}`;
    return {
      severity: "info",
      at,
      message: `\`${rule}\` has nothing to say ${where}`,
      help: "take the comment out, so that it hides nothing later",
    };
  },
};
