// The world that a login happens in: whose it is, who is there, and which doors are closed to everyone.

import { assumed } from "./assumptions.mjs";
import { meet } from "./branches.mjs";
import { strategyOf } from "./claims.mjs";
import { refusal } from "./refusal.mjs";
import { has } from "./versions.mjs";

export function tenantOf({ tenant, application }) {
  return application?.tenantId ?? tenant?.id ?? null;
}

/** A user of this tenant; one that does not say so is of every tenant. */
export function isHere(scenario, { tenantId }) {
  const tenant = tenantOf(scenario);
  return tenant === null || tenantId === undefined || tenantId === null || tenantId === tenant;
}

/** Nobody gets in whatever they are: the provider or the application is off, or is not for this tenant. */
export function closedDoor(scenario) {
  const { identityProvider: provider, application, fusionauth } = scenario;
  if (application?.state === "Inactive" || application?.active === false) {
    return closed("InvalidApplication");
  }
  if (provider.enabled === false) return closed("IdentityProviderDisabled");
  const settings = provider.applicationConfiguration;
  if (settings && !(settings[application?.id]?.enabled ?? false)) {
    return closed("IdentityProviderDisabled");
  }
  const isOther = provider.tenantId !== undefined && provider.tenantId !== tenantOf(scenario);
  if (isOther && has(fusionauth, "provider-of-a-tenant"))
    return closed("InvalidIdentityProviderId");
  const strategy = strategyOf(provider);
  const isUnknown = strategy === "Disabled" && !has(fusionauth, "disabled");
  if (strategy === "Unsupported" || isUnknown) return closed("UnsupportedLinkingStrategy");
  return null;
}

function closed(code) {
  meet(`door: ${code}`);
  return refusal(400, code);
}

export function sameEmail(text) {
  return text.trim().toLowerCase();
}

/** The user who has `value` as e-mail address or username, by `key`. */
export function find(scenario, state, key, value) {
  const isCaseless = key === "email" || assumed(scenario, "username-case") === "insensitive";
  const form = (text) => (isCaseless ? sameEmail(text) : text.trim());
  return state.users.find(
    (user) => isHere(scenario, user) && user[key] && form(user[key]) === form(value),
  );
}

/** The links of `user` to this identity provider. */
export function linksOf(scenario, state, user) {
  const { id } = scenario.identityProvider;
  return state.links.filter((link) => link.identityProviderId === id && link.userId === user.id);
}

/** The link of the person with `uniqueId`, of this tenant. */
export function linkOf(scenario, state, uniqueId) {
  const { id } = scenario.identityProvider;
  return state.links.find(
    (link) =>
      link.identityProviderId === id &&
      link.identityProviderUserId === uniqueId &&
      isHere(scenario, link) &&
      isHere(
        scenario,
        state.users.find((user) => user.id === link.userId),
      ),
  );
}
