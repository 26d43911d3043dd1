// What a lambda or attribute mappings make of user and registration, before FusionAuth says what of it counts.

import { assumed } from "./assumptions.mjs";
import { strategyOf, typeOf } from "./claims.mjs";
import { createsRegistration, registrationOf } from "./registration.mjs";
import { has } from "./versions.mjs";

/** `lambda`, `mappings` or null: nothing runs for people who are linked anonymously. */
export function reconcilerOf(scenario, lambda) {
  const { identityProvider: provider, fusionauth } = scenario;
  if (strategyOf(provider) === "LinkAnonymously") return null;
  if (lambda) return "lambda";
  const mappings = Object.keys(provider.attributeMappings ?? {}).length > 0;
  return mappings && has(fusionauth, "attribute-mappings") ? "mappings" : null;
}

/**
 * One run on `user`: `{user, registration}` as it leaves them, or `{failure}` when it throws. `tokens` are the claims
 * of userinfo and of the id token that could be verified.
 */
export function run(scenario, lambda, user, tokens) {
  const draft = structuredClone(user);
  const given = { user: draft, ...tokens };
  const isRegistered = registrationOf(scenario, user) !== null;
  const isThere =
    !lambda ||
    isRegistered ||
    createsRegistration(scenario) ||
    assumed(scenario, "registration-when-not-created") === "transient";
  if (isThere)
    given.registration = structuredClone(registrationOf(scenario, user) ?? { roles: [] });
  const failure = lambda ? steps(lambda, given) : mappings(scenario, given);
  return failure ? { failure } : { user: given.user, registration: given.registration ?? null };
}

/** The steps that tests/cases/README.md describes. */
function steps(lambda, given) {
  for (const step of lambda) {
    if ("throw" in step) return `Error: ${step.throw}`;
    const target = step.set ?? step.undefine ?? step.unset;
    const value = "from" in step ? at(given, step.from) : step.value;
    const root = target.split("/")[1];
    if (given[root] === undefined) return `TypeError: ${root} is undefined`;
    put(given, target, "set" in step ? value : undefined);
  }
  return null;
}

/**
 * A mapping that finds nothing, or that names no field, is skipped. Sources name the token for OpenID Connect; other
 * types have one answer, and leave its name out.
 */
function mappings(scenario, given) {
  const { attributeMappings } = scenario.identityProvider;
  const sources = typeOf(scenario.identityProvider) === "OpenIDConnect" ? given : given.jwt;
  for (const [target, source] of Object.entries(attributeMappings)) {
    const value = at(sources, source.startsWith("/") ? source : `/${source.replaceAll(".", "/")}`);
    const place = `/${target.replaceAll(".", "/")}`;
    if (value === undefined || value === null || !/^\/(user|registration)\//.test(place)) continue;
    if (place !== "/user/birthDate" || isDay(value)) put(given, place, value);
  }
  return null;
}

export function isDay(value) {
  return /^\d{4}-\d\d-\d\d$/.test(value);
}

function at(given, pointer) {
  let value = given;
  for (const key of pointer.slice(1).split("/")) {
    if (value === undefined || value === null || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return structuredClone(value);
}

function put(given, pointer, value) {
  const [root, ...path] = pointer.slice(1).split("/");
  const last = path.pop();
  let object = given[root];
  for (const key of path) {
    object[key] ??= {};
    object = object[key];
  }
  object[last] = structuredClone(value);
}
