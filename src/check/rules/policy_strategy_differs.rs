//! The policy is written for another linking strategy than the identity provider has.

use crate::model::Diagnostic;
use crate::scenario::Scenario;

pub(super) fn find(scenario: &Scenario) -> Option<Diagnostic> {
    let written_for = scenario.setting.policy()?.strategy?;
    let strategy = scenario.setting.identity_provider.strategy();
    if written_for == strategy {
        return None;
    }
    let message = format!(
        "the policy is written for `{written_for}`, and the identity provider has `{strategy}`"
    );
    Some(
        scenario.in_policy(
            Diagnostic::warning("policy-strategy-differs", "/linkingStrategy", message)
                .found(written_for.name())
                .expected(strategy.name())
                .help("correct one of the two: what counts of `user.email` and `user.username` depends on it"),
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn the_strategies_have_to_agree() {
        let path = |own: Value, of_policy: Value| {
            let found = find(&scenario(json!({
                "identityProvider": own,
                "policy": { "linkingStrategy": of_policy, "map": { "user.firstName": "given_name" } },
                "login": {},
            })));
            found.map(|finding| finding.path)
        };
        let by_email = || json!({ "linkingStrategy": "LinkByEmail" });
        let expected = Some("/policy/linkingStrategy".to_owned());
        assert_eq!(path(by_email(), json!("LinkByUsername")), expected);
        assert_eq!(path(by_email(), json!("LinkByEmail")), None);
        assert_eq!(path(json!({}), json!("LinkByEmail")), None);
    }
}
