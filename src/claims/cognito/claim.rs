//! The claims that Cognito itself knows: one table for reading, for the docs and for completion.

use serde::Serialize;

/// The canonical type of a claim's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ClaimType {
    /// Text.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A number; instants are seconds since 1970.
    Number,
    /// A list of texts.
    Texts,
    /// A list of objects that describe the identities a federated or linked user signs in with.
    Identities,
    /// An object with the postal address as one text in `formatted`.
    Address,
}

/// What is known about one claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Claim {
    /// The claim's name in an ID token.
    pub name: &'static str,
    /// The type of its canonical value.
    pub kind: ClaimType,
    /// What it says, in one line.
    pub meaning: &'static str,
    /// The page that documents it.
    pub source: &'static str,
    /// Whether it belongs to the user's profile, so that userinfo has it too. Everything else
    /// belongs to one token or to the user's groups.
    pub in_userinfo: bool,
}

/// Every claim that AWS documents for ID and access tokens, in the order of the docs' tables.
/// Custom attributes (`custom:*`) and what a pre token generation trigger adds come on top.
///
/// ```
/// use reconcile_kit::claims::cognito::{CLAIMS, ClaimType};
///
/// let groups = CLAIMS.iter().find(|claim| claim.name == "cognito:groups").expect("documented");
/// assert_eq!(groups.kind, ClaimType::Texts);
/// assert!(!groups.in_userinfo);
/// ```
pub const CLAIMS: &[Claim] = &[
    profile("sub", ClaimType::Text, "the user's id in the pool; looks like a UUID but is not one"),
    profile(USER_NAME, ClaimType::Text, "the user's name in the pool; `username` in userinfo"),
    Claim {
        source: ID_TOKEN,
        ..profile(
            "identities",
            ClaimType::Identities,
            "the identities a federated or linked user signs in with",
        )
    },
    profile("email", ClaimType::Text, "email address"),
    profile("email_verified", ClaimType::Boolean, "whether the email address is verified"),
    profile("phone_number", ClaimType::Text, "telephone number: `+` and digits"),
    profile("phone_number_verified", ClaimType::Boolean, "whether the number is verified"),
    profile("name", ClaimType::Text, "full name"),
    profile("given_name", ClaimType::Text, "first name"),
    profile("family_name", ClaimType::Text, "last name"),
    profile("middle_name", ClaimType::Text, "middle name"),
    profile("nickname", ClaimType::Text, "nickname"),
    profile("preferred_username", ClaimType::Text, "the name the user chose; rarely set"),
    profile("profile", ClaimType::Text, "address of a profile page"),
    profile("picture", ClaimType::Text, "address of a picture"),
    profile("website", ClaimType::Text, "address of a website"),
    profile("gender", ClaimType::Text, "gender, as free text"),
    profile("birthdate", ClaimType::Text, "date of birth, `YYYY-MM-DD`"),
    profile("zoneinfo", ClaimType::Text, "time zone, as free text"),
    profile("locale", ClaimType::Text, "language, as free text"),
    profile("address", ClaimType::Address, "postal address"),
    profile("updated_at", ClaimType::Number, "when the profile last changed"),
    token("iss", ClaimType::Text, ID_TOKEN, "the user pool that issued the token"),
    token("aud", ClaimType::Text, ID_TOKEN, "the app client the token is for"),
    token("exp", ClaimType::Number, ID_TOKEN, "when the token expires"),
    token("iat", ClaimType::Number, ID_TOKEN, "when the token was issued"),
    token("auth_time", ClaimType::Number, ID_TOKEN, "when the user signed in"),
    token(
        "token_use",
        ClaimType::Text,
        ID_TOKEN,
        "`id` in an ID token, `access` in an access token",
    ),
    token(
        GROUPS,
        ClaimType::Texts,
        GROUPS_PAGE,
        "the user's groups, and the group Cognito makes for each provider",
    ),
    token(ROLES, ClaimType::Texts, ID_TOKEN, "IAM roles of the user's groups"),
    token(PREFERRED_ROLE, ClaimType::Text, ID_TOKEN, "IAM role of the group that comes first"),
    token(
        "nonce",
        ClaimType::Text,
        ID_TOKEN,
        "what the authorisation request sent, or Cognito's own",
    ),
    token("at_hash", ClaimType::Text, ID_TOKEN, "hash of the access token"),
    token("jti", ClaimType::Text, ID_TOKEN, "the token's id"),
    token("origin_jti", ClaimType::Text, ID_TOKEN, "what ties tokens of one sign-in together"),
    token("event_id", ClaimType::Text, ID_TOKEN, "id of the sign-in's event"),
    token("acr", ClaimType::Text, STEP_UP, "how strongly the user signed in"),
    token("amr", ClaimType::Texts, STEP_UP, "the ways the user signed in"),
    token("azp", ClaimType::Text, TRIGGER, "the app client that asked for the token"),
    token("nbf", ClaimType::Number, TRIGGER, "when the token becomes valid"),
    token("client_id", ClaimType::Text, ACCESS_TOKEN, "the app client; access tokens only"),
    token("scope", ClaimType::Text, ACCESS_TOKEN, "granted scopes; access tokens only"),
    token("version", ClaimType::Number, ACCESS_TOKEN, "the token's version; access tokens only"),
    token("device_key", ClaimType::Text, ACCESS_TOKEN, "the user's device; access tokens only"),
];

/// The user name's canonical claim name, whatever a form calls it.
pub(super) const USER_NAME: &str = "cognito:username";
pub(super) const GROUPS: &str = "cognito:groups";
pub(super) const ROLES: &str = "cognito:roles";
pub(super) const PREFERRED_ROLE: &str = "cognito:preferred_role";

/// The claim of that name, if Cognito knows it.
///
/// ```
/// use reconcile_kit::claims::cognito::find_claim;
///
/// assert_eq!(find_claim("email_verified").map(|claim| claim.name), Some("email_verified"));
/// assert!(find_claim("favourite_colour").is_none());
/// ```
#[must_use]
pub fn find_claim(name: &str) -> Option<&'static Claim> {
    CLAIMS.iter().find(|claim| claim.name == name)
}

/// Whether `name` is an attribute that a pool's owner defined. `dev:custom:*` is the old form that
/// only developers could write.
pub(crate) fn is_custom(name: &str) -> bool {
    name.starts_with("custom:") || name.starts_with("dev:custom:")
}

const ID_TOKEN: &str = "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html";
const ACCESS_TOKEN: &str = "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html";
const ATTRIBUTES: &str =
    "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html";
const GROUPS_PAGE: &str =
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html";
const STEP_UP: &str = "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html";
const TRIGGER: &str = "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html";

const fn profile(name: &'static str, kind: ClaimType, meaning: &'static str) -> Claim {
    Claim { name, kind, meaning, source: ATTRIBUTES, in_userinfo: true }
}

const fn token(
    name: &'static str,
    kind: ClaimType,
    source: &'static str,
    meaning: &'static str,
) -> Claim {
    Claim { name, kind, meaning, source, in_userinfo: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_claim_is_listed_once() {
        for (index, claim) in CLAIMS.iter().enumerate() {
            assert!(
                CLAIMS.iter().skip(index + 1).all(|other| other.name != claim.name),
                "{claim:?}"
            );
        }
    }

    #[test]
    fn cognitos_own_claims_are_found_and_others_are_not() {
        assert_eq!(find_claim("exp").map(|claim| claim.kind), Some(ClaimType::Number));
        assert_eq!(find_claim("custom:exp"), None);
        assert_eq!(find_claim("__proto__"), None);
    }
}
