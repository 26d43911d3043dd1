//! One claim's value as its canonical type.

use serde_json::{Number, Value};

use super::claim::ClaimType;
use super::{Form, address, date, identities, list, printed};

/// A value on its way to its canonical type.
pub(super) enum Converted {
    /// It has its canonical type now.
    Read(Value),
    /// It is kept as far as it could be read, and its reader is told so.
    Unreadable(Value),
}

impl Converted {
    /// `read`, or `original` as it came.
    pub(super) fn or_original(read: Option<Value>, original: &Value) -> Self {
        read.map_or_else(|| Self::Unreadable(original.clone()), Self::Read)
    }
}

/// A claim of Cognito's own.
pub(super) fn known(kind: ClaimType, form: Form, value: &Value) -> Converted {
    let read = match kind {
        ClaimType::Identities => return identities::convert(value),
        ClaimType::Text => value.is_string().then(|| value.clone()),
        ClaimType::Boolean => boolean(value).map(Value::Bool),
        ClaimType::Number => number(value).map(Value::Number),
        ClaimType::Texts => list::convert(form, value),
        ClaimType::Address => address::convert(form, value),
    };
    Converted::or_original(read, value)
}

/// A custom attribute, which Cognito writes as text whatever type it was declared with. A trigger can
/// override it with a number or boolean, which becomes text too; nothing else does.
pub(super) fn custom(value: &Value) -> Converted {
    let read = match value {
        Value::String(_) => Some(value.clone()),
        Value::Bool(_) | Value::Number(_) => Some(Value::String(value.to_string())),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    };
    Converted::or_original(read, value)
}

/// Cognito writes `true` and `false`; what an identity provider or an import sent may have any case.
pub(crate) fn boolean(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(boolean) => Some(*boolean),
        Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// A JSON number, or the text of one, or one of API Gateway's dates.
pub(super) fn number(value: &Value) -> Option<Number> {
    match value {
        Value::Number(number) => Some(number.clone()),
        Value::String(text) => exact(text).or_else(|| date::seconds(text).map(Number::from)),
        _ => None,
    }
}

/// A whole number that fits 64 bits exactly or a fraction; never a whole number rounded.
fn exact(text: &str) -> Option<Number> {
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    let Value::Number(number) = printed::json(text).filter(|_| plain)? else { return None };
    let rounded = number.is_f64() && !text.contains(['.', 'e', 'E']);
    (!rounded).then_some(number)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn booleans_are_read_in_every_case() {
        for (value, read) in [
            (json!(true), Some(true)),
            (json!("True"), Some(true)),
            (json!("FALSE"), Some(false)),
            (json!(""), None),
            (json!("yes"), None),
            (json!(1), None),
            (json!(null), None),
        ] {
            assert_eq!(boolean(&value), read, "{value}");
        }
    }

    #[test]
    fn numbers_are_exact_or_not_read() {
        for (text, read) in [
            ("9223372036854775807", Some(json!(i64::MAX))),
            ("18446744073709551615", Some(json!(u64::MAX))),
            ("-5", Some(json!(-5))),
            ("1682955829.578", Some(json!(1_682_955_829.578))),
            ("18446744073709551616", None),
            ("007", None),
            (" 7", None),
            ("1e400", None),
            ("NaN", None),
            ("", None),
        ] {
            assert_eq!(number(&json!(text)).map(Value::Number), read, "{text}");
        }
    }
}
