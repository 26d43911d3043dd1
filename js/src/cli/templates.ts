// The first files of somebody who connects Cognito to FusionAuth. They run as they are.

import type { IdentityProvider, Scenario } from "../types.js";

/** A file that `init` writes. */
export interface Template {
  readonly file: string;
  readonly scenario: Scenario;
}

const APPLICATION = "3c219e58-ed0e-4b18-ad48-f4f92793ae32";
const POOL = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_EXAMPLE";

/** As FusionAuth's Cognito guide sets it up, with links on the email address. */
const IDENTITY_PROVIDER: IdentityProvider = {
  id: "9aa8b8f1-0f5d-4f6a-9d2e-5f4d1c7e2b10",
  name: "Amazon Cognito",
  type: "OpenIDConnect",
  enabled: true,
  linkingStrategy: "LinkByEmail",
  oauth2: { issuer: POOL, client_id: "1example23456789", scope: "openid email profile" },
  applicationConfiguration: { [APPLICATION]: { enabled: true, createRegistration: true } },
};

const COMMON = {
  identityProvider: IDENTITY_PROVIDER,
  application: {
    id: APPLICATION,
    name: "Example App",
    roles: [{ name: "admin" }, { name: "user", isDefault: true }],
  },
};

/** Userinfo as Cognito answers: every value is a text, `email_verified` too. */
const USERINFO = {
  sub: "13e4d8c2-60a1-70c5-7f3e-2d1c5b8a9f04",
  username: "jane",
  email: "jane@example.com",
  email_verified: "true",
  given_name: "Jane",
  family_name: "Doe",
};

/** The files for Cognito; `schema` is where editors find the scenario's schema. */
export function cognitoTemplates(schema: string): readonly Template[] {
  return [
    {
      file: "login.scenario.json",
      scenario: {
        $schema: schema,
        name: "Jane signs in through Cognito for the first time",
        ...COMMON,
        users: [],
        login: { userinfo: USERINFO },
      },
    },
    {
      file: "login.test.json",
      scenario: {
        $schema: schema,
        name: "Jane's first login creates her account, and the second one finds it",
        ...COMMON,
        logins: [{ userinfo: USERINFO }, { userinfo: { ...USERINFO, email: "jane@new.example" } }],
        expect: {
          logins: [
            { status: 200, decision: "create", registration: { roles: ["user"] } },
            // The link counts from now on, so a new address changes nothing.
            { status: 200, decision: "linked", user: { email: "jane@example.com" } },
          ],
        },
      },
    },
  ];
}
