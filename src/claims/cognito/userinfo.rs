//! The user as the userinfo endpoint describes it.

use serde_json::{Map, Value};

use super::claim::{ClaimType, USER_NAME, find_claim, is_custom};
use super::{Cognito, Form, address, identities};

impl Cognito {
    /// What `/oauth2/userInfo` would answer for this user: the profile and nothing of a token, no
    /// groups, every value as text, the user name as `username`.
    ///
    /// ```
    /// use reconcile_kit::claims::cognito;
    /// use serde_json::json;
    ///
    /// let user = cognito::read(&json!({
    ///     "sub": "a", "cognito:username": "jane", "email_verified": false, "token_use": "id",
    ///     "cognito:groups": ["admin"], "address": {"formatted": "13 Main St"},
    /// }))?;
    /// assert_eq!(json!(user.userinfo()), json!({
    ///     "sub": "a", "username": "jane", "email_verified": "false", "address": "13 Main St",
    /// }));
    /// # Ok::<(), reconcile_kit::model::Diagnostic>(())
    /// ```
    #[must_use]
    pub fn userinfo(&self) -> Map<String, Value> {
        let mut answer = Map::new();
        for (name, value) in self.claims.as_map() {
            let claim = find_claim(name);
            if claim.map_or_else(|| self.is_in_profile(name), |claim| claim.in_userinfo) {
                let name = if name == USER_NAME { "username" } else { name };
                answer.insert(name.to_owned(), written(claim.map(|claim| claim.kind), value));
            }
        }
        answer
    }

    /// Whether a claim that AWS does not document is an attribute. In a token it may be what a
    /// trigger added, and userinfo never has that.
    fn is_in_profile(&self, name: &str) -> bool {
        is_custom(name) || matches!(self.form, Form::Userinfo | Form::UserAttributes)
    }
}

fn written(kind: Option<ClaimType>, value: &Value) -> Value {
    match (kind, value) {
        (Some(ClaimType::Identities), Value::Array(_)) => {
            Value::String(identities::in_id_token(value).to_string())
        }
        (Some(ClaimType::Address), _) => address::stored(value),
        (Some(ClaimType::Boolean | ClaimType::Number), Value::Bool(_) | Value::Number(_)) => {
            Value::String(value.to_string())
        }
        _ => value.clone(),
    }
}
