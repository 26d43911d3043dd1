//! Values as a policy sees them: what counts as missing, and which have a text that every host prints alike.

use serde_json::Value;
use std::borrow::Cow;

/// The largest whole number up to which JavaScript counts exactly.
const LARGEST: i64 = 9_007_199_254_740_991;

/// Whether a claim or field with this value counts as missing: `null`, or a text without characters.
pub(crate) fn is_missing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

/// Whether a stored field counts as empty: missing, or a list or an object without entries.
pub(crate) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        other => is_missing(other),
    }
}

/// The whole number that `value` is, where JavaScript counts exactly too.
pub(crate) fn whole(value: &Value) -> Option<i64> {
    let number = value.as_i64().or_else(|| {
        let number =
            value.as_f64().filter(|number| number.fract() == 0.0 && number.abs() < 1.0e16)?;
        #[expect(clippy::cast_possible_truncation, reason = "whole and small was checked")]
        Some(number as i64)
    })?;
    (-LARGEST..=LARGEST).contains(&number).then_some(number)
}

/// The text of a text, of a whole number, and of true and false. Fractions and large numbers have none: hosts
/// print them in different ways.
pub(crate) fn text(value: &Value) -> Option<String> {
    text_of(value).map(Cow::into_owned)
}

/// The same, without a copy of what is a text.
pub(crate) fn text_of(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Bool(flag) => Some(Cow::Borrowed(if *flag { "true" } else { "false" })),
        Value::Number(_) => whole(value).map(|number| Cow::Owned(number.to_string())),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A number as JavaScript has it: a whole one without a fraction.
pub(crate) fn number(number: f64) -> Option<Value> {
    let value = Value::from(number);
    Some(whole(&value).map_or(value, Value::from)).filter(Value::is_number)
}

/// Whether two scalars are the same: of one type, and numbers by their value.
pub(crate) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_every_host_prints_alike_has_a_text() {
        for (value, expected) in [
            (json!("a"), Some("a")),
            (json!(5), Some("5")),
            (json!(5.0), Some("5")),
            (json!(-0.0), Some("0")),
            (json!(true), Some("true")),
            (json!(1.5), None),
            (json!(9_007_199_254_740_992_i64), None),
            (json!(1e300), None),
            (json!(["a"]), None),
            (json!(null), None),
        ] {
            assert_eq!(text(&value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn numbers_are_compared_by_value_and_types_never() {
        assert!(same(&json!(5), &json!(5.0)));
        assert!(!same(&json!(5), &json!("5")));
        assert!(!same(&json!(true), &json!("true")));
    }

    #[test]
    fn an_empty_text_is_missing_and_an_empty_list_is_not() {
        assert!(is_missing(&json!("")) && is_missing(&json!(null)));
        assert!(!is_missing(&json!([])) && !is_missing(&json!(false)) && !is_missing(&json!(" ")));
        assert!(is_empty(&json!([])) && is_empty(&json!({})) && !is_empty(&json!(0)));
    }
}
