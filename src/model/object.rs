//! JSON objects in code.

/// A JSON object of keys and of values that are JSON by their type.
///
/// `serde_json::json!` serializes what it is given and panics where that fails. Texts, numbers and lists never fail,
/// but the compiler does not know, and a panic would stay in the module.
macro_rules! object {
    ($($key:literal: $value:expr),* $(,)?) => {
        serde_json::Value::Object(serde_json::Map::from_iter([
            $(($key.to_owned(), serde_json::Value::from($value))),*
        ]))
    };
}

pub(crate) use object;
