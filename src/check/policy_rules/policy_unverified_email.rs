//! The domain of an e-mail address grants roles, and nothing asks whether the address is the person's.

use super::subject::{Answer, Subject};
use crate::model::{Diagnostic, Kind, LinkingClaim, LinkingStrategy, Severity, shorten};
use crate::policy::reason::{Types, is, not};
use crate::policy::{Claim, Condition, Rule, Test};
use serde_json::json;

const CODE: &str = "policy-unverified-email";

pub(super) fn find(subject: &mut Subject<'_>) -> Option<Diagnostic> {
    let severity = match subject.policy.strategy.map(LinkingStrategy::claim) {
        Some(Some(LinkingClaim::Email)) => Severity::Warning,
        None => Severity::Info,
        Some(_) => return None,
    };
    let fields = subject.policy.fields.iter();
    let lists = fields.filter(|field| field.target.kind() == Some(Kind::Roles));
    let mut rules = lists.flat_map(|field| &field.rules);
    rules.find_map(|rule| unverified(subject, rule, severity))
}

fn unverified<'p>(
    subject: &mut Subject<'p>,
    rule: &'p Rule,
    severity: Severity,
) -> Option<Diagnostic> {
    let conditions: Vec<&Condition> = subject.gates().chain(&rule.when).collect();
    if !conditions.iter().any(|condition| asks_for_domain(condition)) {
        return None;
    }
    let verified =
        Claim::canonical("email_verified".to_owned(), Vec::new(), subject.policy.provider);
    let unverified = not(is(&verified, json!(true)));
    let all = conditions.into_iter().chain([&unverified]);
    let Answer::Holds(witness) = subject.ask(&rule.at, Types::Documented, all) else { return None };
    let message = format!(
        "`{}` gives roles by the domain of an e-mail address that nobody has to have verified: {}",
        shorten(&rule.id),
        witness.in_words()
    );
    Some(
        Diagnostic::new(severity, CODE, rule.at.as_str(), message).help(
            "add the gate { \"require\": { \"verified\": \"email\" } }, or ask for it in `when`",
        ),
    )
}

fn asks_for_domain(condition: &Condition) -> bool {
    match condition {
        Condition::All(list) | Condition::Any(list) => list.iter().any(asks_for_domain),
        Condition::Not(one) => asks_for_domain(one),
        Condition::Claim(claim, Test::Domain(_)) => claim.made_of().any(|name| name == "email"),
        Condition::Claim(..) | Condition::NewUser => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;
    use serde_json::Value;

    #[test]
    fn a_domain_grants_roles_only_with_a_verified_address() {
        let domain = json!({ "claim": "email", "domain": "corp.example" });
        let verified = json!({ "verified": "email" });
        let severities = |strategy: Value, gates: Value, when: Value| {
            let mut policy = json!({
                "gates": gates,
                "map": { "registration.roles": { "value": ["staff"], "when": when } },
            });
            if let (Value::Object(policy), false) = (&mut policy, strategy.is_null()) {
                policy.insert("linkingStrategy".to_owned(), strategy);
            }
            let found = found(&policy, CODE);
            found.into_iter().map(|finding| finding.severity).collect::<Vec<_>>()
        };
        let by_email = || json!("LinkByEmail");
        let both = json!({ "all": [domain, verified] });
        assert_eq!(severities(by_email(), json!([]), domain.clone()), [Severity::Warning]);
        assert_eq!(severities(Value::Null, json!([]), domain.clone()), [Severity::Info]);
        assert_eq!(severities(json!("LinkAnonymously"), json!([]), domain.clone()), []);
        assert_eq!(severities(by_email(), json!([{ "require": verified }]), domain), []);
        assert_eq!(severities(by_email(), json!([]), both), []);
    }
}
