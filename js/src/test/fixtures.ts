// People as Cognito describes them. Values are made up, their forms are Cognito's own.

import type { IdentityProvider as ScenarioIdentityProvider } from "../generated/scenario.js";
import { readCognito } from "../index.js";
import type { Claims, IdentityProvider } from "../types.js";

/** What Cognito sends FusionAuth when somebody signs in. */
export interface CognitoLogin {
  /** What the userinfo endpoint answers: every value is a text, and there are no groups. */
  readonly userinfo: Claims;
  /** The ID token's claims: real booleans, and groups. */
  readonly idToken: Claims;
}

const POOL = "eu-central-1_EXAMPLE";
const ISSUER = `https://cognito-idp.eu-central-1.amazonaws.com/${POOL}`;
const CLIENT = "1example23456789";
/** 2026-01-01, which is when scenarios happen that do not say otherwise. */
const SIGNED_IN = 1_767_225_600;

const TOKEN = {
  aud: CLIENT,
  iss: ISSUER,
  token_use: "id",
  auth_time: SIGNED_IN,
  iat: SIGNED_IN,
  exp: SIGNED_IN + 3600,
};

const NATIVE = "13e4d8c2-60a1-70c5-7f3e-2d1c5b8a9f04";
const GOOGLE = "109354400000000000000";
const PHONE = "03f4a8d2-10b1-70d6-8c4e-7b2d6c9a1e55";

/** Claims of ID tokens, by person. */
const PEOPLE = {
  native: {
    sub: NATIVE,
    "cognito:username": NATIVE,
    email: "jane@example.com",
    email_verified: true,
    given_name: "Jane",
    family_name: "Doe",
  },
  google: {
    sub: "93a478e2-3051-7040-8a6f-1c2d3e4f5a6b",
    "cognito:username": `google_${GOOGLE}`,
    "cognito:groups": [`${POOL}_Google`],
    // Cognito keeps an address from another provider unverified unless its claim is mapped.
    email: "jane@example.com",
    email_verified: false,
    name: "Jane Doe",
    given_name: "Jane",
    family_name: "Doe",
    picture: "https://lh3.googleusercontent.com/a/example=s96-c",
    identities: [
      {
        userId: GOOGLE,
        providerName: "Google",
        providerType: "Google",
        issuer: null,
        primary: "true",
        dateCreated: "1767225600000",
      },
    ],
  },
  phone: {
    sub: PHONE,
    "cognito:username": PHONE,
    phone_number: "+15555550100",
    phone_number_verified: true,
  },
} as const;

/** The login of a person whose ID token has other `claims`; one that is `undefined` is left out. */
function login(person: keyof typeof PEOPLE, claims: Claims): CognitoLogin {
  const { userinfo, idToken } = readCognito({ ...TOKEN, ...PEOPLE[person], ...claims });
  return { userinfo, idToken };
}

/**
 * People as Cognito describes them, and the identity provider that FusionAuth's guide to Cognito makes.
 *
 * Each function takes claims as an ID token has them, and userinfo follows: `nativeUser({ email_verified: false })`
 * gives the text `"false"` there.
 *
 * @example
 * ```ts
 * import { fixtures } from "reconcile-kit/test";
 *
 * const { userinfo, idToken } = fixtures.nativeUser({ email_verified: false });
 * userinfo.email_verified; // "false"
 * idToken.email_verified; // false
 * ```
 */
export const fixtures = {
  /** Somebody who signed up in the pool itself, with a verified address; the username is `sub`. */
  nativeUser: (claims: Claims = {}): CognitoLogin => login("native", claims),

  /** Somebody who signs in through Google: a username with a prefix, Cognito's own group, an unverified address. */
  googleUser: (claims: Claims = {}): CognitoLogin => login("google", claims),

  /** Somebody who has a phone number and no e-mail address. */
  phoneUser: (claims: Claims = {}): CognitoLogin => login("phone", claims),

  /** An OpenID Connect identity provider for the pool, with links on the e-mail address. */
  identityProvider: (changes: ScenarioIdentityProvider = {}): IdentityProvider => ({
    id: "9aa8b8f1-0f5d-4f6a-9d2e-5f4d1c7e2b10",
    name: "Amazon Cognito",
    type: "OpenIDConnect",
    enabled: true,
    linkingStrategy: "LinkByEmail",
    oauth2: { issuer: ISSUER, client_id: CLIENT, scope: "openid" },
    ...changes,
  }),
};
