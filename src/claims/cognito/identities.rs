//! The identities that a federated or linked user signs in with.

use serde::Serialize;
use serde_json::{Map, Value};

use super::convert::{Converted, boolean, number};
use super::{Cognito, printed};

const FIELDS: [&str; 6] =
    ["dateCreated", "issuer", "primary", "providerName", "providerType", "userId"];

/// One identity at an outside provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Identity<'a> {
    /// The user's id at the provider, in the provider's own case. A user name may have lost it.
    pub user_id: &'a str,
    /// The provider's name in the pool.
    pub provider_name: &'a str,
    /// `Google`, `Facebook`, `LoginWithAmazon`, `SignInWithApple`, `SAML` or `OIDC`.
    pub provider_type: Option<&'a str>,
    /// The SAML provider's entity id; `None` for all others.
    pub issuer: Option<&'a str>,
    /// Whether the Cognito user is this identity's own profile. `false` where the identity is linked
    /// to a user that was there before.
    pub primary: Option<bool>,
    /// When the identity was first seen, in milliseconds since 1970.
    pub date_created: Option<u64>,
}

impl Cognito {
    /// The identities in the order of the claim. Those without a provider's name or a user's id are
    /// left out; they are in the canonical claims.
    #[must_use]
    pub fn identities(&self) -> Vec<Identity<'_>> {
        let list = self.claims.get("identities").and_then(Value::as_array);
        list.into_iter().flatten().filter_map(identity).collect()
    }
}

fn identity(value: &Value) -> Option<Identity<'_>> {
    let text = |field| value.get(field).and_then(Value::as_str);
    Some(Identity {
        user_id: text("userId")?,
        provider_name: text("providerName")?,
        provider_type: text("providerType"),
        issuer: text("issuer"),
        primary: value.get("primary").and_then(Value::as_bool),
        date_created: value.get("dateCreated").and_then(Value::as_u64),
    })
}

/// The claim as a list of objects, from any of its spellings: a list, JSON in a text, one object
/// without a list around it, or the text that an HTTP API makes of it.
pub(super) fn convert(value: &Value) -> Converted {
    match value {
        Value::Array(items) => convert_all(items.clone()),
        Value::Object(_) => convert_all(vec![value.clone()]),
        Value::String(text) => match from_text(text) {
            Some(items) => convert_all(items),
            None => Converted::Unreadable(value.clone()),
        },
        _ => Converted::Unreadable(value.clone()),
    }
}

fn from_text(text: &str) -> Option<Vec<Value>> {
    match printed::json(text) {
        Some(Value::Array(items)) => Some(items),
        Some(object @ Value::Object(_)) => Some(vec![object]),
        Some(_) => None,
        None => printed::objects(text, &FIELDS),
    }
}

fn convert_all(mut items: Vec<Value>) -> Converted {
    let mut readable = true;
    for item in &mut items {
        match item {
            Value::Object(identity) => {
                readable &= replace(identity, "primary", |value| boolean(value).map(Value::Bool));
                readable &=
                    replace(identity, "dateCreated", |value| number(value).map(Value::Number));
            }
            _ => readable = false,
        }
    }
    let items = Value::Array(items);
    if readable { Converted::Read(items) } else { Converted::Unreadable(items) }
}

/// Puts what `read` makes of a field in its place. An absent field is fine; an unreadable one stays.
fn replace(
    identity: &mut Map<String, Value>,
    field: &str,
    read: fn(&Value) -> Option<Value>,
) -> bool {
    let Some(value) = identity.get_mut(field) else { return true };
    let Some(read) = read(value) else { return false };
    *value = read;
    true
}

/// The claim as an ID token writes it: `primary` and `dateCreated` are text there.
pub(super) fn in_id_token(canonical: &Value) -> Value {
    let mut written = canonical.clone();
    for identity in written.as_array_mut().into_iter().flatten() {
        if let Some(primary @ Value::Bool(_)) = identity.get_mut("primary") {
            *primary = Value::String(primary.to_string());
        }
        if let Some(created @ Value::Number(_)) = identity.get_mut("dateCreated") {
            *created = Value::String(created.to_string());
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(value: &Value) -> Option<Value> {
        match convert(value) {
            Converted::Read(value) => Some(value),
            Converted::Unreadable(_) => None,
        }
    }

    #[test]
    fn every_spelling_gives_the_same_list() {
        let canonical = json!([{
            "userId": "Ab_C d", "providerName": "Azure", "providerType": "OIDC", "issuer": null,
            "primary": true, "dateCreated": 1_620_096_467_207_u64,
        }]);
        let element = r#"{"userId":"Ab_C d","providerName":"Azure","providerType":"OIDC",
            "issuer":null,"primary":"true","dateCreated":"1620096467207"}"#;
        let go = "[map[dateCreated:1620096467207 issuer:<nil> primary:true providerName:Azure \
                  providerType:OIDC userId:Ab_C d]]";
        for spelling in [
            canonical.clone(),
            in_id_token(&canonical),
            json!(canonical.to_string()),
            json!(format!("[{element}]")),
            json!(element),
            json!(go),
        ] {
            assert_eq!(read(&spelling), Some(canonical.clone()), "{spelling}");
        }
        assert_eq!(in_id_token(&canonical).pointer("/0/primary"), Some(&json!("true")));
    }

    #[test]
    fn several_objects_in_brackets_are_told_apart() {
        let both = json!([{"primary": false, "userId": "a"}, {"primary": false, "userId": "b"}]);
        for text in [
            "[map[primary:false userId:a] map[primary:false userId:b]]",
            r#"[{"primary":"false","userId":"a"} {"primary":"false","userId":"b"}]"#,
        ] {
            assert_eq!(read(&json!(text)), Some(both.clone()), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_kept() {
        for value in [json!("[{"), json!(""), json!("\"text\""), json!(5), json!(null), json!([1])]
        {
            assert!(
                matches!(convert(&value), Converted::Unreadable(kept) if kept == value),
                "{value}"
            );
        }
        let partly = json!([{"primary": "maybe", "dateCreated": "1"}]);
        let kept = json!([{"primary": "maybe", "dateCreated": 1}]);
        assert!(matches!(convert(&partly), Converted::Unreadable(value) if value == kept));
    }
}
