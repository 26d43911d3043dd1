//! The findings that every document can have: unknown keys and words, and values of the wrong type.

use super::diagnostic::{Diagnostic, shorten};
use super::nearest;
use super::pointer;
use serde_json::Value;

/// `key` of the object at `path` is none of the `known` ones.
pub(crate) fn unknown_key<'a>(
    path: &str,
    key: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let message = format!("`{}` is not a known key", shorten(key));
    Diagnostic::error("unknown-key", pointer::child(path, key), message)
        .expected(known.clone().collect::<Vec<_>>().join(", "))
        .help(nearest(key, known))
}

/// `key` is missing in the object at `path`.
pub(crate) fn missing_key(path: &str, key: &str) -> Diagnostic {
    Diagnostic::error("missing-key", path, format!("`{key}` is missing"))
        .expected(format!("the key `{key}`"))
        .help(format!("add `{key}`"))
}

/// `found` is none of the `known` words.
pub(crate) fn unknown_value<'a>(
    path: String,
    found: &Value,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let word = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
    let message = format!("`{}` is not one of the known values", shorten(&word));
    Diagnostic::error("unknown-value", path, message)
        .found(&word)
        .expected(known.clone().collect::<Vec<_>>().join(", "))
        .help(nearest(&word, known))
}

/// What `value` is, in words.
pub(crate) const fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// `found` is not what is `expected`, in words.
pub(crate) fn wrong_type(path: String, found: &Value, expected: &str) -> Diagnostic {
    let what = kind_of(found);
    let help = if path == "/fusionauth" && found.is_number() {
        "put the version in quotes: as a number, 1.70 is 1.7".to_owned()
    } else {
        format!("write {expected} here")
    };
    Diagnostic::error("wrong-type", path, format!("found {what} where {expected} belongs"))
        .found(found.to_string())
        .expected(expected)
        .help(help)
}
