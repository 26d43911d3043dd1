//! A gate that always holds, by itself or after the gates before it, refuses nobody.

use super::subject::Subject;
use crate::model::{Diagnostic, shorten};
use crate::policy::Condition;
use crate::policy::in_words::both;
use crate::policy::reason::not;

const CODE: &str = "policy-gate-without-effect";

pub(super) fn find(subject: &mut Subject<'_>) -> Vec<Diagnostic> {
    let gates = &subject.policy.gates;
    let mut findings = Vec::new();
    for (index, gate) in gates.iter().enumerate() {
        let before: Vec<&Condition> = gates.iter().take(index).map(|gate| &gate.require).collect();
        // After gates that let nobody pass, every gate follows.
        if index > 0 && subject.never(&gate.at, before.iter().copied()) {
            break;
        }
        let fails = not(gate.require.clone());
        if !subject.never(&gate.at, before.iter().copied().chain([&fails])) {
            continue;
        }
        let why = subject.least(&gate.at, &[&fails], &before);
        let names: Vec<String> = why
            .into_iter()
            .filter_map(|index| gates.get(index))
            .map(|gate| format!("`{}`", shorten(&gate.id)))
            .collect();
        let id = shorten(&gate.id);
        let message = if names.is_empty() {
            format!("the gate `{id}` always holds and refuses nobody")
        } else {
            format!("the gate `{id}` holds whenever {} does, and refuses nobody else", both(&names))
        };
        findings.push(
            Diagnostic::warning(CODE, gate.at.as_str(), message)
                .help("remove the gate, or correct what it asks for"),
        );
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;
    use serde_json::json;

    #[test]
    fn a_gate_that_follows_from_others_is_found() {
        let gates = json!([
            { "require": { "claim": "email", "domain": "corp.example" } },
            { "require": { "claim": "email", "contains": "@" } },
            { "require": { "any": [{ "newUser": true }, { "newUser": false }] } },
            { "require": { "verified": "email" } },
        ]);
        let found = found(&json!({ "gates": gates }), CODE);
        let messages: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "the gate `gate-2` holds whenever `gate-1` does, and refuses nobody else",
                "the gate `gate-3` always holds and refuses nobody",
            ]
        );
    }
}
