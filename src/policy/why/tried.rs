//! Whether running a policy gives a value.

use crate::policy::evaluate::{Input, evaluate};
use crate::policy::reason::Witness;
use crate::policy::rule::{FieldRules, Policy, Rule};
use crate::policy::value;
use serde_json::{Map, Value, json};

/// Whether the field of an empty user, or of a blank registration, becomes `wanted` or has it as an entry.
pub(super) fn gives(
    policy: &Policy,
    field: &FieldRules,
    rule: &Rule,
    wanted: &str,
    witness: &Witness,
) -> bool {
    let mut user = Map::new();
    if witness.new_user == Some(false) {
        user.insert("insertInstant".to_owned(), json!(1));
    }
    let blank = Map::new();
    let input = Input { user: &user, registration: Some(&blank), claims: witness.claims() };
    let Ok(evaluation) = evaluate(policy, &input, false) else { return false };
    evaluation.writes.iter().any(|write| {
        *write.target == field.target
            && write.by.iter().any(|by| by.id == rule.id)
            && write.value.as_ref().is_some_and(|value| has(value, wanted))
    }) && (!field.target.is_list()
        || rule.gives(&field.target, &witness.claims()).is_some_and(|own| has(&own, wanted)))
}

/// Whether the value is the one that is `wanted`, or a list with it.
pub(super) fn has(value: &Value, wanted: &str) -> bool {
    let is = |value: &Value| {
        let value = value.get("groupId").unwrap_or(value);
        let text = value::text(value).unwrap_or_else(|| value.to_string());
        text == wanted
    };
    is(value) || value.as_array().is_some_and(|items| items.iter().any(is))
}
