// What exports are made of on this page.

import type { Subject } from "../../carry/export/exports.js";
import { masked } from "../../carry/mask.js";
import { compose } from "../../draft/compose.js";
import type { Draft } from "../../draft/draft.js";
import { ask, simulate } from "../../kit/client.js";

/**
 * The draft to be exported. What it leads to is simulated with the very draft that is exported: then no token can get
 * into a report by way of a lambda.
 */
export function subjectOf(original: Draft, hasTokens: boolean): Subject {
  const draft = hasTokens ? original : masked(original);
  const { text } = compose(draft);
  let outcome: Promise<string> | undefined;
  return {
    draft,
    outcome: () => {
      outcome ??= simulate(text, draft.lambda.used);
      return outcome;
    },
    exportPolicy: (policy, form) => ask("exportPolicy", { policy, form }),
    lambdaType: async () => (await ask("lambdaFacts", { scenario: text })).type,
    versions: () => ask("versions", {}),
  };
}
