//! How FusionAuth's own classes read a value into a field, measured on its Java client 1.53.0:
//! a number becomes a text, roles become a sorted set, and what cannot be read is refused.

use super::field::{self, Choice, Field, Kind};
use super::formats::uuid;
use super::user::read_field;
use super::{instant, js_number, locale, time_zone, uri};
use serde_json::{Map, Value};

/// What became of a value on its way into a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// The field now holds this.
    Holds(Value),
    /// The field is now empty.
    Empty,
    /// The field cannot hold the value; what it can hold, in words.
    Refused(&'static str),
}

/// Reads `value` as a field of `kind` does.
///
/// ```
/// use reconcile_kit::model::{convert, Kind, Reading};
/// use serde_json::json;
///
/// assert_eq!(convert::read(Kind::Text, &json!(5)), Reading::Holds(json!("5")));
/// assert_eq!(convert::read(Kind::Roles, &json!(["b", "a", "a"])), Reading::Holds(json!(["a", "b"])));
/// assert_eq!(convert::read(Kind::Day, &json!("01/02/1990")), Reading::Refused("a day of the form `YYYY-MM-DD`"));
/// ```
#[must_use]
pub fn read(kind: Kind, value: &Value) -> Reading {
    if value.is_null() {
        return Reading::Empty;
    }
    if is_nothing(kind, value) {
        return Reading::Empty;
    }
    let held = match kind {
        Kind::Text => text(value).map(Value::String),
        Kind::Boolean => boolean(value).map(Value::Bool),
        Kind::Integer => {
            whole(value).and_then(|number| i32::try_from(number).ok()).map(Value::from)
        }
        Kind::Instant => whole(value).map(Value::from),
        Kind::Day => printed(value, instant::day),
        Kind::Uri => text(value).and_then(|text| uri_of(&text)).map(Value::String),
        // A number is an offset where it has a sign.
        Kind::TimeZone => text(value).and_then(|text| time_zone::printed(&text)).map(Value::String),
        Kind::Uuid => printed(value, uuid),
        Kind::Choice(choice) => choice_of(choice, value).map(Value::from),
        Kind::Locales => locales(value),
        Kind::Roles => roles(value),
        Kind::Object => value.is_object().then(|| without_nulls(value)),
        Kind::Memberships => memberships(value),
        Kind::Registrations => entries(value, field::REGISTRATION),
        Kind::Objects => value
            .as_array()
            .is_some_and(|list| list.iter().all(Value::is_object))
            .then(|| value.clone()),
    };
    held.map_or(Reading::Refused(holds(kind)), Reading::Holds)
}

/// Whether `text` is what a policy writes to a field of `kind` whose texts have a form: a day, a URI, a time zone, a
/// UUID. An exported lambda decides the same (`helpers/fields.js`).
pub(crate) fn is_of(kind: Kind, text: &str) -> bool {
    match kind {
        Kind::Day => instant::is_day(text),
        Kind::Uri => uri::is_uri_by_name(text),
        Kind::TimeZone => time_zone::printed(text).is_some(),
        Kind::Uuid => text.len() == 36 && uuid(text).is_some(),
        Kind::Choice(choice) => choice.names().contains(&text),
        _ => false,
    }
}

/// What a field of `kind` can hold, in words.
///
/// ```
/// use reconcile_kit::model::{Kind, convert};
///
/// assert_eq!(convert::holds(Kind::Roles), "a list of role names");
/// ```
#[must_use]
pub const fn holds(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "a text",
        Kind::Boolean => "true or false",
        Kind::Integer => "a whole number",
        Kind::Instant => "milliseconds since 1970 as a whole number",
        Kind::Day => "a day of the form `YYYY-MM-DD`",
        Kind::Uri => "a URI",
        Kind::TimeZone => "an IANA time zone such as `Europe/Berlin`",
        Kind::Uuid => "a UUID",
        Kind::Locales => "a list of locales such as `en_US`",
        Kind::Roles => "a list of role names",
        Kind::Choice(choice) => choice.holds(),
        Kind::Object => "an object",
        Kind::Memberships => "a list of objects with a `groupId`",
        Kind::Registrations => "a list of registrations",
        Kind::Objects => "a list of objects",
    }
}

/// A value as the text that a text field would hold; `None` for an object or a list.
///
/// ```
/// use reconcile_kit::model::convert::scalar_text;
/// use serde_json::json;
///
/// assert_eq!(scalar_text(&json!(5)).as_deref(), Some("5"));
/// assert_eq!(scalar_text(&json!([5])), None);
/// ```
#[must_use]
pub fn scalar_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A text without the blanks around it, which for Java are the space and what comes before it.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|character| character <= ' ')
}

/// Whether it is a text that empties a field which holds no text.
fn is_nothing(kind: Kind, value: &Value) -> bool {
    let Some(text) = value.as_str().map(trimmed) else { return false };
    match kind {
        Kind::Integer => matches!(text, "" | "null"),
        Kind::Instant | Kind::Uuid => text.is_empty(),
        _ => false,
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(js_number::text(number)),
        other => scalar_text(other),
    }
}

/// A text of nothing, or of `null`, is `false`; a number is one unless it is written as `0`.
fn boolean(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::Number(number) => {
            let written = js_number::text(number);
            let is_whole = !written.contains(['.', 'e']);
            is_whole.then(|| written != "0")
        }
        Value::String(text) => match trimmed(text) {
            "true" | "True" | "TRUE" => Some(true),
            "" | "null" | "false" | "False" | "FALSE" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// A whole number of 64 bits; a fraction is dropped.
fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64().or_else(|| number.as_f64().and_then(truncated)),
        Value::String(text) => trimmed(text).parse().ok(),
        _ => None,
    }
}

fn truncated(number: f64) -> Option<i64> {
    // The power of two itself is the first that is too large.
    const BEYOND: f64 = 9_223_372_036_854_775_808.0;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "dropping the fraction is what the field does"
    )]
    (number.abs() < BEYOND).then_some(number as i64)
}

fn printed(value: &Value, print: impl Fn(&str) -> Option<String>) -> Option<Value> {
    value.as_str().and_then(print).map(Value::String)
}

fn uri_of(text: &str) -> Option<String> {
    let text = trimmed(text);
    uri::is_uri(text).then(|| text.to_owned())
}

/// A name, or its place among the names.
fn choice_of(choice: Choice, value: &Value) -> Option<&'static str> {
    let at = |place: u64| choice.names().get(usize::try_from(place).ok()?).copied();
    match value {
        Value::Number(number) => number.as_u64().and_then(at),
        Value::String(text) => {
            let text = trimmed(text);
            let named = choice.names().iter().find(|name| **name == text).copied();
            let is_place = text.bytes().all(|byte| byte.is_ascii_digit());
            named.or_else(|| text.parse().ok().filter(|_| is_place).and_then(at))
        }
        _ => None,
    }
}

fn locales(value: &Value) -> Option<Value> {
    let mut kept: Vec<Value> = Vec::new();
    for entry in value.as_array()? {
        let locale = match entry {
            Value::Null => continue,
            other => locale::printed(&text(other)?),
        };
        let Some(locale) = locale.map(Value::String) else { continue };
        if !kept.contains(&locale) {
            kept.push(locale);
        }
    }
    Some(Value::Array(kept))
}

fn roles(value: &Value) -> Option<Value> {
    let names = value.as_array()?.iter().map(text).collect::<Option<Vec<_>>>()?;
    Some(sorted_set(names).into_iter().map(Value::String).collect())
}

/// `names` as FusionAuth keeps roles: sorted as Java sorts texts, each once.
///
/// ```
/// use reconcile_kit::model::convert::sorted_set;
///
/// assert_eq!(sorted_set(vec!["b".into(), "a".into(), "b".into()]), ["a", "b"]);
/// ```
#[must_use]
pub fn sorted_set(mut names: Vec<String>) -> Vec<String> {
    names.sort_unstable_by(|one, other| one.encode_utf16().cmp(other.encode_utf16()));
    names.dedup();
    names
}

/// Objects lose the entries that are `null`, however deep they are; lists keep theirs.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(entries) => entries
            .iter()
            .filter(|(_, entry)| !entry.is_null())
            .map(|(key, entry)| (key.clone(), without_nulls(entry)))
            .collect(),
        Value::Array(entries) => entries.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}

/// A membership without a group is dropped.
fn memberships(value: &Value) -> Option<Value> {
    let mut entries = entries(value, field::MEMBERSHIP)?;
    if let Value::Array(entries) = &mut entries {
        entries.retain(|entry| entry.get("groupId").is_some());
    }
    Some(entries)
}

/// A list of objects with these `fields`; others in them are lost.
fn entries(value: &Value, fields: &'static [Field]) -> Option<Value> {
    value.as_array()?.iter().map(|entry| entry_of(entry, fields)).collect()
}

fn entry_of(entry: &Value, fields: &'static [Field]) -> Option<Value> {
    let mut held = Map::new();
    for (name, value) in entry.as_object()? {
        let Some(field) = field::find(fields, name) else { continue };
        match read_field(field, value) {
            Reading::Holds(value) => _ = held.insert(name.clone(), value),
            Reading::Empty => {}
            Reading::Refused(_) => return None,
        }
    }
    Some(Value::Object(held))
}

#[cfg(test)]
mod tests;
