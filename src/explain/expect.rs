//! Compares an outcome with the part of it that a test expects. Keys that are missing are not compared;
//! lists have to be of the same length, and their entries are compared the same way.

use super::Preview;
use crate::model::pointer;
use crate::scenario::Scenario;
use serde::Serialize;
use serde_json::Value;

/// A place where the outcome is not what was expected.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mismatch {
    /// Where, in the outcome.
    pub path: String,
    /// What was expected there.
    pub expected: Value,
    /// What is there; absent when nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<Value>,
}

/// Every difference between what the scenario expects and what a preview gave. Without an expectation, none.
///
/// ```
/// use reconcile_kit::{check, explain};
///
/// let scenario = check::read_scenario(r#"{
///     "identityProvider": { "enabled": true },
///     "login": { "userinfo": { "sub": "1" } },
///     "expect": { "status": 200 }
/// }"#).expect("a valid scenario");
/// let mismatches = explain::verify(&scenario, &explain::preview(&scenario, None));
/// assert_eq!(mismatches[0].path, "/status");
/// assert_eq!(mismatches[0].found, Some(401.into()));
/// ```
#[must_use]
pub fn verify(scenario: &Scenario, preview: &Preview) -> Vec<Mismatch> {
    let mut mismatches = Vec::new();
    if let Some(expected) = &scenario.expect {
        // Through the text, so that one serialiser serves both this and the outcome that people see.
        let text = crate::model::json_text(preview).unwrap_or_default();
        let found: Value = serde_json::from_str(&text).unwrap_or_default();
        for (key, expected) in expected {
            compare(&pointer::child("", key), expected, found.get(key), &mut mismatches);
        }
    }
    mismatches
}

/// Every place where `found` is not as `expected` says; what that does not name is not compared.
///
/// ```
/// use reconcile_kit::explain::mismatches;
/// use serde_json::json;
///
/// let outcome = json!({ "status": 200, "user": { "email": "jane@example.com" } });
/// assert_eq!(mismatches(&json!({ "status": 200 }), &outcome), []);
/// assert_eq!(mismatches(&json!({ "user": { "email": null } }), &outcome)[0].path, "/user/email");
/// ```
#[must_use]
pub fn mismatches(expected: &Value, found: &Value) -> Vec<Mismatch> {
    let mut mismatches = Vec::new();
    compare("", expected, Some(found), &mut mismatches);
    mismatches
}

fn compare(path: &str, expected: &Value, found: Option<&Value>, mismatches: &mut Vec<Mismatch>) {
    match (expected, found) {
        (Value::Object(fields), Some(Value::Object(others))) => {
            for (key, field) in fields {
                compare(&pointer::child(path, key), field, others.get(key), mismatches);
            }
        }
        (Value::Array(items), Some(Value::Array(others))) if items.len() == others.len() => {
            for (index, (item, other)) in items.iter().zip(others).enumerate() {
                compare(&pointer::item(path, index), item, Some(other), mismatches);
            }
        }
        // To expect null is to expect nothing.
        (Value::Null, None) => {}
        (expected, found) if found != Some(expected) => mismatches.push(Mismatch {
            path: path.to_owned(),
            expected: expected.clone(),
            found: found.cloned(),
        }),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn differences(expected: &Value, found: &Value) -> Vec<String> {
        mismatches(expected, found).into_iter().map(|mismatch| mismatch.path).collect()
    }

    #[test]
    fn missing_keys_are_not_compared() {
        assert_eq!(differences(&json!({ "a": 1 }), &json!({ "a": 1, "b": 2 })), [""; 0]);
    }

    #[test]
    fn lists_have_to_be_of_one_length() {
        assert_eq!(differences(&json!({ "a": [{}] }), &json!({ "a": [{ "b": 1 }] })), [""; 0]);
        assert_eq!(differences(&json!({ "a": [1] }), &json!({ "a": [1, 2] })), ["/a"]);
    }

    #[test]
    fn null_expects_nothing() {
        assert_eq!(differences(&json!({ "a": null }), &json!({})), [""; 0]);
        assert_eq!(differences(&json!({ "a": null }), &json!({ "a": 1 })), ["/a"]);
    }
}
