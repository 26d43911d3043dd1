//! The link between a user of an identity provider and a FusionAuth user.

use super::instant::Instant;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A FusionAuth identity-provider link: this person at this identity provider is that user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct IdentityProviderLink {
    /// The identity provider.
    pub identity_provider_id: String,
    /// The person's unique id at the identity provider; for Cognito, `sub`.
    pub identity_provider_user_id: String,
    /// The FusionAuth user.
    pub user_id: String,
    /// Name to show for the link; overwritten at each login.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// When the link was made, in milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insert_instant: Option<Instant>,
    /// When the link was last used, in milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_login_instant: Option<Instant>,
    /// The tenant of the user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<String>,
    /// Everything else that FusionAuth prints for a link.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}
