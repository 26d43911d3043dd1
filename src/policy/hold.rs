//! Values into fields: what each field takes from a policy, so that no login ends over a claim of the wrong type.
//!
//! FusionAuth's classes refuse some values, and the lambda that wrote one fails the login. A policy writes only
//! what the field holds.

use super::value;
use crate::model::object::object;
use crate::model::{Kind, convert};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// `value` as a field of `kind` holds it.
///
/// # Errors
///
/// Fails with the value, and what the field holds, in words.
pub(super) fn hold(kind: Kind, value: Value) -> Result<Value, (Value, &'static str)> {
    if fits(kind, &value) {
        return Ok(value);
    }
    made_fit(kind, &value).ok_or_else(|| (value, convert::holds(kind)))
}

/// Whether a field of `kind` holds `value` as it is: most fields and most claims are texts.
fn fits(kind: Kind, value: &Value) -> bool {
    match (kind, value) {
        (Kind::Text, Value::String(_)) => true,
        (Kind::Roles, Value::Array(items)) => {
            items.iter().all(|item| item.as_str().is_some_and(|text| !text.is_empty()))
        }
        (_, Value::String(text)) => convert::is_of(kind, text),
        _ => false,
    }
}

fn made_fit(kind: Kind, value: &Value) -> Option<Value> {
    match kind {
        Kind::Text => value::text(value).map(Value::String),
        Kind::Boolean => value.is_boolean().then(|| value.clone()),
        Kind::Integer | Kind::Instant => value.as_f64().and(value::whole(value)).map(Value::from),
        Kind::Object => value.is_object().then(|| value.clone()),
        Kind::Roles | Kind::Locales | Kind::Memberships => entries(kind, value).map(Value::Array),
        // What fits as it is, or not at all.
        Kind::Day
        | Kind::Uri
        | Kind::TimeZone
        | Kind::Uuid
        | Kind::Choice(_)
        | Kind::Registrations
        | Kind::Objects => None,
    }
}

/// The entries that `value` gives to a list, or what it is where the list holds no such entries.
pub(super) fn entries_or_itself(kind: Option<Kind>, value: Value) -> Vec<Value> {
    let made = kind.filter(|kind| !fits(*kind, &value)).and_then(|kind| entries(kind, &value));
    made.unwrap_or_else(|| match value {
        Value::Array(held) => held,
        other => vec![other],
    })
}

/// `list` with each entry once, the first one of those that are the same.
pub(super) fn distinct(kind: Option<Kind>, mut list: Vec<Value>) -> Vec<Value> {
    let mut texts = BTreeSet::new();
    let first: Vec<bool> = list
        .iter()
        .enumerate()
        .map(|(place, entry)| match entry.as_str() {
            Some(text) => texts.insert(text),
            None => !list.iter().take(place).any(|before| same_entry(kind, before, entry)),
        })
        .collect();
    let mut first = first.into_iter();
    list.retain(|_| first.next().unwrap_or(true));
    list
}

/// The entries that `value` gives to a list: itself, or its own entries.
fn entries(kind: Kind, value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::Array(items) => items.iter().map(|item| entry(kind, item)).collect(),
        one => entry(kind, one).map(|entry| vec![entry]),
    }
}

fn entry(kind: Kind, value: &Value) -> Option<Value> {
    let text = value::text(value).filter(|text| !text.is_empty())?;
    match kind {
        Kind::Locales => Some(Value::String(text.replace('-', "_"))),
        Kind::Memberships => {
            convert::is_of(Kind::Uuid, value.as_str()?).then(|| object! { "groupId": text })
        }
        _ => Some(Value::String(text)),
    }
}

/// Whether `one` and `other` are the same entry of a list: the same text, or memberships of the same group. Other
/// objects stay beside each other.
pub(super) fn same_entry(kind: Option<Kind>, one: &Value, other: &Value) -> bool {
    let group = |value: &Value| value.get("groupId").and_then(Value::as_str).map(str::to_owned);
    if one.is_object() || one.is_array() {
        let is_of_group = kind == Some(Kind::Memberships);
        return is_of_group && group(one).is_some_and(|one| group(other) == Some(one));
    }
    value::same(one, other)
}

/// A list or an object without entries, or nothing: what an emptied field holds.
pub(super) fn emptied(kind: Option<Kind>) -> Option<Value> {
    match kind {
        Some(Kind::Roles | Kind::Locales | Kind::Memberships) => Some(Value::Array(Vec::new())),
        Some(Kind::Object) => Some(Value::Object(Map::new())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn fields_take_what_they_hold() {
        for (kind, value, held) in [
            (Kind::Text, json!(5), Some(json!("5"))),
            (Kind::Text, json!(1.5), None),
            (Kind::Text, json!(["a"]), None),
            (Kind::Boolean, json!("true"), None),
            (Kind::Day, json!("1990-13-01"), None),
            (Kind::Uri, json!("https://a.example/b"), Some(json!("https://a.example/b"))),
            (Kind::TimeZone, json!("Mars/X"), None),
            (Kind::Instant, json!(5.0), Some(json!(5))),
            (Kind::Object, json!("x"), None),
            (Kind::Roles, json!("admin"), Some(json!(["admin"]))),
            (Kind::Roles, json!(["a", 5]), Some(json!(["a", "5"]))),
            (Kind::Roles, json!(["a", null]), None),
            (Kind::Locales, json!(["en-US"]), Some(json!(["en_US"]))),
            (Kind::Memberships, json!("staff"), None),
        ] {
            assert_eq!(hold(kind, value.clone()).ok(), held, "{value}");
        }
    }

    #[test]
    fn each_entry_of_a_list_stands_once() {
        let list = |value: Value| {
            distinct(Some(Kind::Memberships), value.as_array().cloned().unwrap_or_default())
        };
        assert_eq!(list(json!(["b", "a", "b", 1, 1.0])), [json!("b"), json!("a"), json!(1)]);
        let (one, same, other) =
            (json!({ "groupId": "g", "id": 1 }), json!({ "groupId": "g" }), json!({}));
        assert_eq!(list(json!([one, same, other, other])), [one, other.clone(), other]);
    }

    #[test]
    fn a_membership_is_told_by_its_group() {
        let group = json!("00000000-0000-0000-0000-000000000001");
        let held = hold(Kind::Memberships, group.clone()).unwrap_or_default();
        assert_eq!(held, json!([{ "groupId": group }]));
        let same = |one, other| same_entry(Some(Kind::Memberships), &one, &other);
        assert!(same(json!({ "groupId": "g", "id": 1 }), json!({ "groupId": "g" })));
        assert!(!same(json!({ "id": 1 }), json!({ "id": 1 })));
    }
}
