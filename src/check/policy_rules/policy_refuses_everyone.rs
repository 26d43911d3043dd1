//! Gates that never hold together let nobody in.

use super::subject::Subject;
use crate::model::{Diagnostic, shorten};
use crate::policy::in_words::{both, in_words};
use crate::policy::{Condition, Gate};

const CODE: &str = "policy-refuses-everyone";

pub(super) fn find(subject: &mut Subject<'_>) -> Option<Diagnostic> {
    let gates = &subject.policy.gates;
    for (index, gate) in gates.iter().enumerate() {
        let before: Vec<&Condition> = gates.iter().take(index).map(|gate| &gate.require).collect();
        if subject.never(&gate.at, before.iter().copied().chain([&gate.require])) {
            let against = subject.least(&gate.at, &[&gate.require], &before);
            let against: Vec<&Gate> =
                against.into_iter().filter_map(|index| gates.get(index)).collect();
            return Some(nobody(gate, &against));
        }
    }
    None
}

fn nobody(gate: &Gate, against: &[&Gate]) -> Diagnostic {
    let said = |gate: &Gate| shorten(&in_words(&gate.require));
    let name = |gate: &&Gate| format!("`{}` ({})", shorten(&gate.id), said(gate));
    let own = format!("`{}`", shorten(&gate.id));
    let (message, help) = if against.is_empty() {
        (
            format!("the gate {own} never holds, so nobody can log in: {}", said(gate)),
            "correct the condition: no claims can make it hold".to_owned(),
        )
    } else {
        let them: Vec<String> = [&gate].into_iter().chain(against).map(name).collect();
        (
            format!("{} never hold together, so nobody can log in", both(&them)),
            "put conditions of which one is enough into `any` of a single gate".to_owned(),
        )
    };
    Diagnostic::error(CODE, gate.at.as_str(), message).help(help)
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;
    use serde_json::{Value, json};

    fn messages(gates: &Value) -> Vec<(String, String)> {
        let found = found(&json!({ "provider": "cognito", "gates": gates }), CODE);
        found.into_iter().map(|finding| (finding.path, finding.message)).collect()
    }

    #[test]
    fn gates_that_contradict_each_other_are_named() {
        let gates = json!([
            { "id": "company", "require": { "claim": "email", "domain": "corp.example" } },
            { "id": "verified", "require": { "verified": "email" } },
            { "id": "partner", "require": { "claim": "email", "endsWith": "@partner.example" } },
        ]);
        let [(path, message)] = messages(&gates).try_into().unwrap_or_default();
        assert_eq!(path, "/gates/2");
        assert_eq!(
            message,
            "`partner` (`email` ends with `@partner.example`) and `company` (`email` belongs to the domain \
             `corp.example`) never hold together, so nobody can log in"
        );
    }

    #[test]
    fn a_gate_alone_can_be_impossible() {
        let gates = json!([{ "require": { "claim": "email_verified", "equals": "true" } }]);
        assert_eq!(messages(&gates).len(), 1);
        let possible = json!([
            { "require": { "verified": "email" } }, { "require": { "newUser": false } },
        ]);
        assert_eq!(messages(&possible), []);
    }
}
