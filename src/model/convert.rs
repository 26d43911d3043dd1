//! How FusionAuth's own classes read a value into a field, measured on its Java client 1.53.0:
//! a number becomes a text, roles become a sorted set, and what cannot be read is refused.

use super::field::Kind;
use super::formats::{is_time_zone, is_uri, is_uuid};
use super::instant;
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
    let held = match kind {
        Kind::Text => text(value),
        Kind::Boolean => boolean(value),
        Kind::Integer | Kind::Instant => integer(value),
        Kind::Day => matching(value, instant::is_day),
        Kind::Uri => matching(value, is_uri),
        Kind::TimeZone => matching(value, is_time_zone),
        Kind::Uuid => matching(value, is_uuid),
        Kind::Locales => locales(value),
        Kind::Roles => roles(value),
        Kind::Object => object(value),
        Kind::Memberships => memberships(value),
        Kind::Objects => value
            .as_array()
            .is_some_and(|list| list.iter().all(Value::is_object))
            .then(|| value.clone()),
    };
    held.map_or(Reading::Refused(holds(kind)), Reading::Holds)
}

/// Whether `text` is what a field of `kind` holds whose texts have a form: a day, a URI, a time zone, a UUID.
pub(crate) fn is_of(kind: Kind, text: &str) -> bool {
    match kind {
        Kind::Day => instant::is_day(text),
        Kind::Uri => is_uri(text),
        Kind::TimeZone => is_time_zone(text),
        Kind::Uuid => is_uuid(text),
        _ => false,
    }
}

/// What a field of `kind` can hold, in words.
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
        Kind::Object => "an object",
        Kind::Memberships => "a list of objects with a `groupId`",
        Kind::Objects => "a list of objects",
    }
}

/// A value as the text that a text field would hold; `None` for an object or a list.
#[must_use]
pub fn scalar_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn text(value: &Value) -> Option<Value> {
    scalar_text(value).map(Value::String)
}

fn boolean(value: &Value) -> Option<Value> {
    match value {
        Value::Bool(_) => Some(value.clone()),
        Value::Number(number) => number.as_i64().map(|number| Value::Bool(number != 0)),
        Value::String(text) => match text.trim() {
            "true" | "True" | "TRUE" => Some(Value::Bool(true)),
            "false" | "False" | "FALSE" => Some(Value::Bool(false)),
            _ => None,
        },
        _ => None,
    }
}

fn integer(value: &Value) -> Option<Value> {
    match value {
        Value::Number(number) if number.is_f64() => {
            number.as_f64().and_then(whole).map(Value::from)
        }
        Value::Number(_) => Some(value.clone()),
        Value::String(text) => text.trim().parse::<i64>().ok().map(Value::from),
        _ => None,
    }
}

/// The whole part of `number`, as Java's conversion to `long` gives it.
fn whole(number: f64) -> Option<i64> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "dropping the fraction is what the field does"
    )]
    (number.abs() < 9.0e18).then_some(number as i64)
}

fn matching(value: &Value, fits: impl Fn(&str) -> bool) -> Option<Value> {
    value.as_str().is_some_and(fits).then(|| value.clone())
}

fn locales(value: &Value) -> Option<Value> {
    let mut kept: Vec<Value> = Vec::new();
    for entry in value.as_array()? {
        let locale = match entry {
            Value::Null => continue,
            Value::String(text) if text.is_empty() => continue,
            Value::String(text) => Value::String(text.replace('-', "_")),
            _ => return None,
        };
        if !kept.contains(&locale) {
            kept.push(locale);
        }
    }
    Some(Value::Array(kept))
}

fn roles(value: &Value) -> Option<Value> {
    let names = value.as_array()?.iter().map(scalar_text).collect::<Option<Vec<_>>>()?;
    Some(sorted_set(names).into_iter().map(Value::String).collect())
}

/// `names` as FusionAuth keeps roles: sorted, each once.
#[must_use]
pub fn sorted_set(mut names: Vec<String>) -> Vec<String> {
    names.sort_unstable();
    names.dedup();
    names
}

fn object(value: &Value) -> Option<Value> {
    let entries = value.as_object()?;
    let kept: Map<_, _> = entries
        .iter()
        .filter(|(_, entry)| !entry.is_null())
        .map(|(key, entry)| (key.clone(), entry.clone()))
        .collect();
    Some(Value::Object(kept))
}

/// A membership without a group is dropped; one whose group is no UUID cannot be read.
fn memberships(value: &Value) -> Option<Value> {
    let mut kept = Vec::new();
    for entry in value.as_array()? {
        match entry.as_object()?.get("groupId") {
            None | Some(Value::Null) => {}
            Some(Value::String(group)) if is_uuid(group) => kept.push(entry.clone()),
            Some(_) => return None,
        }
    }
    Some(Value::Array(kept))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn holds_as(kind: Kind, value: &Value, expected: Value) {
        assert_eq!(read(kind, value), Reading::Holds(expected), "{value}");
    }

    fn is_refused(kind: Kind, value: &Value) {
        assert!(matches!(read(kind, value), Reading::Refused(_)), "{value}");
    }

    #[test]
    fn roles_are_a_sorted_set() {
        holds_as(Kind::Roles, &json!(["b", "a", "a"]), json!(["a", "b"]));
        assert_eq!(read(Kind::Roles, &Value::Null), Reading::Empty);
        is_refused(Kind::Roles, &json!("admin"));
        is_refused(Kind::Roles, &json!(["a", null]));
    }

    #[test]
    fn locales_take_underscores_and_lose_repeats() {
        holds_as(Kind::Locales, &json!(["en-US", "de", "en_US", "", null]), json!(["en_US", "de"]));
        is_refused(Kind::Locales, &json!("en"));
    }

    #[test]
    fn texts_take_numbers_but_no_objects() {
        holds_as(Kind::Text, &json!(5), json!("5"));
        holds_as(Kind::Text, &json!(true), json!("true"));
        is_refused(Kind::Text, &json!({"a": 1}));
        is_refused(Kind::Text, &json!(["a"]));
    }

    #[test]
    fn booleans_take_the_three_spellings_of_java() {
        for text in ["true", "True", "TRUE"] {
            holds_as(Kind::Boolean, &json!(text), json!(true));
        }
        is_refused(Kind::Boolean, &json!("yes"));
    }

    #[test]
    fn instants_take_digits_and_drop_fractions() {
        holds_as(Kind::Instant, &json!("2020"), json!(2020));
        holds_as(Kind::Instant, &json!(1.5), json!(1));
        is_refused(Kind::Instant, &json!("soon"));
    }

    #[test]
    fn uris_may_be_empty_but_hold_no_blank() {
        holds_as(Kind::Uri, &json!(""), json!(""));
        holds_as(
            Kind::Uri,
            &json!("https://example.com/a%20b"),
            json!("https://example.com/a%20b"),
        );
        is_refused(Kind::Uri, &json!("not a url"));
        is_refused(Kind::Uri, &json!("https://example.com/%2"));
    }

    #[test]
    fn time_zones_are_those_of_java() {
        for zone in ["Europe/Berlin", "UTC", "Z", "+02:00", "GMT-5", "UTC+05:30"] {
            holds_as(Kind::TimeZone, &json!(zone), json!(zone));
        }
        for zone in ["Mars/X", "", "+99:00", "UTC+"] {
            is_refused(Kind::TimeZone, &json!(zone));
        }
    }

    #[test]
    fn data_loses_empty_entries() {
        holds_as(Kind::Object, &json!({"a": null, "b": 1}), json!({"b": 1}));
        is_refused(Kind::Object, &json!("x"));
    }

    #[test]
    fn a_membership_names_its_group_by_uuid() {
        let group = "00000000-0000-0000-0000-000000000001";
        holds_as(Kind::Memberships, &json!([{"groupId": group}, {}]), json!([{"groupId": group}]));
        is_refused(Kind::Memberships, &json!([{"groupId": "staff"}]));
    }
}
