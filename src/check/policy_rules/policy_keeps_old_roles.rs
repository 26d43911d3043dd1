//! Roles that a person keeps after they were taken away at the provider.

use super::subject::{Answer, Subject};
use crate::model::{Diagnostic, Kind, shorten};
use crate::policy::reason::{Types, not};
use crate::policy::{Claim, Condition, Form, Missing, Provider, Rule, Source, Write};

const CODE: &str = "policy-keeps-old-roles";

pub(super) fn find(subject: &mut Subject<'_>) -> Vec<Diagnostic> {
    let fields = subject.policy.fields.iter();
    let roles = fields.filter(|field| field.target.kind() == Some(Kind::Roles));
    let mut findings = Vec::new();
    for rule in roles.flat_map(|field| &field.rules) {
        findings.extend(never_taken(rule).or_else(|| kept_without_groups(subject, rule)));
    }
    findings
}

fn never_taken(rule: &Rule) -> Option<Diagnostic> {
    let id = shorten(&rule.id);
    let message = match rule.write {
        Write::Add => format!("`{id}` only adds roles: nobody ever loses one"),
        Write::OnCreate => {
            format!("`{id}` gives roles once: what changes at the provider later does not count")
        }
        Write::Always | Write::IfEmpty => return None,
    };
    Some(
        Diagnostic::info(CODE, rule.at.as_str(), message)
            .help("leave `write` out where the provider decides about roles at every login"),
    )
}

fn kept_without_groups<'p>(subject: &mut Subject<'p>, rule: &'p Rule) -> Option<Diagnostic> {
    let Source::FirstOf(claims) = &rule.source else { return None };
    let is_kept = rule.missing == Missing::Keep && rule.default.is_none();
    if subject.policy.provider != Provider::Cognito || !is_kept || !claims.iter().all(is_groups) {
        return None;
    }
    let missing: Vec<Condition> =
        claims.iter().map(crate::policy::reason::there).map(not).collect();
    let gates: Vec<&Condition> = subject.gates().collect();
    let all = gates.into_iter().chain(&rule.when).chain(&missing);
    let Answer::Holds(_) = subject.ask(&rule.at, Types::Documented, all) else { return None };
    let message = format!(
        "a person who leaves the last group keeps the roles: Cognito leaves the claim out then, and `{}` keeps \
         what is stored",
        shorten(&rule.id)
    );
    Some(
        Diagnostic::warning(CODE, rule.at.as_str(), message).help(
            "read `assigned-groups`, which is an empty list then, or add \"missing\": \"clear\"",
        ),
    )
}

/// Whether the claim is Cognito's groups as the token has them: missing for a person without any.
pub(super) fn is_groups(claim: &Claim) -> bool {
    match claim {
        Claim::Canonical { name, form, below } => {
            name == "cognito:groups" && *form == Form::Texts && below.is_empty()
        }
        Claim::Raw { steps, .. } => matches!(steps.as_slice(), [name] if name == "cognito:groups"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;
    use crate::model::Severity;
    use serde_json::{Value, json};

    fn severities(rule: &Value) -> Vec<Severity> {
        let policy = json!({ "provider": "cognito", "map": { "registration.roles": rule } });
        found(&policy, CODE).into_iter().map(|finding| finding.severity).collect()
    }

    #[test]
    fn roles_that_stay_are_found() {
        let from = |claim: &str| json!({ "from": claim, "table": { "a": "b" } });
        assert_eq!(severities(&from("cognito:groups")), [Severity::Warning]);
        assert_eq!(severities(&from("id_token.cognito:groups")), [Severity::Warning]);
        assert_eq!(severities(&json!({ "value": "a", "write": "add" })), [Severity::Info]);
        for fine in [
            from("assigned-groups"),
            from("custom:roles"),
            json!({ "from": "cognito:groups", "missing": "clear", "table": { "a": "b" } }),
            json!({ "from": "cognito:groups", "when": "cognito:groups", "table": { "a": "b" } }),
        ] {
            assert_eq!(severities(&fine), [], "{fine}");
        }
    }
}
