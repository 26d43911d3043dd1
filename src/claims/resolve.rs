//! Who the person is, as FusionAuth reads it: userinfo first, then an id token that it could verify.
//!
//! This works on the raw values, because they are what FusionAuth sees.

use super::jwt::Algorithm;
use super::places::places;
use crate::model::convert::scalar_text;
use crate::model::{Feature, IdentityProvider, ProviderType, Version, pointer};
use serde::Serialize;
use serde_json::{Map, Value};

/// The tokens of one login.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tokens {
    /// The answer of the userinfo endpoint.
    pub userinfo: Map<String, Value>,
    /// The id token, where there is one.
    pub id_token: Option<PresentedIdToken>,
    /// The access token as text, where the scenario gives one.
    pub access_token: Option<String>,
}

/// An id token as a scenario presents it.
#[derive(Debug, Clone, PartialEq)]
pub struct PresentedIdToken {
    /// Its claims.
    pub claims: Map<String, Value>,
    /// How it is signed, where that is known.
    pub algorithm: Option<Algorithm>,
    /// Its text, where the scenario gives one.
    pub encoded: Option<String>,
    /// Whether the scenario says that its signature is good; `None` when it does not say.
    pub verified: Option<bool>,
}

/// What FusionAuth does with the id token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdTokenUse {
    /// There is none.
    Absent,
    /// Its signature is good: claims are read from it, and a lambda gets it.
    Verified,
    /// Its signature is not good.
    NotVerified,
    /// The scope has no `openid`, so the provider sends none.
    NotRequested,
    /// The endpoints were given by hand, so there are no keys to verify it with.
    NoKeys,
    /// This version cannot verify it.
    VersionTooOld,
}

impl IdTokenUse {
    /// The id token's claims, where FusionAuth uses them.
    #[must_use]
    pub fn claims(self, tokens: &Tokens) -> Option<&Map<String, Value>> {
        tokens.id_token.as_ref().filter(|_| self == Self::Verified).map(|token| &token.claims)
    }
}

/// One value that FusionAuth read, and where from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Resolved<T> {
    /// The value; `null` when no claim gave one.
    pub value: Option<T>,
    /// Where it was read: a pointer into the login, such as `/userinfo/sub`.
    pub source: Option<String>,
}

impl<T> Resolved<T> {
    const NOTHING: Self = Self { value: None, source: None };
}

/// What the tokens say about the e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailVerified {
    /// Nothing.
    Unstated,
    /// It is verified.
    Yes,
    /// It is not verified.
    No,
    /// The text `"false"`, as Cognito's userinfo sends it.
    NoAsText,
    /// Something that is neither true nor false.
    Unclear,
}

/// Who the person is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The unique id at the identity provider.
    pub unique_id: Resolved<String>,
    /// The e-mail address.
    pub email: Resolved<String>,
    /// What was said about the e-mail address, and where.
    pub email_verified: (EmailVerified, Option<String>),
    /// The username.
    pub username: Resolved<String>,
    /// What was done with the id token.
    pub id_token: IdTokenUse,
}

/// Reads who the person is.
///
/// ```
/// use reconcile_kit::claims::{Tokens, resolve};
/// use reconcile_kit::model::{IdentityProvider, Version};
/// use serde_json::json;
///
/// let provider = IdentityProvider::from(json!({ "oauth2": { "uniqueIdClaim": "id" } }));
/// let userinfo = json!({ "id": "7f3a", "email": "jane@example.com" });
/// let userinfo = userinfo.as_object().cloned().unwrap_or_default();
/// let tokens = Tokens { userinfo, id_token: None, access_token: None };
/// let identity = resolve(&tokens, &provider, Version::default());
/// assert_eq!(identity.unique_id.value.as_deref(), Some("7f3a"));
/// assert_eq!(identity.unique_id.source.as_deref(), Some("/userinfo/id"));
/// ```
#[must_use]
pub fn resolve(tokens: &Tokens, provider: &IdentityProvider, version: Version) -> Identity {
    let id_token = id_token_use(tokens, provider, version);
    let claims = id_token.claims(tokens);
    let places = places(provider);
    let text = |places: &[String], from_id_token: bool| {
        text_claim(places, &tokens.userinfo, claims.filter(|_| from_id_token))
    };
    let verified = places.email_verified.as_deref();
    Identity {
        unique_id: text(&places.unique_id, version.has(Feature::AsymmetricIdToken)),
        email: text(&places.email, true),
        email_verified: email_verified(verified, &tokens.userinfo, claims, version),
        username: text(&places.username, true),
        id_token,
    }
}

fn id_token_use(tokens: &Tokens, provider: &IdentityProvider, version: Version) -> IdTokenUse {
    let Some(token) = &tokens.id_token else { return IdTokenUse::Absent };
    if provider.provider_type() != ProviderType::OpenIdConnect {
        return IdTokenUse::Absent;
    }
    let oauth2 = provider.oauth2.as_ref();
    // A blank scope asks for nothing in particular, and Cognito then takes all that the client may have.
    let scope = oauth2.and_then(|oauth2| oauth2.scope.as_deref()).filter(|scope| !is_blank(scope));
    if scope.is_some_and(|scope| !scope.split_whitespace().any(|one| one == "openid")) {
        return IdTokenUse::NotRequested;
    }
    if token.verified == Some(false) || token.algorithm == Some(Algorithm::None) {
        return IdTokenUse::NotVerified;
    }
    if !version.has(Feature::LambdaIdToken) {
        return IdTokenUse::VersionTooOld;
    }
    if !is_asymmetric(token) {
        return IdTokenUse::Verified;
    }
    if !version.has(Feature::AsymmetricIdToken) {
        return IdTokenUse::VersionTooOld;
    }
    let by_hand = oauth2.is_some_and(|oauth2| {
        oauth2.issuer.as_deref().is_none_or(is_blank) && oauth2.token_endpoint.is_some()
    });
    if by_hand { IdTokenUse::NoKeys } else { IdTokenUse::Verified }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Cognito signs with RS256 only; a token of which nothing is known counts as one FusionAuth can verify.
fn is_asymmetric(token: &PresentedIdToken) -> bool {
    let by_cognito = || {
        let issuer = token.claims.get("iss").and_then(Value::as_str);
        issuer.is_some_and(|issuer| issuer.contains("cognito-idp."))
    };
    token
        .algorithm
        .as_ref()
        .map_or_else(by_cognito, |algorithm| *algorithm == Algorithm::Asymmetric)
}

/// The first place that has the claim wins, even when what it says is empty.
fn first_claim<'a>(
    place: &str,
    userinfo: &'a Map<String, Value>,
    id_token: Option<&'a Map<String, Value>>,
) -> Option<(&'a Value, String)> {
    let roots = [("/userinfo", Some(userinfo)), ("/idToken", id_token)];
    roots.into_iter().find_map(|(root, claims)| {
        let value = at(claims?, place).filter(|value| !value.is_null())?;
        Some((value, format!("{root}{place}")))
    })
}

/// What `place` points to in `claims`.
fn at<'a>(claims: &'a Map<String, Value>, place: &str) -> Option<&'a Value> {
    let mut steps = pointer::steps(place);
    let mut value = claims.get(&steps.next()?)?;
    for step in steps {
        value = match value {
            Value::Object(fields) => fields.get(&step)?,
            Value::Array(items) => items.get(step.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(value)
}

fn text_claim(
    places: &[String],
    userinfo: &Map<String, Value>,
    id_token: Option<&Map<String, Value>>,
) -> Resolved<String> {
    let found = places.iter().find_map(|place| first_claim(place, userinfo, id_token));
    let Some((value, source)) = found else { return Resolved::NOTHING };
    let text = scalar_text(value).filter(|text| !text.trim().is_empty());
    Resolved { value: text, source: Some(source) }
}

fn email_verified(
    place: Option<&str>,
    userinfo: &Map<String, Value>,
    id_token: Option<&Map<String, Value>>,
    version: Version,
) -> (EmailVerified, Option<String>) {
    if !version.has(Feature::EmailVerifiedCheck) {
        return (EmailVerified::Unstated, None);
    }
    let found = place.and_then(|place| first_claim(place, userinfo, id_token));
    let Some((value, source)) = found else { return (EmailVerified::Unstated, None) };
    let said = match value {
        Value::Bool(true) => EmailVerified::Yes,
        Value::Bool(false) => EmailVerified::No,
        Value::String(text) if text.trim().eq_ignore_ascii_case("true") => EmailVerified::Yes,
        Value::String(text) if text.trim().eq_ignore_ascii_case("false") => EmailVerified::NoAsText,
        _ => EmailVerified::Unclear,
    };
    (said, Some(source))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn tokens(userinfo: Value, id_token: Value) -> Tokens {
        let claims = |value: Value| value.as_object().cloned().unwrap_or_default();
        Tokens {
            userinfo: claims(userinfo),
            id_token: Some(PresentedIdToken {
                claims: claims(id_token),
                algorithm: None,
                encoded: None,
                verified: None,
            }),
            access_token: None,
        }
    }

    fn provider(oauth2: &Value) -> IdentityProvider {
        IdentityProvider::from(json!({ "oauth2": oauth2 }))
    }

    #[test]
    fn userinfo_wins_over_the_id_token() {
        let tokens = tokens(json!({ "sub": "a" }), json!({ "sub": "b", "email": "x@example.com" }));
        let identity = resolve(&tokens, &provider(&json!({})), Version::NEWEST);
        assert_eq!(identity.unique_id.source.as_deref(), Some("/userinfo/sub"));
        assert_eq!(identity.email.source.as_deref(), Some("/idToken/email"));
    }

    #[test]
    fn endpoints_given_by_hand_leave_no_keys_for_cognito() {
        let tokens = tokens(
            json!({}),
            json!({ "iss": "https://cognito-idp.eu-west-1.amazonaws.com/p", "sub": "b" }),
        );
        let identity = resolve(
            &tokens,
            &provider(&json!({ "token_endpoint": "https://x/oauth2/token" })),
            Version::NEWEST,
        );
        assert_eq!(identity.id_token, IdTokenUse::NoKeys);
        assert_eq!(identity.unique_id.value, None);
    }

    #[test]
    fn a_scope_without_openid_brings_no_id_token() {
        let tokens = tokens(json!({}), json!({ "sub": "b" }));
        let identity =
            resolve(&tokens, &provider(&json!({ "scope": "email profile" })), Version::NEWEST);
        assert_eq!(identity.id_token, IdTokenUse::NotRequested);
    }

    #[test]
    fn what_is_said_about_the_email_is_told_apart() {
        for (value, expected) in [
            (json!(true), EmailVerified::Yes),
            (json!("true"), EmailVerified::Yes),
            (json!(false), EmailVerified::No),
            (json!("false"), EmailVerified::NoAsText),
            (json!(""), EmailVerified::Unclear),
            (json!(null), EmailVerified::Unstated),
        ] {
            let tokens = tokens(json!({ "email_verified": value }), json!({}));
            assert_eq!(
                resolve(&tokens, &provider(&json!({})), Version::NEWEST).email_verified.0,
                expected,
                "{value}"
            );
        }
    }

    #[test]
    fn claim_names_come_from_the_identity_provider() {
        let tokens = tokens(json!({ "username": "jane", "id": 7 }), json!({}));
        let provider = provider(&json!({ "usernameClaim": "username", "uniqueIdClaim": "id" }));
        let identity = resolve(&tokens, &provider, Version::NEWEST);
        assert_eq!(identity.username.value.as_deref(), Some("jane"));
        assert_eq!(identity.unique_id.value.as_deref(), Some("7"));
    }
}
