//! The link between a user of an identity provider and a FusionAuth user.

use super::fields::{Fields, put};
use super::instant::Instant;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

/// A FusionAuth identity-provider link: this person at this identity provider is that user.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct IdentityProviderLink {
    /// The identity provider.
    pub identity_provider_id: String,
    /// The person's unique id at the identity provider; for Cognito, `sub`.
    pub identity_provider_user_id: String,
    /// The FusionAuth user.
    pub user_id: String,
    /// Name to show for the link; overwritten at each login.
    pub display_name: Option<String>,
    /// When the link was made, in milliseconds since 1970.
    pub insert_instant: Option<Instant>,
    /// When the link was last used, in milliseconds since 1970.
    pub last_login_instant: Option<Instant>,
    /// The tenant of the user.
    pub tenant_id: Option<String>,
    /// Everything else that FusionAuth prints for a link.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub other: Map<String, Value>,
}

impl From<Value> for IdentityProviderLink {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        Self {
            identity_provider_id: fields.text("identityProviderId").unwrap_or_default(),
            identity_provider_user_id: fields.text("identityProviderUserId").unwrap_or_default(),
            user_id: fields.text("userId").unwrap_or_default(),
            display_name: fields.text("displayName"),
            insert_instant: fields.integer("insertInstant"),
            last_login_instant: fields.integer("lastLoginInstant"),
            tenant_id: fields.text("tenantId"),
            other: fields.rest(),
        }
    }
}

impl IdentityProviderLink {
    /// All fields, by their JSON names.
    #[must_use]
    pub fn to_fields(&self) -> Map<String, Value> {
        let mut fields = self.other.clone();
        put(&mut fields, "identityProviderId", Some(self.identity_provider_id.as_str()));
        put(&mut fields, "identityProviderUserId", Some(self.identity_provider_user_id.as_str()));
        put(&mut fields, "userId", Some(self.user_id.as_str()));
        put(&mut fields, "displayName", self.display_name.as_deref());
        put(&mut fields, "insertInstant", self.insert_instant);
        put(&mut fields, "lastLoginInstant", self.last_login_instant);
        put(&mut fields, "tenantId", self.tenant_id.as_deref());
        fields
    }
}

impl Serialize for IdentityProviderLink {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_fields().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_field_survives_a_round_trip() {
        let printed = json!({
            "identityProviderId": "p", "identityProviderUserId": "s", "userId": "u", "displayName": "d",
            "insertInstant": 1, "lastLoginInstant": 2, "tenantId": "t", "token": "kept", "data": {},
        });
        let link = IdentityProviderLink::from(printed.clone());
        assert_eq!(link.display_name.as_deref(), Some("d"));
        assert_eq!(Value::Object(link.to_fields()), printed);
    }
}
