// One login: the claims of userinfo and of the id token, odd ones among them.

import { EMAIL_CLAIMS, UNIQUE_IDS, USERNAME_CLAIMS } from "./words.mjs";

export function madeUpLogin(random, { users = [] }) {
  const { chance, one } = random;
  return {
    userinfo: chance(0.05) ? {} : madeUpClaims(random, 0.92),
    ...(chance(0.35) ? madeUpToken(random) : {}),
    ...(chance(0.06) ? { noLink: true } : {}),
    ...(users.length > 0 && chance(0.1) ? { pendingLinkUserId: one(users).id } : {}),
  };
}

function madeUpToken(random) {
  const { chance, one } = random;
  const claims = madeUpClaims(random, 0.6);
  if (chance(0.3)) claims["cognito:groups"] = one([["admin"], ["user", "owner"], []]);
  if (chance(0.3)) claims.iss = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE";
  const isText = chance(0.4);
  return {
    idToken: isText ? textOf(claims, one(["RS256", "HS256"])) : claims,
    ...(chance(0.2) ? { idTokenVerified: false } : {}),
  };
}

function textOf(claims, alg) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg })}.${part(claims)}.c2ln`;
}

/** Each of the claims that matter is there with the chance `share`. */
function madeUpClaims(random, share) {
  const { chance, one } = random;
  const claims = {};
  const maybe = (names, values, often) => {
    for (const name of names) if (chance(often)) claims[name] = one(values);
  };
  maybe(["sub"], UNIQUE_IDS, share);
  maybe(["id", "steamid", "custom:id"], UNIQUE_IDS, 0.3);
  maybe(["email"], EMAIL_CLAIMS, share);
  maybe(["custom:mail"], EMAIL_CLAIMS, 0.2);
  maybe(["preferred_username"], USERNAME_CLAIMS, share * 0.8);
  maybe(["username", "personaname"], USERNAME_CLAIMS, 0.4);
  maybe(["email_verified", "custom:checked"], [true, false, "true", "false"], 0.5);
  maybe(["given_name"], ["Jane", "Ann", " Mary "], 0.4);
  maybe(["family_name"], ["Doe", 5], 0.4);
  maybe(["birthdate"], ["1990-12-31", "12/31/1990"], 0.2);
  if (chance(0.15)) spoil(random, claims);
  return claims;
}

const SPOILT = [
  "sub",
  "email",
  "preferred_username",
  "email_verified",
  "id",
  "personaname",
  "given_name",
];

/** What no provider should send, and some do. */
function spoil({ one }, claims) {
  const name = one(SPOILT);
  claims[name] = one([null, "", "  ", 7, 0, true, [], ["x@example.com"], {}, "FALSE", "no"]);
}
