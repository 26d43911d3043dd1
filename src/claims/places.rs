//! Where FusionAuth reads who the person is, by the type of identity provider.

use crate::model::{IdentityProvider, ProviderType, pointer};
use serde_json::Value;

/// Pointers into what the identity provider answered; of several the first that is there counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// The unique id.
    pub unique_id: Vec<String>,
    /// The e-mail address.
    pub email: Vec<String>,
    /// Whether the e-mail address is verified; `None` for types that do not ask.
    pub email_verified: Option<String>,
    /// The username.
    pub username: Vec<String>,
}

/// The places that `provider` reads.
///
/// ```
/// use reconcile_kit::{claims::places, model::IdentityProvider};
/// use serde_json::json;
///
/// let saml = IdentityProvider::from(json!({ "type": "SAMLv2", "emailClaim": "mail" }));
/// assert_eq!(places(&saml).email, ["/assertion/attributes/mail/0"]);
/// ```
#[must_use]
pub fn places(provider: &IdentityProvider) -> Places {
    match provider.provider_type() {
        ProviderType::SamlV2 | ProviderType::SamlV2IdpInitiated => saml(provider),
        ProviderType::OpenIdConnect | ProviderType::ExternalJwt => open_id(provider),
        other => {
            let usual = other.claims();
            Places {
                unique_id: named(provider, "uniqueIdClaim", usual.unique_id),
                email: named(provider, "emailClaim", usual.email),
                email_verified: None,
                username: named(provider, "usernameClaim", usual.username),
            }
        }
    }
}

fn open_id(provider: &IdentityProvider) -> Places {
    let names = provider.claim_names();
    let place = |name: &str| pointer::child("", name);
    Places {
        unique_id: vec![place(names.unique_id)],
        email: vec![place(names.email)],
        email_verified: Some(place(names.email_verified)),
        username: vec![place(names.username)],
    }
}

/// The claims of a type that has its own, unless the identity provider names another, as Nintendo's does.
fn named(provider: &IdentityProvider, setting: &str, usual: &[&str]) -> Vec<String> {
    match chosen(provider, setting) {
        Some(name) => vec![pointer::child("", name)],
        None => usual.iter().map(|name| pointer::child("", name)).collect(),
    }
}

fn chosen<'a>(provider: &'a IdentityProvider, setting: &str) -> Option<&'a str> {
    provider.other.get(setting).and_then(Value::as_str).filter(|name| !name.trim().is_empty())
}

/// Since 1.28 there may be several name ids; before, there was one.
const NAME_IDS: [&str; 2] = ["/assertion/subject/nameIDs/0/id", "/assertion/subject/nameID/id"];

/// Without a claim for the unique id it is the e-mail's, and without one for the username it is the name id.
///
/// Source: FusionAuth's SAML v2 identity provider API.
fn saml(provider: &IdentityProvider) -> Places {
    let attribute = |name: &str| pointer::child("/assertion/attributes", name) + "/0";
    let name_id = || NAME_IDS.map(str::to_owned).to_vec();
    let by_name_id = provider.other.get("useNameIdForEmail") == Some(&Value::Bool(true));
    let email = match chosen(provider, "emailClaim") {
        _ if by_name_id => name_id(),
        Some(name) => vec![attribute(name)],
        None => Vec::new(),
    };
    let one = |setting: &str| chosen(provider, setting).map(|name| vec![attribute(name)]);
    Places {
        unique_id: one("uniqueIdClaim").unwrap_or_else(|| email.clone()),
        email,
        email_verified: None,
        username: one("usernameClaim").unwrap_or_else(name_id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(provider: Value) -> Places {
        places(&IdentityProvider::from(provider))
    }

    #[test]
    fn saml_falls_back_to_email_and_name_id() {
        let found = of(json!({ "type": "SAMLv2", "emailClaim": "urn:mail" }));
        assert_eq!(found.unique_id, ["/assertion/attributes/urn:mail/0"]);
        assert_eq!(found.username, NAME_IDS);
        let found =
            of(json!({ "type": "SAMLv2", "useNameIdForEmail": true, "uniqueIdClaim": "uid" }));
        assert_eq!(found.email, NAME_IDS);
        assert_eq!(found.unique_id, ["/assertion/attributes/uid/0"]);
    }

    #[test]
    fn nintendo_names_its_claims_itself() {
        assert_eq!(of(json!({ "type": "Nintendo" })).unique_id, ["/id"]);
        let found = of(json!({ "type": "Nintendo", "usernameClaim": "nickname" }));
        assert_eq!(found.username, ["/nickname"]);
    }

    #[test]
    fn only_open_id_and_external_jwt_ask_whether_the_email_is_verified() {
        for kind in ProviderType::ALL {
            let asks = of(json!({ "type": kind.name() })).email_verified.is_some();
            assert_eq!(asks, kind.has_oauth2(), "{}", kind.name());
        }
    }

    #[test]
    fn steam_has_no_email_address() {
        assert_eq!(of(json!({ "type": "Steam" })).email, Vec::<String>::new());
    }
}
