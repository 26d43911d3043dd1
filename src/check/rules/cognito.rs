//! Does the identity provider lead to Amazon Cognito?

use crate::claims::Tokens;
use crate::claims::cognito::is_cognito_address;
use crate::model::Oauth2Configuration;
use crate::scenario::Scenario;
use serde_json::{Map, Value};

/// Whether the addresses or the tokens are Cognito's.
pub(in crate::check) fn is_cognito(scenario: &Scenario) -> bool {
    let oauth2 = scenario.setting.identity_provider.oauth2.as_ref();
    let addresses = oauth2.map(addresses).unwrap_or_default();
    if addresses.iter().copied().any(is_cognito_address) {
        return true;
    }
    scenario.attempts().iter().any(|attempt| {
        has_cognito_token(&attempt.tokens)
            || (addresses.is_empty() && looks_like_cognito(&attempt.tokens.userinfo))
    })
}

fn addresses(oauth2: &Oauth2Configuration) -> Vec<&str> {
    let all = [
        &oauth2.issuer,
        &oauth2.authorization_endpoint,
        &oauth2.token_endpoint,
        &oauth2.userinfo_endpoint,
    ];
    let given = all.into_iter().filter_map(|url| url.as_deref());
    given.filter(|url| !url.trim().is_empty()).collect()
}

fn has_cognito_token(tokens: &Tokens) -> bool {
    let Some(token) = &tokens.id_token else { return false };
    let issuer = token.claims.get("iss").and_then(Value::as_str);
    issuer.is_some_and(is_cognito_address)
        || token.claims.keys().any(|name| name.starts_with("cognito:"))
}

/// Cognito's userinfo has a `username`, and truth as text. Others might too, so this counts only
/// where no address says who the provider is.
fn looks_like_cognito(userinfo: &Map<String, Value>) -> bool {
    let is_text = |name: &str| userinfo.get(name).is_some_and(Value::is_string);
    is_text("username") && (is_text("email_verified") || is_text("phone_number_verified"))
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::json;

    fn cognito(oauth2: &Value, login: &Value) -> bool {
        is_cognito(&scenario(json!({ "identityProvider": { "oauth2": oauth2 }, "login": login })))
    }

    #[test]
    fn cognito_is_known_by_its_addresses_and_its_tokens() {
        let issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE";
        let userinfo =
            json!({ "userinfo": { "sub": "1", "username": "jane", "email_verified": "true" } });
        assert!(cognito(&json!({ "issuer": issuer }), &json!({})));
        assert!(cognito(
            &json!({ "token_endpoint": "https://x.auth.eu-west-1.amazoncognito.com/oauth2/token" }),
            &json!({})
        ));
        assert!(cognito(&json!({}), &json!({ "idToken": { "iss": issuer } })));
        assert!(cognito(&json!({}), &json!({ "idToken": { "cognito:username": "jane" } })));
        assert!(cognito(&json!({}), &userinfo));
    }

    #[test]
    fn other_providers_are_not_taken_for_cognito() {
        let userinfo =
            json!({ "userinfo": { "sub": "1", "username": "jane", "email_verified": "true" } });
        assert!(!cognito(&json!({ "issuer": "https://login.example.com" }), &userinfo));
        assert!(!cognito(
            &json!({}),
            &json!({ "userinfo": { "username": "jane", "email_verified": true } })
        ));
        assert!(!cognito(&json!({}), &json!({})));
    }
}
