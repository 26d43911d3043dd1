//! FusionAuth's Cognito guide ends the issuer with a slash; Cognito's own issuer has none.

use crate::claims::cognito::is_cognito_address;
use crate::model::Diagnostic;
use crate::scenario::Scenario;

/// Only worth knowing: the guide is followed as it is written, and no documentation says that
/// FusionAuth compares the two.
pub(super) fn find(scenario: &Scenario) -> Option<Diagnostic> {
    let issuer = scenario.setting.identity_provider.oauth2.as_ref()?.issuer.as_deref()?.trim();
    if !issuer.ends_with('/') || !is_cognito_address(issuer) {
        return None;
    }
    Some(
        Diagnostic::info(
            "cognito-issuer-slash",
            "/identityProvider/oauth2/issuer",
            "the `iss` of Cognito's tokens has no slash at its end, this issuer has one",
        )
        .expected(issuer.trim_end_matches('/'))
        .help(
            "remove the slash: OpenID Connect wants the two to be the same, character by character",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::json;

    fn expected(issuer: &str) -> Option<String> {
        let provider = json!({ "oauth2": { "issuer": issuer } });
        find(&scenario(json!({ "identityProvider": provider, "login": {} })))?.expected
    }

    #[test]
    fn cognitos_issuer_has_no_slash() {
        let issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE";
        assert_eq!(expected(&format!("{issuer}/")).as_deref(), Some(issuer));
        assert_eq!(expected(issuer), None);
    }

    #[test]
    fn others_may_have_one() {
        assert_eq!(expected("https://example.eu.auth0.com/"), None);
    }
}
