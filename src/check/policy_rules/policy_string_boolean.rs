//! A boolean claim is compared with a text, or a text with a boolean.

use crate::model::{Diagnostic, pointer, shorten};
use crate::policy::{Claim, Condition, Form, Payload, Policy, Provider, Test};
use serde_json::Value;

const CODE: &str = "policy-string-boolean";

pub(super) fn find(policy: &Policy) -> Vec<Diagnostic> {
    let gates = policy.gates.iter().map(|gate| (&gate.require, (gate.at.as_str(), "require")));
    let whens = policy
        .rules()
        .filter_map(|(_, rule)| rule.when.as_ref().map(|when| (when, (rule.at.as_str(), "when"))));
    let mut findings = Vec::new();
    for (condition, (at, key)) in gates.chain(whens) {
        let mut faults = Vec::new();
        look(condition, policy.provider, &mut faults);
        let at = pointer::child(at, key);
        findings.extend(
            faults
                .into_iter()
                .next()
                .map(|(message, help)| Diagnostic::warning(CODE, at, message).help(help)),
        );
    }
    findings
}

fn look(condition: &Condition, provider: Provider, faults: &mut Vec<(String, String)>) {
    match condition {
        Condition::All(list) | Condition::Any(list) => {
            for one in list {
                look(one, provider, faults);
            }
        }
        Condition::Not(one) => look(one, provider, faults),
        Condition::Claim(claim, Test::In(values, _)) => {
            faults.extend(compared(claim, values, provider));
        }
        Condition::Claim(..) | Condition::NewUser => {}
    }
}

fn compared(claim: &Claim, values: &[Value], provider: Provider) -> Option<(String, String)> {
    let name = shorten(&claim.text());
    let text_of_boolean = |value: &Value| {
        value
            .as_str()
            .is_some_and(|text| ["true", "false"].iter().any(|one| text.eq_ignore_ascii_case(one)))
    };
    match claim {
        Claim::Canonical { form: Form::Boolean, below, .. }
            if below.is_empty() && values.iter().any(text_of_boolean) =>
        {
            Some((
                format!("`{name}` is a boolean here and never the text that it is compared with"),
                "write true or false without quotation marks".to_owned(),
            ))
        }
        Claim::Raw { payload: Payload::Userinfo, steps }
            if provider == Provider::Cognito
                && values.iter().any(Value::is_boolean)
                && !values.iter().any(text_of_boolean) =>
        {
            let [step] = steps.as_slice() else { return None };
            let is_boolean = Form::of(step, provider) == Form::Boolean;
            is_boolean.then(|| {
                (
                    format!(
                        "Cognito's userinfo has `{step}` as a text, and `{name}` is never a boolean"
                    ),
                    format!("ask `{step}` without `jwt.`: it is a boolean in both payloads"),
                )
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;
    use serde_json::json;

    #[test]
    fn booleans_and_texts_are_told_apart() {
        for (test, expected) in [
            (json!({ "claim": "email_verified", "equals": "true" }), 1),
            (json!({ "not": { "claim": "email_verified", "in": ["False"] } }), 1),
            (json!({ "claim": "jwt.email_verified", "equals": true }), 1),
            (json!({ "claim": "jwt.email_verified", "in": [true, "true"] }), 0),
            (json!({ "claim": "id_token.email_verified", "equals": true }), 0),
            (json!({ "claim": "email_verified", "equals": true }), 0),
            (json!({ "claim": "custom:vip", "equals": "true" }), 0),
        ] {
            let policy = json!({
                "provider": "cognito", "map": { "user.data.x": { "value": 1, "when": test } },
            });
            let found = found(&policy, CODE);
            assert_eq!(found.len(), expected, "{test}");
            assert!(found.iter().all(|finding| finding.path == "/map/user.data.x/when"));
        }
    }
}
