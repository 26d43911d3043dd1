//! With endpoints given by hand FusionAuth does not learn where the provider's keys are, so it
//! cannot verify an id token that is signed with one.

use crate::claims::jwt::Algorithm;
use crate::model::{Diagnostic, Feature, ProviderType};
use crate::scenario::Scenario;

pub(super) fn find(scenario: &Scenario) -> Option<Diagnostic> {
    // Before that, such a token is not verified in either way.
    if !scenario.setting.version.has(Feature::AsymmetricIdToken) || has_hmac_token(scenario) {
        return None;
    }
    let provider = &scenario.setting.identity_provider;
    let reads_id_token = provider.provider_type() == ProviderType::OpenIdConnect;
    let oauth2 = provider.oauth2.as_ref().filter(|_| reads_id_token)?;
    if oauth2.issuer.as_deref().is_some_and(is_given) {
        return None;
    }
    let endpoints = [
        ("authorization_endpoint", &oauth2.authorization_endpoint),
        ("token_endpoint", &oauth2.token_endpoint),
        ("userinfo_endpoint", &oauth2.userinfo_endpoint),
    ];
    let (name, url) = endpoints
        .into_iter()
        .find_map(|(name, url)| Some((name, url.as_deref().filter(|url| is_given(url))?)))?;
    Some(
        Diagnostic::warning(
            "endpoints-by-hand",
            format!("/identityProvider/oauth2/{name}"),
            "with endpoints given by hand FusionAuth has no keys to verify an id token with",
        )
        .found(url)
        .expected("`issuer`, from which FusionAuth finds endpoints and keys")
        .help(
            "set `issuer` and leave the endpoints to discovery; Cognito's issuer is \
             `https://cognito-idp.<region>.amazonaws.com/<user pool id>`",
        ),
    )
}

fn is_given(url: &str) -> bool {
    !url.trim().is_empty()
}

/// A token signed with the client secret needs no keys.
fn has_hmac_token(scenario: &Scenario) -> bool {
    let tokens = scenario.attempts().iter().filter_map(|attempt| attempt.tokens.id_token.as_ref());
    tokens
        .filter_map(|token| token.algorithm.as_ref())
        .any(|algorithm| *algorithm == Algorithm::Hmac)
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::{Value, json};

    fn path(version: &str, oauth2: &Value, login: &Value) -> Option<String> {
        let provider = json!({ "oauth2": oauth2 });
        let document =
            json!({ "fusionauth": version, "identityProvider": provider, "login": login });
        find(&scenario(document)).map(|found| found.path)
    }

    #[test]
    fn endpoints_without_issuer_leave_no_keys() {
        let by_hand = json!({ "issuer": "", "token_endpoint": "https://login.example.com/token" });
        let expected = Some("/identityProvider/oauth2/token_endpoint".to_owned());
        assert_eq!(path("1.70", &by_hand, &json!({})), expected);
        assert_eq!(path("1.47", &by_hand, &json!({})), None);
    }

    #[test]
    fn an_issuer_makes_fusionauth_ignore_the_endpoints() {
        let both =
            json!({ "issuer": "https://login.example.com", "token_endpoint": "https://x/token" });
        assert_eq!(path("1.70", &both, &json!({})), None);
        assert_eq!(path("1.70", &json!({}), &json!({})), None);
    }

    #[test]
    fn a_token_signed_with_the_client_secret_needs_no_keys() {
        let by_hand = json!({ "token_endpoint": "https://login.example.com/token" });
        let login = json!({ "idToken": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqYW5lIn0.c2lnbmF0dXJl" });
        assert_eq!(path("1.70", &by_hand, &login), None);
    }
}
