// Identity providers that speak OpenID Connect or send a JWT.

import externalJwt from "../default-lambdas/ExternalJWTReconcile.js";
import openId from "../default-lambdas/OpenIDReconcile.js";
import cognitoLambda from "./lambdas/CognitoReconcile.js";
import { policyStarter } from "./policy.js";
import { createdByEmail, type Starter } from "./starter.js";

const POOL = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_EXAMPLE";
const COGNITO_CLIENT = "1example23456789";
const SUB = "13e4d8c2-60a1-70c5-7f3e-2d1c5b8a9f04";

/** As FusionAuth's Cognito guide sets it up, with links on the e-mail address. */
const BY_LAMBDA: Starter = createdByEmail(
  {
    type: "OpenIDConnect",
    lambdaType: "OpenIDReconcile",
    lambda: cognitoLambda,
    name: "Amazon Cognito",
    settings: {
      linkingStrategy: "LinkByEmail",
      oauth2: { issuer: POOL, client_id: COGNITO_CLIENT, scope: "openid email profile" },
    },
    // Userinfo as Cognito answers: every value is a text, `email_verified` too.
    userinfo: {
      sub: SUB,
      username: "jane",
      email: "jane@example.com",
      email_verified: "true",
      given_name: "Jane",
      family_name: "Doe",
    },
    idToken: {
      sub: SUB,
      iss: POOL,
      aud: COGNITO_CLIENT,
      token_use: "id",
      "cognito:username": "jane",
      "cognito:groups": ["admin"],
      email: "jane@example.com",
      email_verified: true,
    },
    becomes: {
      user: { firstName: "Jane", lastName: "Doe" },
      registration: { roles: ["admin"] },
    },
  },
  ["admin"],
);

/** By a lambda, and by a policy. */
export const COGNITO: Starter = { ...BY_LAMBDA, policy: policyStarter(BY_LAMBDA) };

export const OPENID: readonly Starter[] = [
  createdByEmail({
    type: "OpenIDConnect",
    lambdaType: "OpenIDReconcile",
    lambda: openId,
    name: "OpenID Connect",
    settings: {
      linkingStrategy: "LinkByEmail",
      oauth2: {
        issuer: "https://id.example.com",
        client_id: "example-client",
        scope: "openid email profile phone",
      },
    },
    userinfo: {
      sub: "248289761001",
      preferred_username: "jane",
      email: "jane@example.com",
      email_verified: true,
      given_name: "Jane",
      family_name: "Doe",
      name: "Jane Doe",
      picture: "https://id.example.com/pictures/jane.png",
      phone_number: "+351210000000",
      birthdate: "1990-02-03",
      locale: "en-GB",
    },
    becomes: {
      user: { firstName: "Jane", birthDate: "1990-02-03", preferredLanguages: ["en_GB"] },
      registration: { username: "jane" },
    },
  }),
  createdByEmail({
    type: "ExternalJWT",
    lambdaType: "ExternalJWTReconcile",
    lambda: externalJwt,
    name: "External JWT",
    settings: { linkingStrategy: "LinkByEmail" },
    userinfo: {
      sub: "a47d1c9e-0b63-4a2f-8d5e-6c1f9b7a3e20",
      iss: "https://auth.example.com",
      aud: "example-api",
      iat: 1767225600,
      exp: 1767229200,
      email: "jane@example.com",
      email_verified: true,
      given_name: "Jane",
      family_name: "Doe",
      name: "Jane Doe",
    },
    becomes: { user: { firstName: "Jane", lastName: "Doe", fullName: "Jane Doe" } },
  }),
];
