//! Is a policy right? What makes it unusable, and what the rules find in one that can be used.

use super::{parse, placed, policy_rules};
use crate::model::Diagnostic;
use crate::policy::{self, IS_BUILT, Policy};
use crate::scenario::Scenario;
use serde_json::Value;

/// Reads a policy from JSON text.
///
/// # Errors
///
/// Everything that makes it unusable, each with a pointer, line and column.
///
/// ```
/// use reconcile_kit::check;
///
/// let problems = check::read_policy(r#"{ "map": { "user.fristName": "given_name" } }"#).unwrap_err();
/// assert_eq!(problems[0].code, "policy-field-unknown");
/// assert_eq!(problems[0].help, "did you mean `user.firstName`?");
/// ```
pub fn read_policy(text: &str) -> Result<Policy, Vec<Diagnostic>> {
    let value = parse(text).map_err(|problem| vec![problem])?;
    policy::read(&value).map_err(|problems| placed(problems, text))
}

/// Whether a document is a policy: it maps or refuses, and holds no login.
pub(super) fn is_policy(document: &Value) -> bool {
    let has = |key: &str| document.get(key).is_some();
    (has("map") || has("gates"))
        && !["identityProvider", "login", "logins", "users", "oauth2"].into_iter().any(has)
}

/// Everything that can be said about a policy, most serious first.
pub(super) fn findings(document: &Value) -> Vec<Diagnostic> {
    let mut findings = match policy::read(document) {
        Ok(policy) => of(&policy),
        Err(problems) => problems,
    };
    findings.sort_by(|one, other| {
        (one.severity, &one.path, &one.code).cmp(&(other.severity, &other.path, &other.code))
    });
    findings
}

/// What was noticed while the policy was read, and what the rules find in it.
fn of(policy: &Policy) -> Vec<Diagnostic> {
    let mut findings = policy.notes.clone();
    if IS_BUILT {
        findings.extend(policy_rules::run(policy));
    }
    findings
}

/// The same of the scenario's policy, with pointers into the scenario.
pub(super) fn of_scenario(scenario: &Scenario) -> Vec<Diagnostic> {
    let findings = scenario.setting.policy().into_iter().flat_map(of);
    findings.map(|finding| scenario.in_policy(finding)).collect()
}

#[cfg(test)]
mod tests {
    use crate::check;
    use serde_json::json;

    #[test]
    fn a_scenarios_policy_is_checked_with_it() {
        let policy = json!({ "map": { "user.password": "x" } });
        let codes = |policy| {
            let scenario = json!({
                "identityProvider": { "enabled": true, "linkingStrategy": "LinkAnonymously" },
                "policy": policy,
                "login": {},
            });
            let findings = check::check(&scenario.to_string());
            let places = findings.into_iter().map(|finding| (finding.code, finding.path));
            places.filter(|(code, _)| code.starts_with("policy-")).collect::<Vec<_>>()
        };
        let expected = |path: &str| vec![("policy-field-ignored".to_owned(), path.to_owned())];
        assert_eq!(codes(policy.clone()), expected("/policy/map/user.password"));
        let in_file = json!({ "file": "p.json", "document": policy });
        assert_eq!(codes(in_file), expected("/policy/document/map/user.password"));
    }
}
