//! JSON as FusionAuth prints it in its event log, with tokens left out.

use serde_json::{Map, Value};

/// Keys whose value is a secret, whatever it looks like.
const SECRETS: [&str; 4] = ["access_token", "client_secret", "id_token", "refresh_token"];

/// Claims in lines, with a blank on both sides of a colon.
///
/// FusionAuth prints tokens whole. An outcome is shown to people and kept in repositories, so here they end
/// after a few characters.
pub(super) fn printed(claims: &Map<String, Value>) -> String {
    let mut text = String::new();
    write_object(&mut text, claims, 0);
    text
}

fn write_value(text: &mut String, value: &Value, level: usize) {
    match value {
        Value::Object(members) => write_object(text, members, level),
        Value::Array(items) if items.is_empty() => text.push_str("[ ]"),
        Value::Array(items) => {
            text.push_str("[ ");
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push_str(", ");
                }
                write_value(text, item, level);
            }
            text.push_str(" ]");
        }
        Value::String(content) if is_token(content) => text.push_str(&cut(content)),
        other => text.push_str(&other.to_string()),
    }
}

fn write_object(text: &mut String, members: &Map<String, Value>, level: usize) {
    if members.is_empty() {
        text.push_str("{ }");
        return;
    }
    let indent = "  ".repeat(level + 1);
    text.push_str("{\n");
    for (index, (key, value)) in members.iter().enumerate() {
        if index > 0 {
            text.push_str(",\n");
        }
        text.push_str(&indent);
        text.push_str(&Value::from(key.as_str()).to_string());
        text.push_str(" : ");
        match value {
            Value::String(secret) if SECRETS.contains(&key.as_str()) => text.push_str(&cut(secret)),
            other => write_value(text, other, level + 1),
        }
    }
    text.push('\n');
    text.push_str(&"  ".repeat(level));
    text.push('}');
}

/// Whether a text has the form of a signed token: three parts, of which the first is a JSON object.
fn is_token(text: &str) -> bool {
    text.starts_with("eyJ") && text.bytes().filter(|byte| *byte == b'.').count() >= 2
}

fn cut(secret: &str) -> String {
    Value::from(crate::model::shorten_to(secret, 6)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn text(value: &Value) -> String {
        value.as_object().map(printed).unwrap_or_default()
    }

    #[test]
    fn it_looks_as_in_reports() {
        let claims = json!({
            "amr": ["pwd", "otp"], "empty": {}, "none": [], "null": null, "nested": { "a": 1, "b": [{ "c": true }] },
        });
        let expected = r#"{
  "amr" : [ "pwd", "otp" ],
  "empty" : { },
  "nested" : {
    "a" : 1,
    "b" : [ {
      "c" : true
    } ]
  },
  "none" : [ ],
  "null" : null
}"#;
        assert_eq!(text(&claims), expected);
        assert_eq!(text(&json!({})), "{ }");
    }

    #[test]
    fn it_reads_back_as_the_same_value() {
        let claims =
            json!({ "a\"\n\u{1}": "\\ \u{e9}", "n": 18_446_744_073_709_551_615_u64, "f": 1.5 });
        assert_eq!(serde_json::from_str::<Value>(&text(&claims)).ok(), Some(claims));
    }

    #[test]
    fn tokens_are_cut() {
        let token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI3ZjNhIn0.c2lnbmF0dXJl";
        let claims = json!({ "id_token": token, "nested": [token], "access_token": "opaque-secret", "sub": "eyJ" });
        let text = text(&claims);
        assert!(text.contains("\"id_token\" : \"eyJhbG…\""), "{text}");
        assert!(text.contains("[ \"eyJhbG…\" ]"), "{text}");
        assert!(text.contains("\"access_token\" : \"opaque…\""), "{text}");
        assert!(text.contains("\"sub\" : \"eyJ\""), "{text}");
    }
}
