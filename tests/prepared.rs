//! A prepared scenario answers for other people than the one in its own login.
#![expect(
    clippy::unwrap_used,
    reason = "a scenario or login that cannot be read is a failing test"
)]

use reconcile_kit::model::Diagnostic;
use reconcile_kit::{check, explain};
use serde_json::{Value, json};

const COGNITO: &str = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE";

fn codes(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics.iter().map(|found| found.code.as_str()).collect()
}

/// What is said about `login` in a scenario whose own login is `own`.
fn said(provider: &Value, own: &Value, login: &Value) -> Vec<String> {
    let document = json!({
        "identityProvider": provider,
        "application": { "id": "app" },
        "login": { "userinfo": own },
    });
    let scenario = check::read_scenario(&document.to_string()).unwrap();
    let attempt = scenario.read_login(&json!({ "userinfo": login }).to_string()).unwrap();
    let outcome = explain::preview_login(&scenario, &attempt, None);
    codes(&outcome.diagnostics).into_iter().map(str::to_owned).collect()
}

fn by_email() -> Value {
    json!({ "enabled": true, "linkingStrategy": "LinkByEmail", "oauth2": { "issuer": COGNITO } })
}

fn jane() -> Value {
    json!({ "sub": "1", "email": "jane@example.com", "email_verified": "true" })
}

#[test]
fn what_is_missing_in_its_own_login_is_not_said_of_others() {
    let nameless = json!({ "sub": "2" });
    assert_eq!(said(&by_email(), &nameless, &jane()), [""; 0]);
    assert_eq!(said(&by_email(), &nameless, &nameless), ["cognito-email-may-be-missing"]);
}

#[test]
fn what_is_missing_in_another_login_is_said() {
    let nameless = json!({ "sub": "2" });
    assert_eq!(said(&by_email(), &jane(), &nameless), ["cognito-email-may-be-missing"]);
    let unstated = json!({ "sub": "3", "email": "jo@example.com" });
    assert_eq!(said(&by_email(), &jane(), &unstated), ["email-linking-without-verification"]);
}

#[test]
fn a_claim_that_another_login_has_is_not_missed() {
    let provider = json!({
        "enabled": true,
        "linkingStrategy": "LinkByUsername",
        "oauth2": { "issuer": COGNITO },
    });
    let named = json!({ "sub": "1", "preferred_username": "jane" });
    let nameless = json!({ "sub": "2", "username": "2" });
    assert_eq!(said(&provider, &nameless, &named), [""; 0]);
    assert_eq!(said(&provider, &named, &nameless), ["cognito-username-claim"]);
}

#[test]
fn what_is_said_of_the_configuration_stays() {
    let mut provider = by_email();
    let oauth2 = json!({ "issuer": COGNITO, "scope": "email profile" });
    provider.as_object_mut().unwrap().insert("oauth2".to_owned(), oauth2);
    assert_eq!(said(&provider, &jane(), &jane()), ["scope-without-openid"]);
}
