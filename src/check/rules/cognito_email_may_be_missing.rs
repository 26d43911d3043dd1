//! A Cognito user without an e-mail address that can be read cannot be linked on e-mail.

use super::arrivals::Arrival;
use super::cognito::is_cognito;
use super::scope::{Scope, scopes};
use crate::model::{Diagnostic, LinkingClaim};
use crate::scenario::Scenario;

pub(super) fn find(scenario: &Scenario, people: &[Arrival<'_>]) -> Option<Diagnostic> {
    let provider = &scenario.setting.identity_provider;
    let links_on_email = provider.strategy().claim() == Some(LinkingClaim::Email);
    // A mapping or a lambda may bring an address of its own; whether it does is for the simulation to say.
    let has_lambda = scenario.needs_lambda() || provider.reconcile_lambda().is_some();
    let is_mapped = has_lambda || provider.attribute_mappings.contains_key("user.email");
    if !links_on_email || is_mapped || !is_cognito(scenario) {
        return None;
    }
    if let Some(scope) = scopes(provider).into_iter().find(leaves_email_out) {
        return Some(not_asked_for(&scope));
    }
    if people.is_empty() {
        return Some(not_certain(scenario));
    }
    let concerned = people.iter().find(|arrival| arrival.identity.email.value.is_none())?;
    Some(missing(scenario, concerned))
}

/// Beside `openid`, Cognito takes `profile` and `phone` to mean these claims and no others.
fn leaves_email_out(scope: &Scope<'_>) -> bool {
    let narrows = scope.has("profile") || scope.has("phone");
    scope.has("openid") && narrows && !scope.has("email")
}

const WAY_OUT: &str = "linking on username or anonymously works for every Cognito user";

fn not_asked_for(scope: &Scope<'_>) -> Diagnostic {
    Diagnostic::warning(
        "cognito-email-may-be-missing",
        scope.path.as_str(),
        "with this scope Cognito sends no e-mail address to link on",
    )
    .found(scope.text)
    .expected(format!("`{} email`, or `openid` alone", scope.text.trim()))
    .help("add `email`, or ask for `openid` alone: then Cognito sends all that the client may read")
}

fn missing(scenario: &Scenario, arrival: &Arrival<'_>) -> Diagnostic {
    let provider = &scenario.setting.identity_provider;
    let message = format!(
        "this Cognito user has no e-mail address, and `{}` finds nobody without one",
        provider.strategy()
    );
    let claim = provider.claim_names().email;
    Diagnostic::warning("cognito-email-may-be-missing", arrival.path.as_str(), message)
        .expected(format!("`{claim}` in userinfo or in an id token that FusionAuth can verify"))
        .help(format!(
            "make the address readable for the app client and required in the pool; {WAY_OUT}"
        ))
}

fn not_certain(scenario: &Scenario) -> Diagnostic {
    let strategy = scenario.setting.identity_provider.strategy();
    Diagnostic::info(
        "cognito-email-may-be-missing",
        "/identityProvider/linkingStrategy",
        format!("`{strategy}` finds nobody for a Cognito user without a readable e-mail address"),
    )
    .help(format!(
        "make sure that every user of the pool has one that the app client may read; {WAY_OUT}"
    ))
}

#[cfg(test)]
mod tests {
    use super::super::arrivals::arrivals;
    use super::super::scenario;
    use super::*;
    use crate::model::Severity;
    use serde_json::{Value, json};

    fn find_in(scenario: &Scenario) -> Option<Diagnostic> {
        find(scenario, &arrivals(scenario))
    }

    #[expect(clippy::indexing_slicing, reason = "assigning to a key of a JSON object adds it")]
    fn severity(provider: &Value, login: &Value) -> Option<(Severity, String)> {
        let mut provider = provider.clone();
        if provider.pointer("/oauth2/issuer").is_none() {
            let issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE";
            provider["oauth2"]["issuer"] = json!(issuer);
        }
        let document = json!({ "identityProvider": provider, "login": login });
        find_in(&scenario(document)).map(|found| (found.severity, found.path))
    }

    fn with_email() -> Value {
        json!({ "userinfo": { "sub": "1", "email": "a@example.com" } })
    }

    fn without_email() -> Value {
        json!({ "userinfo": { "sub": "1", "username": "jane" } })
    }

    #[test]
    fn a_user_without_address_is_a_warning() {
        assert_eq!(
            severity(&json!({}), &without_email()),
            Some((Severity::Warning, "/login".to_owned()))
        );
        assert_eq!(severity(&json!({}), &with_email()), None);
    }

    #[test]
    fn where_no_user_is_known_it_is_only_worth_knowing() {
        let path = "/identityProvider/linkingStrategy".to_owned();
        assert_eq!(severity(&json!({}), &json!({})), Some((Severity::Info, path)));
    }

    #[test]
    fn a_scope_that_leaves_the_address_out_is_a_warning() {
        let with = |scope: &str| severity(&json!({ "oauth2": { "scope": scope } }), &with_email());
        let path = "/identityProvider/oauth2/scope".to_owned();
        assert_eq!(with("openid profile"), Some((Severity::Warning, path)));
        assert_eq!(with("openid"), None);
        assert_eq!(with("openid profile email"), None);
        assert_eq!(with("openid aws.cognito.signin.user.admin"), None);
    }

    #[test]
    fn other_strategies_providers_and_mappings_are_left_alone() {
        let strategy = json!({ "linkingStrategy": "LinkByUsername" });
        assert_eq!(severity(&strategy, &without_email()), None);
        let other = json!({ "oauth2": { "issuer": "https://login.example.com" } });
        assert_eq!(severity(&other, &without_email()), None);
        let mapped = json!({ "attributeMappings": { "user.email": "jwt.username" } });
        assert_eq!(severity(&mapped, &without_email()), None);
    }
}
