// Identity providers of social networks.

import apple from "../default-lambdas/AppleReconcile.js";
import facebook from "../default-lambdas/FacebookReconcile.js";
import google from "../default-lambdas/GoogleReconcile.js";
import linkedIn from "../default-lambdas/LinkedInReconcile.js";
import twitter from "../default-lambdas/TwitterReconcile.js";
import { createdByEmail, type Starter } from "./starter.js";

const BY_EMAIL = { linkingStrategy: "LinkByEmail" } as const;

const APPLE_TOKEN = {
  iss: "https://appleid.apple.com",
  aud: "com.example.app",
  sub: "001234.0a1b2c3d4e5f60718293a4b5c6d7e8f9.1234",
  iat: 1767225600,
  exp: 1767312000,
  auth_time: 1767225600,
  nonce_supported: true,
  email: "jane@example.com",
  email_verified: "true",
};

export const SOCIAL: readonly Starter[] = [
  createdByEmail({
    type: "Google",
    lambdaType: "GoogleReconcile",
    lambda: google,
    name: "Google",
    settings: { ...BY_EMAIL, client_id: "407408718192.apps.googleusercontent.com" },
    // Google's Token Info API sends every value as a text.
    userinfo: {
      iss: "https://accounts.google.com",
      aud: "407408718192.apps.googleusercontent.com",
      sub: "110169484474386270000",
      iat: "1767225600",
      exp: "1767229200",
      email: "jane@example.com",
      email_verified: "true",
      name: "Jane Doe",
      given_name: "Jane",
      family_name: "Doe",
      picture: "https://lh3.googleusercontent.com/a/example=s96-c",
    },
    becomes: { user: { firstName: "Jane", lastName: "Doe", fullName: "Jane Doe" } },
  }),
  createdByEmail({
    type: "Apple",
    lambdaType: "AppleReconcile",
    lambda: apple,
    name: "Apple",
    settings: { ...BY_EMAIL, servicesId: "com.example.app", teamId: "ABCDE12345" },
    userinfo: {
      ...APPLE_TOKEN,
      user: { email: "jane@example.com", name: { firstName: "Jane", lastName: "Doe" } },
    },
    later: APPLE_TOKEN,
    becomes: { user: { firstName: "Jane", lastName: "Doe" } },
  }),
  createdByEmail({
    type: "Facebook",
    lambdaType: "FacebookReconcile",
    lambda: facebook,
    name: "Facebook",
    settings: { ...BY_EMAIL, appId: "1234567890123456", fields: "email" },
    userinfo: {
      id: "10150000000000000",
      email: "jane@example.com",
      first_name: "Jane",
      last_name: "Doe",
      name: "Jane Doe",
      birthday: "02/03/1990",
      picture: {
        data: {
          height: 50,
          width: 50,
          is_silhouette: false,
          url: "https://platform-lookaside.fbsbx.com/platform/profilepic/?asid=10150000000000000",
        },
      },
    },
    becomes: { user: { firstName: "Jane", lastName: "Doe", birthDate: "1990-02-03" } },
  }),
  createdByEmail({
    type: "LinkedIn",
    lambdaType: "LinkedInReconcile",
    lambda: linkedIn,
    name: "LinkedIn",
    settings: { ...BY_EMAIL, client_id: "86example1234", scope: "openid profile email" },
    userinfo: {
      sub: "782bbtaQ01",
      email: "jane@example.com",
      email_verified: true,
      name: "Jane Doe",
      given_name: "Jane",
      family_name: "Doe",
      locale: { country: "US", language: "en" },
      picture: "https://media.licdn.com/dms/image/example/profile-displayphoto-shrink_100_100",
    },
    becomes: { user: { firstName: "Jane", lastName: "Doe" } },
  }),
  createdByEmail({
    type: "Twitter",
    lambdaType: "TwitterReconcile",
    lambda: twitter,
    name: "Twitter",
    settings: { ...BY_EMAIL, consumerKey: "example" },
    userinfo: {
      id: 2244994945,
      id_str: "2244994945",
      name: "Jane Doe",
      screen_name: "janedoe",
      email: "jane@example.com",
      location: "Lisbon",
      profile_image_url_https: "https://pbs.twimg.com/profile_images/1/example_normal.png",
      verified: false,
    },
    becomes: {
      user: {
        fullName: "Jane Doe",
        imageUrl: "https://pbs.twimg.com/profile_images/1/example.png",
      },
      registration: { username: "janedoe" },
    },
  }),
];
