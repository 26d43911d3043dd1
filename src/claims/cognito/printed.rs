//! Values that were printed into a text: as JSON, or as an HTTP API prints lists and objects. That is
//! the Go language's way: `[a b]` is a list and `map[formatted:13 Main St]` an object.

use serde_json::{Map, Value};

/// The JSON in a text. It is read like a document, so it has the same limit to its depth.
pub(super) fn json(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

/// What is between the brackets, if the text is in brackets.
pub(super) fn inside(text: &str) -> Option<&str> {
    text.trim().strip_prefix('[')?.strip_suffix(']')
}

/// The objects of a list such as `[map[a:1 b:2] map[a:3]]` or `[{"a":1} {"a":3}]`.
pub(super) fn objects(text: &str, keys: &[&str]) -> Option<Vec<Value>> {
    let inside = inside(text)?;
    if let Some(inside) = inside.strip_prefix("map[").and_then(|rest| rest.strip_suffix(']')) {
        return Some(inside.split("] map[").map(|fields| object(fields, keys)).collect());
    }
    match json(&["[", &inside.replace("} {", "},{"), "]"].concat())? {
        Value::Array(items) => Some(items),
        _ => None,
    }
}

/// The fields of `a:1 b:2`. Neither spaces nor colons in a value are marked, so that only `keys` are
/// taken for the beginning of a field. `<nil>` is what the language prints for null.
fn object(fields: &str, keys: &[&str]) -> Value {
    let mut object = Map::new();
    let mut last: Option<(&str, String)> = None;
    for word in fields.split(' ') {
        let field = word.split_once(':').filter(|(key, _)| keys.contains(key));
        if let Some((key, value)) = field {
            insert(&mut object, last.replace((key, value.to_owned())));
        } else if let Some((_, value)) = last.as_mut() {
            value.push(' ');
            value.push_str(word);
        }
    }
    insert(&mut object, last);
    Value::Object(object)
}

fn insert(object: &mut Map<String, Value>, field: Option<(&str, String)>) {
    if let Some((key, value)) = field {
        let value = if value == "<nil>" { Value::Null } else { Value::String(value) };
        object.insert(key.to_owned(), value);
    }
}

/// The text in an object of one known field, such as `map[formatted:13 Main St]`.
pub(super) fn only_field<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    text.strip_prefix("map[")?.strip_suffix(']')?.strip_prefix(key)?.strip_prefix(':')
}
