//! Rules that look for trouble in a valid scenario, one file each, named by its code.
//!
//! A rule looks at the configuration and at what the logins show, and simulates nothing. It speaks
//! once: several logins with the same trouble are one finding, at the first of them.

mod anonymous_link_maps_nothing;
mod arrivals;
pub(super) mod cognito;
mod cognito_email_may_be_missing;
mod cognito_issuer_slash;
mod cognito_username_claim;
mod email_linking_without_verification;
mod endpoints_by_hand;
mod feature_not_in_version;
mod known_fields;
mod lambda_and_attribute_mappings;
mod lambda_of_wrong_type;
mod link_limit_of_zero;
mod policy_default_roles;
mod policy_role_unknown;
mod policy_strategy_differs;
mod scope;
mod scope_without_openid;
mod unrecognised_field;
mod username_claim_not_linked_on;

use crate::model::Diagnostic;
use crate::scenario::{Attempt, Scenario};
use arrivals::Arrival;

/// Everything the rules find.
///
/// ```
/// use reconcile_kit::check::{self, rules};
///
/// let scenario = check::read_scenario(r#"{
///     "identityProvider": { "enabled": true, "oauth2": { "scope": "email profile" } },
///     "login": {}
/// }"#).expect("a valid scenario");
/// assert_eq!(rules::run(&scenario)[0].code, "scope-without-openid");
/// ```
#[must_use]
pub fn run(scenario: &Scenario) -> Vec<Diagnostic> {
    let mut findings = of_people(scenario, &arrivals::arrivals(scenario));
    findings.extend(of_configuration(scenario));
    findings
}

/// What the rules find in a login that is not the scenario's own.
#[must_use]
pub fn of_login(scenario: &Scenario, attempt: &Attempt) -> Vec<Diagnostic> {
    let person = arrivals::arrival(scenario, attempt, "/login".to_owned());
    of_people(scenario, person.as_slice())
}

/// Whom a login finds.
fn of_people(scenario: &Scenario, people: &[Arrival<'_>]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    findings.extend(email_linking_without_verification::find(scenario, people));
    findings.extend(cognito_email_may_be_missing::find(scenario, people));
    findings.extend(cognito_username_claim::find(scenario, people));
    findings
}

/// What is so whoever logs in.
pub(super) fn of_configuration(scenario: &Scenario) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    findings.extend(username_claim_not_linked_on::find(scenario));
    findings.extend(link_limit_of_zero::find(scenario));
    // Which tokens FusionAuth gets and can verify.
    findings.extend(scope_without_openid::find(scenario));
    findings.extend(cognito_issuer_slash::find(scenario));
    findings.extend(endpoints_by_hand::find(scenario));
    // What maps the claims.
    findings.extend(anonymous_link_maps_nothing::find(scenario));
    findings.extend(lambda_and_attribute_mappings::find(scenario));
    findings.extend(lambda_of_wrong_type::find(scenario));
    findings.extend(policy_strategy_differs::find(scenario));
    findings.extend(policy_role_unknown::find(scenario));
    findings.extend(policy_default_roles::find(scenario));
    // What is written down, and for which version.
    findings.extend(feature_not_in_version::find(scenario));
    findings.extend(unrecognised_field::find(scenario));
    findings
}

/// The scenario of a test's document.
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a document that is not valid is a failing test")]
#[expect(clippy::needless_pass_by_value, reason = "`json!` gives a value")]
fn scenario(document: serde_json::Value) -> Scenario {
    super::read_scenario(&document.to_string()).unwrap()
}
