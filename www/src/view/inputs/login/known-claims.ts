// What claims mean, in words for people who see a Cognito token for the first time.

/** What is known about a claim. */
export interface KnownClaim {
  readonly meaning: string;
  /** What surprises people. */
  readonly trap?: string;
}

/** In the order in which the table shows them: who it is, the profile, groups, then the token itself. */
const KNOWN = new Map<string, KnownClaim>(
  Object.entries({
    sub: {
      meaning:
        "The unique id. Cognito gives it once and never again; it stays when the e-mail changes.",
    },
    "cognito:username": {
      meaning: "The user's name in the pool. Userinfo calls it username.",
      trap: "Often a copy of sub; for federated users it is provider_id.",
    },
    username: {
      meaning:
        "The user's name in the pool, as userinfo calls it. The ID token calls it cognito:username.",
    },
    preferred_username: {
      meaning:
        "A name that the user chose. FusionAuth's default for the username claim; Cognito rarely sends it.",
    },
    email: { meaning: "The e-mail address. Strategies that link by e-mail look for it." },
    email_verified: {
      meaning: "Whether the e-mail address is verified.",
      trap: 'Cognito\'s userinfo sends the text "true" or "false", its ID token a boolean. In a lambda the text "false" counts as true.',
    },
    phone_number: { meaning: "The phone number: + and digits." },
    phone_number_verified: {
      meaning: "Whether the phone number is verified.",
      trap: "A text in userinfo, a boolean in the ID token, as with email_verified.",
    },
    name: { meaning: "The full name as one text." },
    given_name: { meaning: "The first name." },
    family_name: { meaning: "The last name." },
    middle_name: { meaning: "The middle name." },
    nickname: { meaning: "A nickname." },
    picture: { meaning: "The address of a picture." },
    profile: { meaning: "The address of a profile page." },
    website: { meaning: "The address of a website." },
    gender: { meaning: "The gender, as free text." },
    birthdate: { meaning: "The date of birth; YYYY-MM-DD where the pool asks for that form." },
    zoneinfo: { meaning: "The time zone, as free text." },
    locale: { meaning: "The language, as free text." },
    address: { meaning: "The postal address: an object with one text in formatted." },
    identities: {
      meaning:
        "The federated identities: which other provider this user came from, and their id there.",
      trap: "A list in the ID token, but a text with JSON in it in userinfo.",
    },
    "cognito:groups": {
      meaning: "The user's groups in the pool. Cognito adds one for each federated provider.",
      trap: "Only tokens have it, userinfo never does.",
    },
    "cognito:roles": { meaning: "IAM roles of the user's groups. Not FusionAuth roles." },
    "cognito:preferred_role": { meaning: "The IAM role of the group that comes first." },
    iss: { meaning: "Who issued the token: region and user pool." },
    aud: { meaning: "The app client that the token is for." },
    client_id: { meaning: "The app client. Access tokens have it; an ID token says aud." },
    azp: { meaning: "The app client that asked for the token." },
    token_use: { meaning: "id in an ID token, access in an access token." },
    exp: { meaning: "When the token expires." },
    iat: { meaning: "When the token was issued." },
    auth_time: { meaning: "When the user signed in at Cognito." },
    nbf: { meaning: "From when the token counts." },
    updated_at: { meaning: "When the profile last changed." },
    scope: { meaning: "The scopes that were granted. Access tokens only." },
    nonce: { meaning: "What the request sent, so that the answer can be told to be for it." },
    at_hash: { meaning: "A hash of the access token that came with it." },
    jti: { meaning: "The token's own id." },
    origin_jti: { meaning: "Ties the tokens of one sign-in together." },
    event_id: { meaning: "The id of the sign-in in Cognito's log." },
    acr: { meaning: "How strongly the user signed in." },
    amr: { meaning: "The ways in which the user signed in." },
    version: { meaning: "The access token's version." },
    device_key: { meaning: "The user's device. Access tokens only." },
  } satisfies Record<string, KnownClaim>),
);

const RANKS = new Map([...KNOWN.keys()].map((name, rank) => [name, rank]));
const FIRST_OF_TOKEN = RANKS.get("iss") ?? KNOWN.size;
const CUSTOM = /^(dev:)?custom:/;

/** Names to suggest for a claim that is added. */
export const CLAIM_NAMES: readonly string[] = [...KNOWN.keys()];

/** What a claim means; `undefined` for one that neither Cognito nor OpenID Connect knows. */
export function knownClaim(name: string): KnownClaim | undefined {
  if (CUSTOM.test(name)) {
    return {
      meaning: `The pool's own attribute “${name.replace(CUSTOM, "")}”. The app client has to be allowed to read it.`,
    };
  }
  return KNOWN.get(name);
}

/** Whether a claim describes a token, not a person. */
export function isOfToken(name: string): boolean {
  return rankOf(name) >= FIRST_OF_TOKEN;
}

/** Where a claim stands in the table: what describes a person comes before what describes a token. */
export function rankOf(name: string): number {
  return RANKS.get(name) ?? FIRST_OF_TOKEN - 0.5;
}
