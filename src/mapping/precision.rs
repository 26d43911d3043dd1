//! Numbers that only lost digits on their way through JavaScript, whose numbers are exact up to 2^53.

use serde_json::{Map, Value};

/// Puts back each number of `before` that a lambda did not change and that only lost digits in `after`.
pub(crate) fn keep_precision(before: &Map<String, Value>, after: &mut Map<String, Value>) {
    for (key, after) in after {
        if let Some(before) = before.get(key) {
            keep_digits(before, after);
        }
    }
}

fn keep_digits(before: &Value, after: &mut Value) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => keep_precision(before, after),
        (Value::Array(before), Value::Array(after)) => {
            before.iter().zip(after).for_each(|(before, after)| keep_digits(before, after));
        }
        (Value::Number(before), Value::Number(after)) if before.as_f64() == after.as_f64() => {
            after.clone_from(before);
        }
        _ => {}
    }
}
