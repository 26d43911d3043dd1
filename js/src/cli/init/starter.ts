// What `init` writes for a type of identity provider, and the ways in which people come to it.

import type { AnyField } from "../../any-field.js";
import type { Claims, IdentityProvider, Login, PolicyDocument, Scenario } from "../../types.js";

/** A first lambda, scenario and test. */
export interface Starter {
  /** What `--type` calls it: the identity provider's type, and the lambda's. */
  readonly names: readonly string[];
  /** The lambda's text. */
  readonly lambda: string;
  /** A login, to look at. */
  readonly scenario: Scenario;
  /** Logins, and what they should lead to. */
  readonly test: Scenario;
  /** The same mapping as a policy, where there is one. */
  readonly policy?: PolicyStarter;
}

/** A first policy, and a test of it. */
export interface PolicyStarter {
  readonly policy: PolicyDocument;
  readonly test: Scenario;
}

/** A type of identity provider, and somebody who comes through it. */
export interface Provider {
  /** The identity provider's type, as FusionAuth's API calls it. */
  readonly type: string;
  /** The type of lambda that it runs. */
  readonly lambdaType: string;
  /** The lambda's text. */
  readonly lambda: string;
  /** What people call it. */
  readonly name: string;
  /** Settings beside those that every identity provider has. */
  readonly settings?: IdentityProvider;
  /** What it answers about Jane. */
  readonly userinfo: Claims;
  /** Jane's id token, where there is one. */
  readonly idToken?: Claims;
  /** What it answers at a later login, to show what that changes. */
  readonly later?: Claims;
  /** What the lambda makes of Jane. */
  readonly becomes: Becomes;
}

/** Parts of an outcome. */
export interface Becomes {
  readonly user?: AnyField;
  readonly registration?: AnyField;
}

const APPLICATION = "3c219e58-ed0e-4b18-ad48-f4f92793ae32";
const ENABLED = { [APPLICATION]: { enabled: true, createRegistration: true } };
const PROVIDER = "9aa8b8f1-0f5d-4f6a-9d2e-5f4d1c7e2b10";
const JANE = "0a1c5f5e-2b0d-4f6e-8c3a-7d9e1b2f4a60";
const EMAIL = "jane@example.com";

/** Jane is created at her first login and linked from then on: the link counts, no new address. */
export function createdByEmail(provider: Provider, roles: readonly string[] = []): Starter {
  const first = loginOf(provider, provider.userinfo);
  const later = provider.later ?? { ...provider.userinfo, email: "jane@new.example" };
  return starterOf(provider, {
    common: { ...worldOf(provider, roles), users: [] },
    scenario: {
      name: `Jane signs in through ${provider.name} for the first time`,
      login: first,
    },
    test: {
      name: "Jane's first login creates her account, and the second one finds it",
      logins: [first, loginOf(provider, later)],
      expect: {
        logins: [
          { status: 200, decision: "create", ...provider.becomes },
          { status: 200, decision: "linked", user: { email: EMAIL } },
        ],
      },
    },
  });
}

/** Jane has an account, and says herself that it is hers: the link is pending until then. */
export function linkedByHerself(provider: Provider, uniqueId: string): Starter {
  const { userinfo, becomes } = provider;
  const link = { identityProviderId: PROVIDER, identityProviderUserId: uniqueId, userId: JANE };
  const users = [{ id: JANE, email: EMAIL, active: true }];
  return starterOf(provider, {
    common: { ...worldOf(provider), users },
    scenario: {
      name: `Jane, who linked her account, signs in through ${provider.name}`,
      links: [link],
      login: { userinfo },
    },
    test: {
      name: "Jane's first login leaves a pending link, and once she completed it she is in",
      logins: [{ userinfo }, { userinfo, pendingLinkUserId: JANE }],
      expect: {
        logins: [
          { status: 232, decision: "pending", lambdaRuns: 0 },
          { status: 200, decision: "link-existing", lambdaRuns: 1, ...becomes },
        ],
      },
    },
  });
}

/** Jane has an account with her address, and nobody else comes in. */
export function foundByEmail(provider: Provider): Starter {
  const { userinfo, becomes } = provider;
  return starterOf(provider, {
    common: { ...worldOf(provider), users: [{ id: JANE, email: EMAIL, active: true }] },
    scenario: { name: `Jane signs in through ${provider.name}`, login: { userinfo } },
    test: {
      name: "Jane is found by her address, and somebody without an account is turned away",
      logins: [{ userinfo }, { userinfo: { sub: "unknown", email: "unknown@example.com" } }],
      expect: {
        logins: [
          { status: 200, decision: "link-existing", ...becomes },
          { decision: "reject", error: { code: "UserDoesNotExistByEmail" } },
        ],
      },
    },
  });
}

/** Jane logs in with her password, which the connector checks: no links, and the lambda at every login. */
export function loggedInByConnector(provider: Provider): Starter {
  const login = { userinfo: provider.userinfo };
  return starterOf(provider, {
    common: { ...worldOf(provider), users: [] },
    scenario: { name: `Jane logs in through ${provider.name} for the first time`, login },
    test: {
      name: "The lambda makes Jane's account anew at each login, and registers her for nothing",
      logins: [login, login],
      expect: {
        logins: [
          { status: 202, decision: "create", registration: null, ...provider.becomes },
          { status: 202, lambdaRuns: 1 },
        ],
      },
    },
  });
}

interface Parts {
  readonly common: Omit<Scenario, "name" | "login" | "logins" | "links" | "expect">;
  readonly scenario: Partial<Scenario>;
  readonly test: Partial<Scenario>;
}

function starterOf({ type, lambdaType, lambda }: Provider, parts: Parts): Starter {
  const document = ({ name, ...rest }: Partial<Scenario>): Scenario => ({
    ...(name === undefined ? {} : { name }),
    ...parts.common,
    ...rest,
  });
  return {
    names: [type, lambdaType],
    lambda,
    scenario: document(parts.scenario),
    test: document(parts.test),
  };
}

function loginOf({ idToken }: Provider, userinfo: Claims): Login {
  return idToken ? { userinfo, idToken } : { userinfo };
}

/** The identity provider, and the application that people sign in to. */
function worldOf(provider: Provider, roles: readonly string[] = []): Parts["common"] {
  return {
    identityProvider: {
      id: PROVIDER,
      name: provider.name,
      type: provider.type,
      enabled: true,
      ...provider.settings,
      // A connector is not enabled for applications.
      ...(provider.type === "LDAP" ? {} : { applicationConfiguration: ENABLED }),
    },
    application: {
      id: APPLICATION,
      name: "Example App",
      roles: [...roles.map((name) => ({ name })), { name: "user", isDefault: true }],
    },
    lambda: { file: "reconcile.js" },
  };
}
