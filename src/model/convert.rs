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
        holds_as(Kind::Locales, &json!(["en-US", "de", "EN_us", "", null]), json!(["en_US", "de"]));
        holds_as(Kind::Locales, &json!([5]), json!(["5"]));
        is_refused(Kind::Locales, &json!([{}]));
        is_refused(Kind::Locales, &json!("en"));
    }

    #[test]
    fn texts_take_numbers_but_no_objects() {
        holds_as(Kind::Text, &json!(5), json!("5"));
        holds_as(Kind::Text, &json!(true), json!("true"));
        holds_as(Kind::Text, &json!(1e21), json!("1e+21"));
        is_refused(Kind::Text, &json!({"a": 1}));
        is_refused(Kind::Text, &json!(["a"]));
    }

    #[test]
    fn booleans_take_the_three_spellings_of_java() {
        for text in ["true", "True", "TRUE"] {
            holds_as(Kind::Boolean, &json!(text), json!(true));
        }
        holds_as(Kind::Boolean, &json!(" true "), json!(true));
        holds_as(Kind::Boolean, &json!(""), json!(false));
        holds_as(Kind::Boolean, &json!("null"), json!(false));
        holds_as(Kind::Boolean, &json!(2), json!(true));
        holds_as(Kind::Boolean, &json!(1e20), json!(true));
        for value in [json!("yes"), json!("0"), json!(0.5), json!(1e21)] {
            is_refused(Kind::Boolean, &value);
        }
    }

    #[test]
    fn instants_take_digits_and_drop_fractions() {
        holds_as(Kind::Instant, &json!("2020"), json!(2020));
        holds_as(Kind::Instant, &json!(1.5), json!(1));
        holds_as(Kind::Instant, &json!(" +5 "), json!(5));
        assert_eq!(read(Kind::Instant, &json!(" ")), Reading::Empty);
        for value in [json!("soon"), json!("1.5"), json!(u64::MAX), json!(1e19), json!(true)] {
            is_refused(Kind::Instant, &value);
        }
        holds_as(Kind::Integer, &json!(2_147_483_647), json!(2_147_483_647));
        assert_eq!(read(Kind::Integer, &json!("null")), Reading::Empty);
        is_refused(Kind::Instant, &json!("null"));
        is_refused(Kind::Integer, &json!(3_000_000_000_u32));
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
        for zone in ["Europe/Berlin", "UTC", "Z", "+02:00", "GMT-05:00", "UTC+05:30"] {
            holds_as(Kind::TimeZone, &json!(zone), json!(zone));
        }
        holds_as(Kind::TimeZone, &json!("GMT+1"), json!("GMT+01:00"));
        holds_as(Kind::TimeZone, &json!(-1), json!("-01:00"));
        is_refused(Kind::TimeZone, &json!(1));
        for zone in ["Mars/X", "", "+99:00", "UTC+"] {
            is_refused(Kind::TimeZone, &json!(zone));
        }
    }

    #[test]
    fn data_loses_empty_entries() {
        holds_as(Kind::Object, &json!({"a": null, "b": 1}), json!({"b": 1}));
        holds_as(
            Kind::Object,
            &json!({"a": {"b": null, "c": [null, {"d": null}]}}),
            json!({"a": {"c": [null, {}]}}),
        );
        is_refused(Kind::Object, &json!("x"));
    }

    #[test]
    fn a_membership_names_its_group_by_uuid() {
        let group = "00000000-0000-0000-0000-000000000001";
        holds_as(Kind::Memberships, &json!([{"groupId": group}, {}]), json!([{"groupId": group}]));
        holds_as(
            Kind::Memberships,
            &json!([{"groupId": group, "insertInstant": "5", "role": "x"}]),
            json!([{"groupId": group, "insertInstant": 5}]),
        );
        is_refused(Kind::Memberships, &json!([{"groupId": "staff"}]));
        is_refused(Kind::Memberships, &json!([null]));
    }

    #[test]
    fn a_choice_is_a_name_or_its_place() {
        let kind = Kind::Choice(Choice::UsernameStatus);
        for value in [json!("PENDING"), json!(" PENDING "), json!(1), json!("1"), json!("01")] {
            holds_as(kind, &value, json!("PENDING"));
        }
        for value in [json!("pending"), json!(3), json!(-1), json!(1.5), json!(""), json!(true)] {
            is_refused(kind, &value);
        }
    }

    #[test]
    fn registrations_are_read_field_by_field() {
        holds_as(
            Kind::Registrations,
            &json!([{"roles": ["b", "a"], "username": " x ", "madeUp": 1}]),
            json!([{"roles": ["a", "b"], "username": "x"}]),
        );
        is_refused(Kind::Registrations, &json!([{"roles": "admin"}]));
    }

    #[test]
    fn ids_and_pictures_lose_the_blanks_around_them() {
        holds_as(
            Kind::Uuid,
            &json!(" 00000000-0000-0000-0000-00000000000A "),
            json!("00000000-0000-0000-0000-00000000000a"),
        );
        holds_as(Kind::Uri, &json!(" a/b "), json!("a/b"));
        is_refused(Kind::Uri, &json!("\u{a0}"));
    }

    #[test]
    fn roles_are_sorted_as_java_sorts() {
        holds_as(Kind::Roles, &json!(["\u{ff61}", "\u{1f600}"]), json!(["\u{1f600}", "\u{ff61}"]));
    }
}
