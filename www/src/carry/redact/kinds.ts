// Which places of a scenario say who somebody is.

import type { Section } from "../../draft/draft.js";

/** What could tell who somebody is, or let somebody in. */
export type Kind =
  | "email"
  | "name"
  | "username"
  | "id"
  | "phone"
  | "address"
  | "birth"
  | "link"
  | "ip"
  | "token"
  | "client"
  | "secret"
  | "answer"
  | "attribute";

/**
 * What is done to a value: it is replaced, kept, or kept but for what is known from elsewhere to be somebody's. A
 * `literal` is a constant of a program: it is replaced too where all of it is known.
 */
export type Role = Kind | "keep" | "text" | "literal";

/** The way to a value. */
export type Steps = readonly (string | number)[];

/** Claims that the identity provider's settings give a meaning. */
export type ClaimKinds = ReadonlyMap<string, Kind>;

const SECRET =
  /(secret|password|passphrase|private_?key|api_?key|salt|recovery_?codes?|credentials?)$/i;
const TOKEN = /^(token|tokens|id_?token|.*(access|refresh|authentication|session)_?token)$/i;
const CLIENT = /^(client_?id|aud|azp|app_?id|consumer_?key|services_?id|team_?id)$/i;
const GROUPS = /(^|[^a-z])(groups?|roles?|memberof|preferred_role)$/i;
/** What a provider says about the token, the language or itself. */
const TECHNICAL = new Set(
  [
    "iss issuer token_use typ alg kid acr amr scope exp iat nbf auth_time locale lang language",
    "languages zoneinfo timezone tz providername providertype primary datecreated format method",
    "type status code ver version user_status artifact mediatype unit source op destination",
    "recipient audiences updated_at created_at site_admin hireable",
  ]
    .join(" ")
    .split(" "),
);
/** Of these, what means the same in attributes that somebody made up. */
const UNIVERSAL = new Set("locale lang language languages zoneinfo timezone tz".split(" "));

/** What a key says about its value; the first that fits. */
const BY_NAME: readonly (readonly [RegExp, Kind])[] = [
  [/e-?mail|^mail$|^hd$|^domains?$|proxyaddress/i, "email"],
  [/birth|^dob$|^bday$/i, "birth"],
  [/phone|mobile|^tel$|telephone|^fax/i, "phone"],
  [/^(ip|ip_?addr(ess)?|remote_?addr|source_?ip)$|[a-z]_?ip$/i, "ip"],
  [/picture|avatar|image|photo|url$|uri$|website|^profile$|blog|href|^www$|homepage/i, "link"],
  [/user_?name|nick|^login$|^upn$|principal|^uid$|samaccountname|handle|gamertag/i, "username"],
  [/name$|name_|^cn$|^sn$|^gn$|surname|initials|title|person|^givenname$/i, "name"],
  [/address|street|locality|postal|^zip|^city$|country|^region$|location|^county$/i, "address"],
  [/^(sub|id|oid|guid|uuid|sid|jti|ssn|nonce|.*(_id|-id|number|uuid|guid|_jti|_hash))$/i, "id"],
  [/[a-z](Id|ID|Uuid|Identifier|Sub)$/, "id"],
];

/** What a claim, or a field of the same name, holds. `isFree` where people make up the names. */
export function claimRole(steps: Steps, claims: ClaimKinds, isFree: boolean): Role {
  const full = keyOf(steps);
  const known = claims.get(full);
  if (known) return known;
  if (GROUPS.test(full)) return "keep";
  const isCustom = isFree || /^(custom|dev):/.test(full);
  const key = full.replace(/^.*[:/#]/, "");
  const lower = key.toLowerCase();
  if (UNIVERSAL.has(lower) || /_verified$/.test(lower)) return "keep";
  if (!isCustom && TECHNICAL.has(lower)) return "keep";
  return credential(key) ?? BY_NAME.find(([name]) => name.test(key))?.[1] ?? "attribute";
}

function credential(key: string): Kind | undefined {
  if (SECRET.test(key)) return "secret";
  if (TOKEN.test(key)) return "token";
  return CLIENT.test(key) ? "client" : undefined;
}

/** The key that a value stands under; that of the list, in a list. */
export function keyOf(steps: Steps): string {
  return String(steps.findLast((step) => typeof step === "string") ?? "");
}

const USER_KEEPS =
  /^(tenantId|connectorId|applicationId|groupId|encryptionScheme|preferredLanguages|timezone|roles|.*(Status|Instant|Reason|Required)|type)$/;

function userRole(steps: Steps, claims: ClaimKinds): Role {
  if (steps.includes("data")) return claimRole(steps, claims, true);
  const key = keyOf(steps);
  if (USER_KEEPS.test(key)) return "keep";
  if (key === "value" || key === "displayValue") return "username";
  if (steps.includes("tokens")) return "token";
  if (steps.includes("memberships") && key === "id") return "keep";
  return claimRole(steps, claims, true);
}

function linkRole(steps: Steps): Role {
  const key = keyOf(steps);
  if (/^(identityProviderId|identityProviderName|identityProviderType|tenantId)$/.test(key)) {
    return "keep";
  }
  if (key === "identityProviderUserId" || key === "userId") return "id";
  return key === "displayName" ? "username" : (credential(key) ?? "attribute");
}

/** An identity provider, an application or a tenant: nobody's, but it has secrets. */
function configurationRole(steps: Steps): Role {
  const key = keyOf(steps);
  if (/claim$/i.test(key) || steps.includes("attributeMappings")) return "keep";
  if (steps.includes("roles") || /^(linkingStrategy|type|state|scope|id)$/.test(key)) return "keep";
  if (/^domains?$/.test(key)) return "email";
  return credential(key) ?? "text";
}

function loginRole(steps: Steps, claims: ClaimKinds): Role {
  const [part] = steps;
  if (part === "userinfo" || part === "idToken") return claimRole(steps.slice(1), claims, false);
  if (part === "accessToken") return "token";
  return part === "pendingLinkUserId" ? "id" : "attribute";
}

function fetchRole(steps: Steps, claims: ClaimKinds): Role {
  const part = steps[1];
  if (part === "body") return answerRole(steps, claims);
  if (part !== "headers") return part === "url" ? "text" : "keep";
  return /^(content-type|content-length|cache-control|date|vary)$/i.test(keyOf(steps))
    ? "keep"
    : "answer";
}

function answerRole(steps: Steps, claims: ClaimKinds): Role {
  const role = claimRole(steps, claims, true);
  return role === "attribute" ? "answer" : role;
}

function expectRole(steps: Steps, claims: ClaimKinds): Role {
  const [part, ...rest] = steps[0] === "logins" ? steps.slice(2) : steps;
  const key = keyOf(rest);
  if (part === "user" || part === "registration") return userRole(rest, claims);
  if (part === "users") return userRole(rest.slice(1), claims);
  if (part === "link" || part === "links" || part === "pendingLink") {
    return /^(email|username)$/.test(key) ? "username" : linkRole(rest);
  }
  if (part === "identity") return key === "value" ? "username" : "keep";
  const isValue = rest.includes("before") || rest.includes("after") || rest.includes("value");
  if ((part === "changes" || part === "ignoredWrites") && isValue) return "attribute";
  return /^(message|verdict|detail|title|found)$/.test(key || String(part)) ? "text" : "keep";
}

/** What is done to the value at `steps` of a section, or of a login. */
export function roleOf(section: Section | "login", steps: Steps, claims: ClaimKinds): Role {
  const rest = steps.filter((step, index) => index > 0 || step !== section);
  if (section === "login") return loginRole(steps, claims);
  if (section === "users") return userRole(steps, claims);
  if (section === "links") return linkRole(steps);
  if (section === "expect") return expectRole(steps, claims);
  if (section === "fetch") return fetchRole(steps, claims);
  if (section === "secrets") return "secret";
  if (section === "assumptions") return "keep";
  if (section === "loginValidation") return keyOf(steps) === "code" ? "keep" : "text";
  if (section === "actions") return keyOf(steps) === "actioneeUserId" ? "id" : "text";
  return configurationRole(rest);
}

const POLICY_LITERALS = new Set(
  [
    "equals in contains startsWith endsWith glob matches domain value default table prefix suffix",
    "replace by split before after before-last after-last capture with message description name",
  ]
    .join(" ")
    .split(" "),
);

/** What is done to a text in a policy: names of claims and of steps stay. */
export function policyRole(steps: Steps): Role {
  const isInside = steps.some((step) => step === "value" || step === "default" || step === "table");
  return isInside || POLICY_LITERALS.has(keyOf(steps)) ? "literal" : "keep";
}
