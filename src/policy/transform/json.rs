//! The JSON in a text, as far as Rust and JavaScript read the same.

use serde_json::Value;

/// The most opening brackets: with more of them the text might be nested deeper than a reader goes.
const MOST_BRACKETS: usize = 100;

/// The JSON in `text`.
pub(in crate::policy) fn parse(text: &str) -> Option<Value> {
    let brackets = text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count();
    if brackets > MOST_BRACKETS {
        return None;
    }
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn json_is_read_unless_it_might_be_too_deep() {
        assert_eq!(parse(r#"{"a":[1]}"#), Some(json!({ "a": [1] })));
        for text in ["", "{", "undefined", "1e999", "\"\\ud800\""] {
            assert_eq!(parse(text), None, "{text}");
        }
        let list = format!("[{}]", "[],".repeat(98) + "[]");
        assert!(parse(&list).is_some());
        assert_eq!(parse(&format!("[{list}]")), None);
    }
}
