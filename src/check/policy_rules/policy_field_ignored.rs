//! A field of which FusionAuth ignores what a policy writes, always or in some logins.

use crate::model::{Diagnostic, LinkingClaim, LinkingStrategy, Severity, Writable, find_field};
use crate::policy::{FieldRules, Policy, Write};

const CODE: &str = "policy-field-ignored";

pub(super) fn find(policy: &Policy) -> Vec<Diagnostic> {
    policy.fields.iter().filter_map(|field| ignored(field, policy.strategy)).collect()
}

fn ignored(field: &FieldRules, strategy: Option<LinkingStrategy>) -> Option<Diagnostic> {
    let target = &field.target;
    let name = target.name();
    let (severity, message, help) =
        match find_field(target.object.fields(), &target.field)?.writable {
            Writable::Always => return None,
            Writable::Never => (
                Severity::Warning,
                format!("FusionAuth keeps `{name}` itself and ignores what a policy writes"),
                "remove the rule, or keep the value in `user.data`".to_owned(),
            ),
            Writable::Undocumented => (
                Severity::Info,
                format!("nobody documents whether FusionAuth takes `{name}` from a lambda"),
                "try it on the version in use, or keep the value in `user.data`".to_owned(),
            ),
            Writable::OnCreate if field.rules.iter().all(|rule| rule.write == Write::OnCreate) => {
                return None;
            }
            Writable::OnCreate => (
                Severity::Info,
                format!("FusionAuth takes `{name}` only in the login that creates the user"),
                "add \"write\": \"on-create\", so that the policy says what happens".to_owned(),
            ),
            Writable::LinkingEmail => identity(&name, LinkingClaim::Email, strategy)?,
            Writable::LinkingUsername => identity(&name, LinkingClaim::Username, strategy)?,
        };
    Some(Diagnostic::new(severity, CODE, field.at.as_str(), message).help(help))
}

/// An identity counts only where people are linked on it.
fn identity(
    name: &str,
    claim: LinkingClaim,
    strategy: Option<LinkingStrategy>,
) -> Option<(Severity, String, String)> {
    let what = claim.field();
    match strategy {
        Some(strategy) if strategy.claim() == Some(claim) => None,
        Some(strategy) => Some((
            Severity::Warning,
            format!("`{strategy}` does not link on the {what}, so FusionAuth ignores `{name}`"),
            "remove the rule, or correct `linkingStrategy`".to_owned(),
        )),
        None => Some((
            Severity::Info,
            format!("FusionAuth takes `{name}` only where the strategy links on the {what}"),
            "say with `linkingStrategy` for which strategy the policy is written".to_owned(),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;
    use serde_json::{Value, json};

    fn severities(policy: &Value) -> Vec<Severity> {
        found(policy, CODE).into_iter().map(|finding| finding.severity).collect()
    }

    #[test]
    fn fields_that_do_not_count_are_found() {
        for (map, expected) in [
            (json!({ "user.password": "x" }), vec![Severity::Warning]),
            (json!({ "user.expiry": "x" }), vec![Severity::Info]),
            (json!({ "user.memberships": "x" }), vec![Severity::Info]),
            (json!({ "user.memberships": { "from": "x", "write": "on-create" } }), vec![]),
            (json!({ "user.firstName": "x", "user.data.email": "x" }), vec![]),
        ] {
            assert_eq!(severities(&json!({ "map": map })), expected, "{map}");
        }
    }

    #[test]
    fn an_identity_counts_where_people_are_linked_on_it() {
        let of = |strategy: &str| {
            severities(&json!({ "linkingStrategy": strategy, "map": { "user.email": "email" } }))
        };
        assert_eq!(of("LinkByEmail"), []);
        assert_eq!(of("LinkByUsername"), [Severity::Warning]);
        assert_eq!(severities(&json!({ "map": { "user.username": "sub" } })), [Severity::Info]);
    }
}
