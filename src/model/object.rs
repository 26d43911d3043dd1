//! JSON objects in code.

/// A JSON object of keys and of values that are JSON by their type.
///
/// `serde_json::json!` serializes what it is given and panics where that fails. Texts, numbers and lists never fail,
/// but the compiler does not know, and a panic would stay in the module.
macro_rules! object {
    ($($key:literal: $value:expr),* $(,)?) => {{
        // One by one: a map made of a list sorts it first, and the code for that is larger than all of these.
        let mut object = serde_json::Map::new();
        $(object.insert($key.to_owned(), serde_json::Value::from($value));)*
        serde_json::Value::Object(object)
    }};
}

pub(crate) use object;
