// What is documented nowhere, with the default first: the table of docs/assumptions.md. Left out are those that
// belong to lambdas' consoles, to policies, and to types of providers that the model does not have.

export const ASSUMPTIONS = {
  "email-verified-check": ["after-lambda", "before-lambda"],
  "string-false-email-verified": ["is-false", "ignored"],
  "undefined-write": ["clears", "keeps"],
  "roles-on-create": ["lambda-else-defaults", "merge", "defaults-only"],
  "unknown-role": ["dropped", "kept", "fails"],
  "registration-when-not-created": ["transient", "undefined"],
  "lambda-on-pending": ["skipped", "runs"],
  "username-case": ["insensitive", "sensitive"],
  "link-limit-on-automatic-link": ["enforced", "not-enforced"],
  "inactive-user": ["reconciled-then-denied", "denied-first"],
  "lambda-result-conversion": ["as-domain-classes", "drops-value"],
  "undocumented-user-field": ["ignored", "honoured"],
  "linking-claim-of-matched-user": ["changes", "keeps"],
  "login-validation-denial": ["persisted", "rolled-back"],
};

/** The value of an assumption in a scenario. */
export function assumed(scenario, id) {
  return scenario.assumptions?.[id] ?? ASSUMPTIONS[id][0];
}
