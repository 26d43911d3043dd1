//! Two JSON values that should be equal, and where they are not.

use reconcile_kit::model::pointer;
use serde_json::Value;
use std::collections::BTreeSet;

/// One line for each place where `found` is not as `expected`.
pub(crate) fn lines(expected: &Value, found: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    collect("", Some(expected), Some(found), &mut lines);
    lines
}

fn collect(path: &str, expected: Option<&Value>, found: Option<&Value>, lines: &mut Vec<String>) {
    match (expected, found) {
        (Some(Value::Object(left)), Some(Value::Object(right))) => {
            let keys: BTreeSet<_> = left.keys().chain(right.keys()).collect();
            for key in keys {
                collect(&pointer::child(path, key), left.get(key), right.get(key), lines);
            }
        }
        (Some(Value::Array(left)), Some(Value::Array(right))) => {
            for index in 0..left.len().max(right.len()) {
                let place = pointer::item(path, index);
                collect(&place, left.get(index), right.get(index), lines);
            }
        }
        (expected, found) if expected != found => {
            lines.push(format!("  {path}: expected {}, found {}", shown(expected), shown(found)));
        }
        _ => {}
    }
}

fn shown(value: Option<&Value>) -> String {
    value.map_or_else(|| "nothing".to_owned(), Value::to_string)
}
