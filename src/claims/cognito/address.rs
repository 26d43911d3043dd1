//! The postal address: an object in the ID token, text everywhere else.

use serde_json::{Map, Value};

use super::{Form, printed};

const FORMATTED: &str = "formatted";

/// The address as an object. A pool stores one text; the ID token wraps it as
/// `{"formatted": "…"}` (aws-amplify/amplify-js#4935), and API Gateway prints that object.
pub(super) fn convert(form: Form, value: &Value) -> Option<Value> {
    match value {
        Value::Object(_) => Some(value.clone()),
        Value::String(text) => Some(from_text(form, text)),
        _ => None,
    }
}

fn from_text(form: Form, text: &str) -> Value {
    if matches!(form, Form::ApiGatewayRest | Form::ApiGatewayHttp) {
        if let Some(object @ Value::Object(_)) = printed::json(text) {
            return object;
        }
        if let Some(formatted) = printed::only_field(text, FORMATTED) {
            return wrap(formatted);
        }
    }
    wrap(text)
}

fn wrap(formatted: &str) -> Value {
    let mut address = Map::new();
    address.insert(FORMATTED.to_owned(), Value::from(formatted));
    Value::Object(address)
}

/// The text that the pool stores, which is what userinfo answers.
pub(super) fn stored(address: &Value) -> Value {
    address.get(FORMATTED).unwrap_or(address).clone()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn text_is_wrapped_even_if_it_looks_like_an_object() {
        let stored = r#"{"street_address": "13 Main St"}"#;
        let read = convert(Form::Userinfo, &json!(stored));
        assert_eq!(read, Some(json!({"formatted": stored})));
    }

    #[test]
    fn api_gateways_objects_are_read() {
        let read = Some(json!({"formatted": "13 Main St"}));
        let json_text = json!(r#"{"formatted":"13 Main St"}"#);
        assert_eq!(convert(Form::ApiGatewayRest, &json_text), read);
        assert_eq!(convert(Form::ApiGatewayHttp, &json!("map[formatted:13 Main St]")), read);
        assert_eq!(convert(Form::ApiGatewayHttp, &json!("13 Main St")), read);
    }
}
