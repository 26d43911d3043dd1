// Amazon Cognito's pre token generation trigger: a policy says who gets a token, and which roles are in it.
//
// Everything at the top level runs once, in the phase in which AWS starts the function. Cognito waits five seconds
// for an answer, that phase included, and calls again when none came.

import { readFileSync } from "node:fs";
import { createReconcile, PolicyDeniedError } from "reconcile-kit/lambda";

/** The claim that carries the roles. */
const ROLES = "roles";

const reconcile = createReconcile(readFileSync(new URL("policy.json", import.meta.url), "utf8"), {
  // A value that could not be used is no reason to send somebody away, but somebody should know. The value itself is
  // personal and stays out of the log.
  onResult({ skipped }) {
    for (const { path, rule, reason } of skipped) console.warn(`${path}: ${reason} (${rule})`);
  },
});

export async function handler(event) {
  // A machine's token has no person behind it.
  if (event.triggerSource === "TokenGeneration_ClientCredentials") return event;
  return { ...event, response: responseOf(event, rolesOf(event)) };
}

/** The roles that the policy gives to the person. A refusal becomes the message that Cognito's pages show. */
function rolesOf(event) {
  const { userAttributes, groupConfiguration } = event.request;
  const jwt = { ...userAttributes, username: event.userName };
  const idToken = {
    iss: `https://cognito-idp.${event.region}.amazonaws.com/${event.userPoolId}`,
    aud: event.callerContext.clientId,
    sub: userAttributes.sub,
    "cognito:username": event.userName,
    "cognito:groups": groupConfiguration.groupsToOverride ?? [],
  };
  const registration = {};
  try {
    reconcile({}, registration, jwt, idToken);
  } catch (error) {
    if (error instanceof PolicyDeniedError) throw new Error(error.message);
    throw error;
  }
  return registration.roles ?? [];
}

function responseOf({ version, request }, roles) {
  const groupOverrideDetails = kept(request.groupConfiguration);
  if (version === "1") {
    // The first version carries texts only, and in the ID token only.
    const claimsToAddOrOverride = roles.length > 0 ? { [ROLES]: roles.join(" ") } : {};
    return { claimsOverrideDetails: { claimsToAddOrOverride, groupOverrideDetails } };
  }
  if (version === "2" || version === "3") {
    const token = { claimsToAddOrOverride: { [ROLES]: roles } };
    return {
      claimsAndScopeOverrideDetails: {
        idTokenGeneration: token,
        accessTokenGeneration: token,
        groupOverrideDetails,
      },
    };
  }
  throw new Error(`pre token generation of version ${version} is not known here`);
}

/** The groups as they are. An answer without them would take them out of the tokens. */
function kept({ groupsToOverride, iamRolesToOverride, preferredRole }) {
  return {
    groupsToOverride: groupsToOverride ?? [],
    iamRolesToOverride: iamRolesToOverride ?? [],
    // Cognito says `null` or "" where there is none.
    ...(preferredRole ? { preferredRole } : {}),
  };
}
