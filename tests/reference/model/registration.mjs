// The registration for the application: rows 2, 3, 13, 14, 22 to 26, 42 and 43.

import { assumed } from "./assumptions.mjs";
import { meet } from "./branches.mjs";
import { refusal } from "./refusal.mjs";

export function registrationOf(scenario, user) {
  const application = scenario.application.id;
  return (user.registrations ?? []).find((one) => one.applicationId === application) ?? null;
}

export function createsRegistration({ identityProvider: provider, application }) {
  return provider.applicationConfiguration?.[application.id]?.createRegistration ?? true;
}

/**
 * The registration after the login, and whether it is refused. `written` is what a lambda or mappings made of it:
 * `{roles, username}`, where they wrote.
 */
export function register(scenario, user, written) {
  const before = registrationOf(scenario, user);
  if (!before && !createsRegistration(scenario)) {
    meet("registration: none");
    return { registration: null };
  }
  const given =
    written.roles === undefined ? undefined : known(scenario, before?.roles ?? [], written.roles);
  if (given === null) return { refusal: refusal(400, "UnknownRole") };
  meet(`registration: ${before ? "updated" : "created"}`);
  const roles = before ? (given ?? before.roles ?? []) : rolesOfNew(scenario, given);
  const username = written.username === undefined ? before?.username : written.username;
  const applicationId = scenario.application.id;
  return { registration: { ...before, applicationId, roles, username: username ?? null } };
}

/** Roles as a sorted set, those that are stored or that the application has; null where an unknown one fails. */
function known(scenario, stored, roles) {
  const sorted = [...new Set(roles)].sort();
  const names = scenario.application.roles?.map((role) => role.name);
  const unknown = names
    ? sorted.filter((role) => !names.includes(role) && !stored.includes(role))
    : [];
  if (unknown.length === 0) return sorted;
  const choice = assumed(scenario, "unknown-role");
  meet(`unknown role: ${choice}`);
  if (choice === "fails") return null;
  return choice === "kept" ? sorted : sorted.filter((role) => !unknown.includes(role));
}

function rolesOfNew(scenario, given = []) {
  const all = scenario.application.roles ?? [];
  const defaults = all.filter((role) => role.isDefault).map((role) => role.name);
  const choice = assumed(scenario, "roles-on-create");
  if (given.length > 0) meet(`roles of new registration: ${choice}`);
  if (choice === "defaults-only") return defaults.sort();
  if (choice === "merge") return [...new Set([...given, ...defaults])].sort();
  return given.length > 0 ? given : defaults.sort();
}
