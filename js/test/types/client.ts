// Everything that FusionAuth's client has types for goes in, and what comes out goes back into it. Compiled, never run.

import type * as client from "@fusionauth/typescript-client";
import {
  type Application,
  check,
  compare,
  exportPolicy,
  type IdentityProvider,
  type IdentityProviderLink,
  importPolicy,
  type LambdaSource,
  type LinkingStrategy,
  type Login,
  lambdaFacts,
  Policy,
  prepare,
  type Registration,
  type Scenario,
  simulate,
  type Tenant,
  type User,
  verify,
} from "reconcile-kit";
import { checkLambda } from "reconcile-kit/check";
import { createReconcile } from "reconcile-kit/lambda";
import { Sandbox } from "reconcile-kit/sandbox";
import { fixtures, lambdaFixture } from "reconcile-kit/test";

const login: Login = { userinfo: { sub: "1" } };

/** From the client to us, an object at a time. */
export function goesIn(
  user: client.User,
  registration: client.UserRegistration,
  link: client.IdentityProviderLink,
  application: client.Application,
  role: client.ApplicationRole,
  tenant: client.Tenant,
  lambda: client.Lambda,
  strategy: client.IdentityProviderLinkingStrategy,
): object[] {
  const ours: {
    user: User;
    registration: Registration;
    link: Scenario["links"];
    application: Application;
    tenant: Tenant;
    lambda: LambdaSource;
    strategy: LinkingStrategy;
  } = {
    user,
    registration,
    link: [link],
    application: { ...application, roles: [role] },
    tenant,
    lambda: { body: lambda.body ?? "", debug: lambda.debug ?? false, type: lambda.type ?? "" },
    strategy,
  };
  return [ours];
}

/** Every type of identity provider that the client has. */
type AnyIdentityProvider =
  | client.AppleIdentityProvider
  | client.BaseIdentityProvider<client.BaseIdentityProviderApplicationConfiguration>
  | client.EpicGamesIdentityProvider
  | client.ExternalJWTIdentityProvider
  | client.FacebookIdentityProvider
  | client.GoogleIdentityProvider
  | client.HYPRIdentityProvider
  | client.LinkedInIdentityProvider
  | client.NintendoIdentityProvider
  | client.OpenIdConnectIdentityProvider
  | client.SAMLv2IdPInitiatedIdentityProvider
  | client.SAMLv2IdentityProvider
  | client.SonyPSNIdentityProvider
  | client.SteamIdentityProvider
  | client.TwitchIdentityProvider
  | client.TwitterIdentityProvider
  | client.XboxIdentityProvider;

/** Each of them is one of ours, by itself and in a scenario, with and without its wrapper. */
export function providersGoIn(provider: AnyIdentityProvider): Scenario[] {
  const identityProvider: IdentityProvider = provider;
  fixtures.identityProvider(provider);
  check(provider);
  importPolicy(provider);
  return [
    { identityProvider, login },
    { identityProvider: provider, login },
    { identityProvider: { identityProvider: provider }, login },
  ];
}

/** What the client's calls answer, as it answers it, makes a scenario. */
export function responsesMakeScenario(responses: {
  provider: client.IdentityProviderResponse;
  application: client.ApplicationResponse;
  tenant: client.TenantResponse;
  user: client.UserResponse;
  found: client.SearchResponse;
  registration: client.RegistrationResponse;
  links: client.IdentityProviderLinkResponse;
  lambda: client.LambdaResponse;
}): Scenario {
  const { identityProvider } = responses.provider;
  const { application } = responses.application;
  const { tenant } = responses.tenant;
  const { user } = responses.user;
  const { lambda } = responses.lambda;
  if (!identityProvider || !application || !tenant || !user) throw new Error("nothing was found");
  const { registration } = responses.registration;
  return {
    identityProvider,
    application,
    tenant,
    users: [
      user,
      { ...user, registrations: registration ? [registration] : [] },
      ...(responses.found.users ?? []),
    ],
    links: responses.links.identityProviderLinks ?? [],
    lambda: { body: lambda?.body ?? "", debug: lambda?.debug === true },
    login,
  };
}

/** The same, with the wrappers that the answers have. */
export function wrappedResponsesMakeScenario(
  provider: Required<client.IdentityProviderResponse>,
  application: Required<client.ApplicationResponse>,
  tenant: Required<client.TenantResponse>,
): Scenario {
  return { identityProvider: provider, application, tenant, login };
}

/** From us to the client, an object at a time. */
export function goesOut(
  user: User,
  registration: Registration,
  link: IdentityProviderLink,
  identityProvider: IdentityProvider,
  application: Application,
  tenant: Tenant,
): object {
  const theirs: {
    user: client.User;
    registration: client.UserRegistration;
    link: client.IdentityProviderLink;
    base: client.BaseIdentityProvider<client.OpenIdConnectApplicationConfiguration>;
    openId: client.OpenIdConnectIdentityProvider;
    google: client.GoogleIdentityProvider;
    saml: client.SAMLv2IdentityProvider;
    externalJwt: client.ExternalJWTIdentityProvider;
    application: client.Application;
    tenant: client.Tenant;
  } = {
    user,
    registration,
    link,
    base: identityProvider,
    openId: identityProvider,
    google: identityProvider,
    saml: identityProvider,
    externalJwt: identityProvider,
    application,
    tenant,
  };
  return theirs;
}

/** The pieces of an outcome are what the client's requests are made of. */
export async function outcomeMakesRequests(
  fusionAuth: client.FusionAuthClient,
  scenario: Scenario & { login: Login },
  policy: object,
  type: client.LambdaType,
): Promise<void> {
  const outcome = simulate(scenario);
  const { user, registration, link } = outcome;
  if (!user?.id || !registration || !link) return;
  await fusionAuth.createUser(user.id, { user });
  await fusionAuth.patchUser(user.id, { user });
  await fusionAuth.register(user.id, { user, registration });
  await fusionAuth.updateRegistration(user.id, { registration });
  await fusionAuth.createUserLink({ identityProviderLink: link });
  await fusionAuth.importUsers({ users: [user] });
  const identityProvider = fixtures.identityProvider();
  await fusionAuth.createIdentityProvider("id", { identityProvider });
  await fusionAuth.updateIdentityProvider("id", { identityProvider });
  const { text } = exportPolicy(policy, "lambda");
  await fusionAuth.createLambda("id", { lambda: { body: text, name: "reconcile", type } });
}

/** So are those of several logins, of a comparison, of a verification, of a prepared scenario and of the sandbox. */
export async function otherOutcomesGoOut(
  scenario: Scenario & { login: Login },
  users: client.User[],
): Promise<client.UserRequest[]> {
  using prepared = prepare(scenario);
  await using sandbox = new Sandbox();
  const lambda = lambdaFixture("reconcile.js", { users });
  const several = await lambda.logins([{ sub: "1" }]);
  const answer: client.IdentityProviderLinkResponse = { identityProviderLinks: several.links };
  const verified = verify(scenario).outcome;
  const outcomes = [
    compare(scenario).LinkByEmail,
    prepared.simulate(login),
    await sandbox.simulate(scenario),
    await lambda.login(login),
    ...several.logins,
    ...("logins" in verified ? verified.logins : [verified]),
  ];
  const requests = outcomes.map(({ user }): client.UserRequest => (user ? { user } : {}));
  const holders = (answer.identityProviderLinks ?? []).map(({ userId }) => userId);
  const linked = several.users.filter(({ id }) => holders.includes(id));
  return [...requests, ...linked.map((user) => ({ user }))];
}

/** Policies and functions run on the client's own objects. */
export function runsOn(user: client.User, registration: client.UserRegistration): void {
  const policy = new Policy({ map: { "user.firstName": "given_name" } });
  policy.run({ user, registration, jwt: {} });
  policy.reconcile(user, registration, {});
  createReconcile({})(user, registration, {});
  checkLambda("function reconcile() {}", { scenario: { identityProvider: {}, users: [user] } });
  lambdaFacts({ scenario: { identityProvider: {}, users: [user] } });
}

/** What must not go in or out. Each of these lines is an error, or this file does not compile. */
export function doesNotGo(
  theirs: client.User,
  registration: Registration,
  link: IdentityProviderLink,
  provider: IdentityProvider,
): unknown[] {
  // @ts-expect-error The client's types are really there: nothing of them is `any`.
  const number: number = theirs;
  // @ts-expect-error Nor is anything of ours.
  const text: string = link;
  // @ts-expect-error A list of users is not a user.
  const noList: Scenario = { identityProvider: {}, users: theirs, login };
  // @ts-expect-error An address is a text in the client's users.
  const noAddress: client.User = { ...theirs, email: 5 };
  // @ts-expect-error It is one in ours.
  const norOurs: User = { ...theirs, email: 5 };
  // @ts-expect-error Roles are texts.
  const noRoles: client.UserRegistration = { ...registration, roles: [1] };
  // @ts-expect-error A link belongs to a user, whose id is a text.
  const noLink: client.IdentityProviderLink = { ...link, userId: 1 };
  // @ts-expect-error An identity provider is on or off.
  const noProvider: client.OpenIdConnectIdentityProvider = { ...provider, enabled: "yes" };
  // @ts-expect-error A scenario knows that too.
  const norHere: Scenario = { identityProvider: { ...provider, enabled: "yes" }, login };
  // @ts-expect-error There is no such strategy.
  const noStrategy: Scenario = { identityProvider: { linkingStrategy: "LinkByEmial" }, login };
  // @ts-expect-error The fixtures have none of that name either.
  fixtures.identityProvider({ linkingStrategy: "LinkByEmial" });
  // @ts-expect-error A scenario has no such key.
  const noKey: Scenario = { identityProvider: {}, user: theirs, login };
  // @ts-expect-error What a login leads to may be nobody.
  const nobody: client.User = simulate({ identityProvider: {}, login: {} }).user;
  return [
    ...[number, text, noList, noAddress, norOurs, noRoles, noLink],
    ...[noProvider, norHere, noStrategy, noKey, nobody],
  ];
}
