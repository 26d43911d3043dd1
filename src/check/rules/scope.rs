//! The scopes that an identity provider asks for: its own, and those of single applications.

use crate::model::{IdentityProvider, ProviderType, pointer};
use serde_json::Value;

/// A scope that the configuration states.
pub(super) struct Scope<'a> {
    /// Pointer to it.
    pub(super) path: String,
    /// Its text: names with blanks between.
    pub(super) text: &'a str,
}

impl Scope<'_> {
    /// Whether it asks for `name`.
    pub(super) fn has(&self, name: &str) -> bool {
        self.text.split_whitespace().any(|one| one == name)
    }
}

/// Every scope that is stated: the identity provider's, then what applications have in its place.
pub(super) fn scopes(provider: &IdentityProvider) -> Vec<Scope<'_>> {
    let mut scopes = Vec::new();
    if provider.provider_type() != ProviderType::OpenIdConnect {
        return scopes;
    }
    if let Some(text) = provider.oauth2.as_ref().and_then(|oauth2| oauth2.scope.as_deref()) {
        scopes.push(Scope { path: "/identityProvider/oauth2/scope".to_owned(), text });
    }
    for (id, settings) in provider.application_configuration.iter().flatten() {
        let oauth2 = settings.other.get("oauth2");
        if let Some(text) = oauth2.and_then(|oauth2| oauth2.get("scope")).and_then(Value::as_str) {
            let path = pointer::child("/identityProvider/applicationConfiguration", id);
            scopes.push(Scope { path: path + "/oauth2/scope", text });
        }
    }
    scopes
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::json;

    #[test]
    fn an_application_may_ask_for_other_scopes() {
        let scenario = scenario(json!({
            "identityProvider": {
                "oauth2": { "scope": "openid" },
                "applicationConfiguration": {
                    "a/b": { "oauth2": { "scope": "openid email" } },
                    "c": { "enabled": false },
                },
            },
            "login": {},
        }));
        let found: Vec<(String, bool)> = scopes(&scenario.setting.identity_provider)
            .iter()
            .map(|scope| (scope.path.clone(), scope.has("email")))
            .collect();
        assert_eq!(
            found,
            [
                ("/identityProvider/oauth2/scope".to_owned(), false),
                ("/identityProvider/applicationConfiguration/a~1b/oauth2/scope".to_owned(), true),
            ]
        );
    }
}
