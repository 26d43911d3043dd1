//! FusionAuth's application and tenant: what of them a login reads.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A FusionAuth application.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Application {
    /// The application's id; empty in a document that leaves it to the identity provider's settings.
    #[serde(default)]
    pub id: String,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `false` when the application is switched off (older form of `state`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    /// `Active`, `Inactive` or `PendingDelete`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// The tenant that the application belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<String>,
    /// The roles it knows; absent when the document does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<ApplicationRole>>,
    /// Everything else that FusionAuth prints for an application.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A role that an application knows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ApplicationRole {
    /// The role's name, as registrations list it.
    pub name: String,
    /// Whether new registrations get it by themselves.
    #[serde(default)]
    pub is_default: bool,
    /// Everything else that FusionAuth prints for a role.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A FusionAuth tenant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Tenant {
    /// The tenant's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Everything else that FusionAuth prints for a tenant.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Application {
    /// Whether people can log in to it. A document that says nothing means an active application.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.active != Some(false) && self.state.as_deref().is_none_or(|state| state == "Active")
    }

    /// Names of the roles that new registrations get, sorted.
    #[must_use]
    pub fn default_roles(&self) -> Vec<String> {
        let roles = self.roles.iter().flatten().filter(|role| role.is_default);
        let mut names: Vec<String> = roles.map(|role| role.name.clone()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Whether the application knows the role; `None` when the document lists no roles.
    #[must_use]
    pub fn knows_role(&self, name: &str) -> Option<bool> {
        self.roles.as_ref().map(|roles| roles.iter().any(|role| role.name == name))
    }
}
