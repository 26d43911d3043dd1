// Rules that chance alone would seldom meet. Each changes a scenario, and may give a lambda, and what its logins have.

import { APPLICATIONS, EMAILS, PROVIDERS } from "./words.mjs";

const WITHOUT_REGISTRATION = { [APPLICATIONS[0]]: { enabled: true, createRegistration: false } };
const REGISTRATIONS = [
  { id: "registration-1", applicationId: APPLICATIONS[0], roles: [], username: "shown" },
];

/** Two users of the application's tenant, of whom one is registered. */
function twoUsers(scenario) {
  const tenantId = scenario.application.tenantId ?? scenario.tenant?.id;
  scenario.users = [
    { id: "user-1", tenantId, email: EMAILS[0], registrations: REGISTRATIONS },
    { id: "user-2", tenantId, email: EMAILS[1] },
  ];
  delete scenario.links;
  delete scenario.actions;
  scenario.identityProvider.type = "OpenIDConnect";
}

/** A lambda moves the login to a user who is not registered, and then has no registration to write to. */
function movesToUnregistered(scenario, { one }) {
  twoUsers(scenario);
  scenario.identityProvider.linkingStrategy = "LinkByEmail";
  scenario.identityProvider.applicationConfiguration = WITHOUT_REGISTRATION;
  scenario.assumptions = { "registration-when-not-created": "undefined" };
  const lambda = [
    { set: "/registration/username", value: "shown" },
    { set: "/user/email", value: one([EMAILS[0], EMAILS[1]]) },
  ];
  return { lambda, login: { userinfo: { email: EMAILS[0] } } };
}

/** A lambda writes claims that no field can hold, or nothing, over what is stored. */
function writesOddly(scenario, { one }) {
  twoUsers(scenario);
  scenario.identityProvider.linkingStrategy = "LinkByEmail";
  scenario.assumptions = {
    "undefined-write": one(["keeps", "clears"]),
    "lambda-result-conversion": one(["as-domain-classes", "drops-value"]),
  };
  const lambda = [
    { set: "/registration/username", from: "/jwt/preferred_username" },
    { set: "/user/email", value: one([EMAILS[0], EMAILS[1], ""]) },
  ];
  const preferred_username = one([null, "", "  ", [], {}, 5, "ann"]);
  return { lambda, login: { userinfo: { email: EMAILS[0], preferred_username } } };
}

/** A lambda writes the username of the very user who was found in other letters, or none. */
function writesInOtherLetters(scenario, { one }) {
  twoUsers(scenario);
  scenario.users[0].username = "john";
  scenario.identityProvider.linkingStrategy = "LinkByUsername";
  const claims = { preferred_username: "john", username: "john" };
  return {
    lambda: [{ set: "/user/username", value: one(["JOHN", " "]) }],
    login: { userinfo: claims },
  };
}

function withLimit({ identityProvider, application, tenant }, maximumLinks) {
  const tenantId = application.tenantId ?? tenant?.id;
  const limitUserLinkCount = { enabled: true, maximumLinks };
  if (tenantId) identityProvider.tenantConfiguration = { [tenantId]: { limitUserLinkCount } };
}

function anonymousWithoutRoom(scenario) {
  scenario.identityProvider.linkingStrategy = "LinkAnonymously";
  withLimit(scenario, 0);
  return {};
}

/** A pending link that is completed by somebody who has a link already. */
function pendingWithoutRoom(scenario, { one }) {
  twoUsers(scenario);
  scenario.identityProvider.linkingStrategy = "CreatePendingLink";
  const link = { identityProviderId: PROVIDERS[0], identityProviderUserId: "s1", userId: "user-1" };
  scenario.links = [link];
  withLimit(scenario, one([1, 2]));
  return { login: { pendingLinkUserId: "user-1" } };
}

function rolesThatFail(scenario, { one }) {
  scenario.application.roles = [{ name: "user", isDefault: true }, { name: "admin" }];
  scenario.assumptions = { "unknown-role": one(["fails", "kept", "dropped"]) };
  return { lambda: [{ set: "/registration/roles", value: one([["owner"], ["admin", "owner"]]) }] };
}

/** Nobody is called anything, so that what was shown before stays. */
function namesNobody(scenario) {
  twoUsers(scenario);
  const [user] = scenario.users;
  delete user.email;
  const link = { identityProviderId: PROVIDERS[0], identityProviderUserId: "s1", userId: user.id };
  scenario.links = [{ ...link, displayName: "before" }];
  const userinfo = { sub: "s1", email: null, preferred_username: null, username: null };
  return { login: { userinfo: { ...userinfo, "custom:id": "s1", "custom:mail": null } } };
}

export const RARE = [
  movesToUnregistered,
  writesOddly,
  writesInOtherLetters,
  anonymousWithoutRoom,
  pendingWithoutRoom,
  rolesThatFail,
  namesNobody,
];
