//! Without the scope `openid` there is no id token, and Cognito's userinfo endpoint answers nobody.

use super::cognito::is_cognito;
use super::scope::{Scope, scopes};
use crate::model::{Diagnostic, Severity};
use crate::scenario::Scenario;

pub(super) fn find(scenario: &Scenario) -> Vec<Diagnostic> {
    let mut lacking = scopes(&scenario.setting.identity_provider);
    lacking.retain(|scope| !scope.has("openid"));
    if lacking.is_empty() {
        return Vec::new();
    }
    let is_cognito = is_cognito(scenario);
    lacking.iter().map(|scope| lacks_openid(scope, is_cognito)).collect()
}

fn lacks_openid(scope: &Scope<'_>, is_cognito: bool) -> Diagnostic {
    // Cognito takes an empty scope for all that the app client allows, so that one does not fail.
    let fails = is_cognito && !scope.text.trim().is_empty();
    let (severity, message) = if fails {
        (
            Severity::Error,
            "without the scope `openid` Cognito refuses userinfo, so nobody can log in",
        )
    } else {
        (
            Severity::Warning,
            "without the scope `openid` the provider sends no id token, and so no groups",
        )
    };
    Diagnostic::new(severity, "scope-without-openid", scope.path.as_str(), message)
        .found(scope.text)
        .expected(format!("openid {}", scope.text.trim()).trim_end())
        .help("add `openid` to the scope")
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::{Value, json};

    fn severities(provider: &Value) -> Vec<Severity> {
        let document = json!({ "identityProvider": provider, "login": {} });
        find(&scenario(document)).iter().map(|found| found.severity).collect()
    }

    #[test]
    fn a_scope_has_to_ask_for_openid() {
        let with = |scope: &str| severities(&json!({ "oauth2": { "scope": scope } }));
        assert_eq!(with("email profile"), [Severity::Warning]);
        assert_eq!(with("openidx"), [Severity::Warning]);
        assert_eq!(with("email openid"), []);
        assert_eq!(severities(&json!({})), []);
    }

    #[test]
    fn with_cognito_nobody_gets_in() {
        let issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE";
        let with =
            |scope: &str| severities(&json!({ "oauth2": { "issuer": issuer, "scope": scope } }));
        assert_eq!(with("email"), [Severity::Error]);
        assert_eq!(with(""), [Severity::Warning]);
        assert_eq!(with("openid"), []);
    }

    #[test]
    fn an_applications_own_scope_counts_too() {
        let provider = json!({
            "oauth2": { "scope": "openid" },
            "applicationConfiguration": { "a": { "oauth2": { "scope": "email" } } },
        });
        assert_eq!(severities(&provider), [Severity::Warning]);
    }
}
