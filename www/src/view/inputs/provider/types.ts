// The types of identity providers that can be simulated, and the claims that each reads by itself; a test compares
// them with docs/identity-providers.md.

/** A type of identity provider. */
export interface ProviderType {
  readonly name: string;
  /** How it links where no strategy is set; empty where it makes no links. */
  readonly links: string;
  /** The claims that it reads, the first that is there. */
  readonly uniqueId: string;
  readonly email: string;
  readonly username: string;
}

function type(
  name: string,
  links: string,
  uniqueId: string,
  email: string,
  username: string,
): ProviderType {
  return { name, links, uniqueId, email, username };
}

/** OpenID Connect, which Cognito is, comes first. */
export const PROVIDER_TYPES: readonly ProviderType[] = [
  type("OpenIDConnect", "LinkByEmail", "sub", "email", "preferred_username"),
  type("Apple", "LinkByEmail", "sub", "email", ""),
  type(
    "EpicGames",
    "CreatePendingLink",
    "sub, account_id, accountId, id",
    "email",
    "preferred_username, displayName",
  ),
  type("ExternalJWT", "LinkByEmail", "sub", "email", "preferred_username"),
  type("Facebook", "LinkByEmail", "id", "email", ""),
  type("Google", "LinkByEmail", "sub", "email", ""),
  type("HYPR", "LinkByEmail", "sub, email", "email", ""),
  type("LinkedIn", "LinkByEmail", "sub, id", "email, emailAddress", ""),
  type("Nintendo", "CreatePendingLink", "id", "email", "preferred_username"),
  type("SAMLv2", "LinkByEmail", "uniqueIdClaim", "emailClaim", "usernameClaim"),
  type("SAMLv2IdPInitiated", "LinkByEmail", "uniqueIdClaim", "emailClaim", "usernameClaim"),
  type("SonyPSN", "CreatePendingLink", "user_id, account_id, sub", "email", "online_id"),
  type("Steam", "CreatePendingLink", "steamid", "", "personaname"),
  type("Twitch", "CreatePendingLink", "sub", "email", "preferred_username"),
  type("Twitter", "LinkByEmail", "id_str, id", "email", "screen_name"),
  type("Xbox", "CreatePendingLink", "xid, ptx, sub", "email", "gtg"),
  type("LDAP", "", "", "", ""),
];

/** Types that name their claims in `oauth2`. */
const IN_OAUTH2 = ["OpenIDConnect", "ExternalJWT"];
/** Types that name their claims beside their other settings. */
const BESIDE = ["Nintendo", "SAMLv2", "SAMLv2IdPInitiated"];

/** The type of that name; OpenID Connect where none is given. */
export function providerType(name: string): ProviderType | undefined {
  return PROVIDER_TYPES.find((type) => type.name === (name === "" ? "OpenIDConnect" : name));
}

/** Where the settings are that name the claims; `undefined` where the type fixes them. */
export function claimSettings(name: string): readonly string[] | undefined {
  if (name === "" || IN_OAUTH2.includes(name)) return ["oauth2"];
  return BESIDE.includes(name) ? [] : undefined;
}
