// Makes a scenario up, and a lambda beside it.

import { ASSUMPTIONS } from "../model/assumptions.mjs";
import { typeOf } from "../model/claims.mjs";
import { madeUpCognitoLogin } from "./cognito.mjs";
import { madeUpLambda, madeUpMappings } from "./lambda.mjs";
import { madeUpLogin } from "./login.mjs";
import { madeUpPeople } from "./people.mjs";
import { randomOf } from "./random.mjs";
import { RARE } from "./rare.mjs";
import { APPLICATIONS, NOW, PROVIDERS, TENANTS, VERSIONS } from "./words.mjs";

const STRATEGIES = [
  [8, "LinkByEmail"],
  [5, "LinkByEmailForExistingUser"],
  [4, "LinkByUsername"],
  [3, "LinkByUsernameForExistingUser"],
  [2, "LinkAnonymously"],
  [3, "CreatePendingLink"],
  [2, "Disabled"],
  [0.2, "Unsupported"],
  [1, undefined],
];

const ENDPOINTS = {
  authorization_endpoint: "https://login.example.com/authorize",
  token_endpoint: "https://login.example.com/token",
  userinfo_endpoint: "https://login.example.com/userinfo",
};

/** `{scenario, lambda}` of a seed; `people` are the logins of a Cognito user pool, each in one of its forms. */
export function madeUp(seed) {
  const random = randomOf(seed);
  const { one, chance } = random;
  const application = madeUpApplication(random);
  const provider = madeUpProvider(random);
  const scenario = {
    ...(chance(0.4) ? { fusionauth: one(VERSIONS) } : {}),
    now: new Date(NOW).toISOString(),
    identityProvider: provider,
    application,
    ...(chance(application.tenantId ? 0.1 : 0.6) ? { tenant: { id: one(TENANTS) } } : {}),
    ...madeUpPeople(random),
    ...(chance(0.45) ? { assumptions: madeUpAssumptions(random) } : {}),
    ...(chance(0.08) ? { loginValidation: madeUpValidation(random) } : {}),
  };
  const rare = chance(0.1) ? one(RARE)(scenario, random) : {};
  const lambda = rare.lambda ?? (chance(0.45) ? madeUpLambda(random) : null);
  if (lambda) provider.lambdaConfiguration = { reconcileId: "lambda-1" };
  else if (chance(0.35)) provider.attributeMappings = madeUpMappings(random, typeOf(provider));
  if (!application.tenantId && !scenario.tenant) forgetTenants(scenario);
  const count = 1 + random.upTo(3);
  if (!rare.login && typeOf(provider) === "OpenIDConnect" && chance(0.12)) {
    const people = Array.from({ length: count }, () => madeUpCognitoLogin(random));
    return { scenario: { ...scenario, logins: people.map(({ login }) => login) }, lambda, people };
  }
  scenario.logins = Array.from({ length: count }, () => {
    const login = madeUpLogin(random, scenario);
    const userinfo = { ...login.userinfo, ...rare.login?.userinfo };
    return { ...login, ...rare.login, userinfo };
  });
  return { scenario, lambda };
}

/** A scenario that names no tenant is of one. */
function forgetTenants(scenario) {
  const { identityProvider, users = [], links = [] } = scenario;
  delete identityProvider.tenantId;
  delete identityProvider.tenantConfiguration;
  const seen = { email: new Set(), username: new Set() };
  for (const user of users) {
    delete user.tenantId;
    for (const [key, values] of Object.entries(seen)) {
      if (values.has(user[key])) delete user[key];
      values.add(user[key]);
    }
  }
  const people = new Set();
  scenario.links = links.filter(({ identityProviderId, identityProviderUserId }) => {
    const person = `${identityProviderId} ${identityProviderUserId}`;
    return !people.has(person) && people.add(person);
  });
  for (const link of scenario.links) delete link.tenantId;
}

function madeUpApplication({ one, chance }) {
  return {
    id: APPLICATIONS[0],
    ...(chance(0.92) ? { tenantId: one(TENANTS) } : {}),
    ...(chance(0.9)
      ? {
          roles: [
            { name: "user", isDefault: chance(0.7) },
            { name: "admin", isDefault: chance(0.1) },
          ],
        }
      : {}),
    ...(chance(0.02) ? { state: "Inactive" } : {}),
  };
}

function madeUpProvider(random) {
  const { one, chance, weighed } = random;
  const linkingStrategy = weighed(STRATEGIES);
  const settings = weighed([
    [3, undefined],
    [6, { [APPLICATIONS[0]]: { enabled: true } }],
    [5, { [APPLICATIONS[0]]: { enabled: true, createRegistration: false } }],
    [1, { [APPLICATIONS[0]]: { enabled: true, createRegistration: true } }],
    [0.2, { [APPLICATIONS[0]]: { enabled: false } }],
    [0.2, { [APPLICATIONS[1]]: { enabled: true } }],
  ]);
  const type = weighed([
    [3, undefined],
    [12, "OpenIDConnect"],
    [1, "Google"],
    [1, "Facebook"],
    [1, "Steam"],
    [1, "Twitch"],
  ]);
  return {
    id: PROVIDERS[0],
    name: "Cognito",
    enabled: !chance(0.02),
    ...(type ? { type } : {}),
    ...(linkingStrategy ? { linkingStrategy } : {}),
    ...(chance(0.05) ? { tenantId: one(TENANTS) } : {}),
    ...(chance(0.2) ? { debug: true } : {}),
    ...(settings ? { applicationConfiguration: settings } : {}),
    ...(chance(0.25) ? { tenantConfiguration: madeUpLimit(random) } : {}),
    ...(chance(0.9) ? { oauth2: madeUpOauth2(random) } : {}),
  };
}

function madeUpLimit({ one, chance }) {
  const limitUserLinkCount = {
    enabled: chance(0.8),
    ...(chance(0.9) ? { maximumLinks: one([0, 1, 1, 2]) } : {}),
  };
  return { [one(TENANTS)]: { limitUserLinkCount } };
}

function madeUpOauth2({ chance, weighed }) {
  const scope = weighed([
    [6, "openid email profile"],
    [1, "email profile"],
    [1, "openid"],
    [1, undefined],
  ]);
  return {
    ...(chance(0.8) ? { issuer: "https://login.example.com" } : {}),
    ...(chance(0.2) ? ENDPOINTS : {}),
    ...(scope === undefined ? {} : { scope }),
    ...(chance(0.1) ? { uniqueIdClaim: "custom:id" } : {}),
    ...(chance(0.1) ? { emailClaim: "custom:mail" } : {}),
    ...(chance(0.1) ? { emailVerifiedClaim: "custom:checked" } : {}),
    ...(chance(0.3) ? { usernameClaim: "username" } : {}),
  };
}

function madeUpAssumptions({ one, chance, upTo }) {
  const ids = Object.keys(ASSUMPTIONS);
  const chosen = Array.from({ length: 1 + upTo(chance(0.2) ? 8 : 2) }, () => one(ids));
  return Object.fromEntries(chosen.map((id) => [id, one(ASSUMPTIONS[id])]));
}

function madeUpValidation({ weighed }) {
  return weighed([
    [1, { generalErrors: [{ code: "[blocked]", message: "Not today." }], fieldErrors: {} }],
    [1, { generalErrors: [], fieldErrors: { "user.email": [{ code: "[odd]", message: "Odd." }] } }],
    [1, { generalErrors: [], fieldErrors: {} }],
  ]);
}
