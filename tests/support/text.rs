//! Texts that are scenarios, almost are, or are nothing of the kind.

use crate::world::any_world;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;
use std::fmt::Write as _;

/// Keys that mean something at one place or another.
const KEYS: [&str; 16] = [
    "identityProvider",
    "application",
    "users",
    "links",
    "login",
    "logins",
    "userinfo",
    "idToken",
    "id",
    "email",
    "linkingStrategy",
    "attributeMappings",
    "assumptions",
    "registrations",
    "__proto__",
    "",
];

/// Any text: random, JSON of known keys, or a scenario that was damaged.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        any_json().prop_map(|value| value.to_string()),
        (any_world(), vec(any_damage(), 1..4)).prop_map(|(world, damages)| {
            let mut scenario = world.scenario;
            for damage in &damages {
                damage.value(&mut scenario);
            }
            scenario.to_string()
        }),
        (any_world(), vec(any_damage(), 0..3)).prop_map(|(world, damages)| {
            let text = world.scenario.to_string();
            damages.iter().fold(text, |text, damage| damage.text(&text))
        }),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        select(&KEYS[..]).prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 64, 6, |inner| {
        let key = prop_oneof![4 => select(&KEYS[..]).prop_map(str::to_owned), 1 => ".{0,6}"];
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            vec((key, inner), 0..6).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Something that happens to a document.
#[derive(Debug, Clone)]
struct Damage {
    place: Index,
    value: Value,
    text: String,
}

fn any_damage() -> impl Strategy<Value = Damage> {
    (any::<Index>(), any_json(), "[\\PC\"{}\\[\\],:0-9\\\\]{0,3}")
        .prop_map(|(place, value, text)| Damage { place, value, text })
}

impl Damage {
    /// Replaces one value somewhere.
    fn value(&self, document: &mut Value) {
        let count = count(document);
        let mut left = self.place.index(count);
        replace(document, &mut left, &self.value);
    }

    /// Replaces one character somewhere.
    fn text(&self, text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        if characters.is_empty() {
            return self.text.clone();
        }
        let place = self.place.index(characters.len());
        let (before, after) = characters.split_at(place);
        before
            .iter()
            .chain(self.text.chars().collect::<Vec<_>>().iter())
            .chain(&after[1..])
            .collect()
    }
}

fn children(value: &mut Value) -> Vec<&mut Value> {
    match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(fields) => fields.values_mut().collect(),
        _ => Vec::new(),
    }
}

fn count(value: &mut Value) -> usize {
    1 + children(value).into_iter().map(count).sum::<usize>()
}

fn replace(value: &mut Value, left: &mut usize, by: &Value) -> bool {
    if *left == 0 {
        *value = by.clone();
        return true;
    }
    *left -= 1;
    children(value).into_iter().any(|child| replace(child, left, by))
}

/// The same document with the keys of every object in another order.
pub(crate) fn in_other_order(value: &Value, seed: u64) -> String {
    let mut text = String::new();
    print(value, seed, &mut text);
    text
}

fn print(value: &Value, seed: u64, text: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut keys: Vec<_> = fields.keys().collect();
            keys.sort_by_key(|key| {
                key.bytes().fold(seed, |sum, byte| sum.rotate_left(7) ^ u64::from(byte))
            });
            text.push('{');
            for (index, key) in keys.into_iter().enumerate() {
                let comma = if index == 0 { "" } else { "," };
                let _ = write!(text, "{comma}{}:", Value::from(key.as_str()));
                print(&fields[key], seed, text);
            }
            text.push('}');
        }
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { "," });
                print(item, seed, text);
            }
            text.push(']');
        }
        other => {
            let _ = write!(text, "{other}");
        }
    }
}
