// A program of somebody who uses both packages: it asks a FusionAuth for what it has, plays a login through, and sends
// back what became of the person. Compiled as its user would, and run beside a server that answers as FusionAuth does.

import { FusionAuthClient } from "@fusionauth/typescript-client";
import { type IdentityProvider, type Scenario, simulate } from "reconcile-kit";

const [host = "", applicationId = "", providerId = "", userId = ""] = process.argv.slice(2);
const fusionAuth = new FusionAuthClient("key", host);

/** What is in an answer that has to be there. */
function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error("FusionAuth does not have it");
  return value;
}

async function answer<T>(asked: Promise<{ response: T }>): Promise<T> {
  return (await asked).response;
}

const provider = await answer(fusionAuth.retrieveIdentityProvider(providerId));
const application = await answer(fusionAuth.retrieveApplication(applicationId));
const { tenant } = await answer(
  fusionAuth.retrieveTenant(found(application.application?.tenantId)),
);
const { user } = await answer(fusionAuth.retrieveUser(userId));
const { registration } = await answer(fusionAuth.retrieveRegistration(userId, applicationId));
const links = await answer(fusionAuth.retrieveUserLinksByUserId(providerId, userId));
const { lambda } = await answer(fusionAuth.retrieveLambda("openid"));

const scenario = {
  identityProvider: found(provider.identityProvider),
  application: found(application.application),
  tenant: found(tenant),
  users: [{ ...found(user), registrations: [found(registration)] }],
  links: found(links.identityProviderLinks),
  login: { userinfo: { sub: "7f3a", email: "jane@example.com", given_name: "Jane" } },
} satisfies Scenario;

const outcome = simulate(scenario, {
  reconcile(user, registration, jwt) {
    user.firstName = jwt.given_name;
    registration.data = { lambda: found(lambda?.name) };
  },
});

const becomes = found(outcome.user);
await fusionAuth.patchUser(found(becomes.id), { user: becomes });
await fusionAuth.register(found(becomes.id), { registration: found(outcome.registration) });
await fusionAuth.createUserLink({ identityProviderLink: found(outcome.link) });
const changed: IdentityProvider = {
  ...scenario.identityProvider,
  linkingStrategy: "LinkByEmailForExistingUser",
};
await fusionAuth.updateIdentityProvider(providerId, { identityProvider: changed });
console.log(outcome.status, outcome.decision);
