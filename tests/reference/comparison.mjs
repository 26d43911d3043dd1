// The model beside the core, over as many made-up logins as one asks for.

import { countBlocks } from "./blocks.mjs";

/** Cognito's forms, and what a login of the model can end with: each has to be met. */
const ENDS = [
  ...["id token", "userinfo", "user attributes", "API Gateway, REST", "API Gateway, HTTP"].map(
    (form) => `cognito: ${form}`,
  ),
  "decision: linked",
  "decision: link-existing",
  "decision: create",
  "decision: create-anonymous",
  "decision: pending",
  "decision: not-linked",
  "decision: reject",
  ...[200, 202, 232, 400, 401, 404, 409, 410, 512].map((status) => `status: ${status}`),
  ...[
    "ExistingUserAlreadyLinked",
    "IdentityProviderDisabled",
    "InvalidApplication",
    "InvalidIdentityProviderId",
    "LambdaInvocationException",
    "LinkCountExceeded",
    "LoginPrevented",
    "LoginValidationFailed",
    "MissingEmail",
    "MissingUniqueId",
    "MissingUsername",
    "UnknownRole",
    "UnsupportedLinkingStrategy",
    "UnverifiedEmail",
    "UserDoesNotExistByEmail",
    "UserDoesNotExistByUsername",
    "UserExpired",
    "UserLocked",
  ].map((code) => `error: ${code}`),
];

/**
 * Compares at least `logins` logins, in scenarios made of `seed` and the numbers behind it: what differs, how often
 * each branch of the model was met, and what of it never ran.
 */
export async function compareLogins(kit, { logins, seed }) {
  const blocks = countBlocks();
  const { compareSeed } = await import("./compare.mjs");
  const { branchesMet } = await import("./model/branches.mjs");
  const run = { logins: 0, scenarios: 0, different: [] };
  for (; run.logins < logins; run.scenarios += 1) {
    const made = seed + run.scenarios;
    const { differences, logins: compared } = compareSeed(made, kit);
    if (differences.length > 0) run.different.push({ seed: made, differences });
    run.logins += compared;
  }
  const met = branchesMet();
  const unmet = ENDS.filter((end) => !met.has(end));
  return { ...run, met, missed: [...unmet, ...blocks.missed()] };
}
