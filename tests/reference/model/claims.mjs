// Who the person is: steps 1 and 2 of the algorithm. Userinfo first, then an id token that could be verified.

import { meet, quietly } from "./branches.mjs";
import { has } from "./versions.mjs";

/** What each type reads, the first claim that is there: the table of docs/identity-providers.md. */
const TYPES = {
  OpenIDConnect: { uniqueId: ["sub"], email: ["email"], username: ["preferred_username"] },
  Google: { uniqueId: ["sub"], email: ["email"], username: [] },
  Facebook: { uniqueId: ["id"], email: ["email"], username: [] },
  Steam: { uniqueId: ["steamid"], email: [], username: ["personaname"] },
  Twitch: { uniqueId: ["sub"], email: ["email"], username: ["preferred_username"] },
};

const PENDING_BY_DEFAULT = ["Steam", "Twitch"];

export function typeOf(provider) {
  return provider.type ?? "OpenIDConnect";
}

export function strategyOf(provider) {
  const byDefault = PENDING_BY_DEFAULT.includes(typeOf(provider))
    ? "CreatePendingLink"
    : "LinkByEmail";
  return provider.linkingStrategy ?? byDefault;
}

/** `{value, source}` of unique id, e-mail address, verification and username. */
export function identityOf(scenario, login) {
  const provider = scenario.identityProvider;
  const token = idTokenOf(scenario, login);
  const names = namesOf(scenario);
  const readFrom = (places) => (claims) => read(places, claims);
  const both = [["userinfo", answerOf(scenario, login)], ...(token ? [["idToken", token]] : [])];
  const beforeKeys = !has(scenario.fusionauth, "asymmetric-id-token");
  const isOidc = typeOf(provider) === "OpenIDConnect";
  return {
    uniqueId: readFrom(isOidc && beforeKeys ? both.slice(0, 1) : both)(names.uniqueId),
    email: readFrom(both)(names.email),
    username: readFrom(both)(names.username),
    emailVerified: verification(both, names.emailVerified),
  };
}

function namesOf(scenario) {
  const provider = scenario.identityProvider;
  const names = { ...TYPES[typeOf(provider)], emailVerified: [] };
  if (typeOf(provider) !== "OpenIDConnect") return names;
  const { oauth2 = {} } = provider;
  return {
    uniqueId: [oauth2.uniqueIdClaim ?? "sub"],
    email: [oauth2.emailClaim ?? "email"],
    username: [oauth2.usernameClaim ?? "preferred_username"],
    emailVerified: has(scenario.fusionauth, "email-verified")
      ? [oauth2.emailVerifiedClaim ?? "email_verified"]
      : [],
  };
}

/** The first occurrence wins, even where it holds nothing that could be used. */
function read(places, claims) {
  for (const [place, token] of places) {
    for (const claim of claims) {
      const found = token[claim];
      if (found === undefined || found === null) continue;
      const value = text(found);
      meet(`claims: ${value === null ? "unusable" : "a text"} in ${place}`);
      return { value, source: `/${place}/${claim}` };
    }
  }
  return { value: null, source: null };
}

function text(value) {
  if (typeof value === "object") return null;
  return String(value).trim() === "" ? null : String(value);
}

/** Whether the e-mail address is verified; a word that is no boolean says nothing. */
function verification(places, [claim]) {
  if (!claim) return { value: null, source: null };
  for (const [place, token] of places) {
    const value = token[claim];
    if (value === undefined || value === null) continue;
    const source = `/${place}/${claim}`;
    if (typeof value === "boolean") {
      meet(`verified: ${value}`);
      return { value, source, isText: false };
    }
    const word = typeof value === "string" ? value.trim().toLowerCase() : "";
    if (word === "true" || word === "false") {
      meet(`verified: text ${word}`);
      return { value: word === "true", source, isText: true };
    }
    meet("verified: no boolean");
    return { value: null, source };
  }
  meet("verified: not stated");
  return { value: null, source: null };
}

/** The provider's answer. Types that have one answer only may give it as id token. */
function answerOf({ identityProvider: provider }, { userinfo = {}, idToken }) {
  const isToken = Object.keys(userinfo).length === 0 && idToken !== undefined;
  if (typeOf(provider) === "OpenIDConnect" || !isToken) return userinfo;
  meet("claims: the answer is a token");
  return decode(idToken).claims;
}

/** What a lambda and mappings read: userinfo, and the id token that could be verified. */
export function tokensOf(scenario, login) {
  const token = quietly(() => idTokenOf(scenario, login));
  const jwt = quietly(() => answerOf(scenario, login));
  return token ? { jwt, id_token: token } : { jwt };
}

/** The claims of the id token, where FusionAuth could verify it. */
function idTokenOf(scenario, login) {
  const { idToken, idTokenVerified } = login;
  if (idToken === undefined) return null;
  const { oauth2 = {} } = scenario.identityProvider;
  const { algorithm, claims } = decode(idToken);
  const reason =
    (typeOf(scenario.identityProvider) !== "OpenIDConnect" && "type") ||
    (idTokenVerified === false && "signature") ||
    (!has(scenario.fusionauth, algorithm === "RS256" ? "asymmetric-id-token" : "id-token") &&
      "version") ||
    (oauth2.scope !== undefined && !oauth2.scope.split(" ").includes("openid") && "scope") ||
    (algorithm === "RS256" && !oauth2.issuer && oauth2.token_endpoint !== undefined && "keys");
  meet(`id token: ${reason ? `not used, ${reason}` : `used, signed with ${algorithm ?? "?"}`}`);
  return reason ? null : claims;
}

/** Claims alone do not say how the token was signed, but Cognito always signs with keys. */
function decode(idToken) {
  if (typeof idToken !== "string") {
    const isCognito = String(idToken.iss).startsWith("https://cognito-idp.");
    return { algorithm: isCognito ? "RS256" : undefined, claims: idToken };
  }
  const [header, claims] = idToken
    .split(".")
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, "base64url").toString("utf8")));
  return { algorithm: header.alg, claims };
}
