//! Lists of texts: groups, roles, ways of signing in.

use serde_json::Value;

use super::{Form, printed};

/// The list as an array of texts.
///
/// An ID token has an array, always. An HTTP API writes `[admin poweruser]`
/// (aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock#802). A REST API
/// writes `admin,poweruser` (aws/chalice#783) and a single group bare. Names of groups have no
/// spaces, but they may have commas: only a REST API's text is cut there.
pub(super) fn convert(form: Form, value: &Value) -> Option<Value> {
    match value {
        Value::Array(items) => items.iter().all(Value::is_string).then(|| value.clone()),
        Value::String(text) => Some(from_text(form, text)),
        _ => None,
    }
}

fn from_text(form: Form, text: &str) -> Value {
    let json = printed::json(text).filter(Value::is_array);
    if let Some(list) = json.and_then(|list| convert(form, &list)) {
        return list;
    }
    if let Some(inside) = printed::inside(text) {
        return inside.split_whitespace().map(Value::from).collect();
    }
    let commas = form == Form::ApiGatewayRest;
    text.split(|character| commas && character == ',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(Value::from)
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_spelling_of_a_list_is_read() {
        for (form, value, read) in [
            (Form::IdToken, json!(["a", "b"]), json!(["a", "b"])),
            (Form::ApiGatewayHttp, json!("[admin poweruser]"), json!(["admin", "poweruser"])),
            (Form::ApiGatewayHttp, json!("[]"), json!([])),
            (Form::ApiGatewayHttp, json!("[\"a\", \"b c\"]"), json!(["a", "b c"])),
            (Form::ApiGatewayHttp, json!("[1 2]"), json!(["1", "2"])),
            (Form::ApiGatewayRest, json!("admin,poweruser"), json!(["admin", "poweruser"])),
            (Form::ApiGatewayRest, json!("admin"), json!(["admin"])),
            (Form::ApiGatewayHttp, json!("a,b"), json!(["a,b"])),
            (Form::ApiGatewayRest, json!(""), json!([])),
        ] {
            assert_eq!(convert(form, &value), Some(read), "{value}");
        }
        assert_eq!(convert(Form::IdToken, &json!([1])), None);
        assert_eq!(convert(Form::IdToken, &json!({"a": 1})), None);
    }
}
