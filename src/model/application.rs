//! FusionAuth's application and tenant: what of them a login reads.

use super::fields::Fields;
use serde_json::{Map, Value};

/// A FusionAuth application.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct Application {
    /// The application's id; empty in a document that leaves it to the identity provider's settings.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// `false` when the application is switched off (older form of `state`).
    pub active: Option<bool>,
    /// `Active`, `Inactive` or `PendingDelete`.
    pub state: Option<String>,
    /// The tenant that the application belongs to.
    pub tenant_id: Option<String>,
    /// The roles it knows; absent when the document does not say.
    pub roles: Option<Vec<ApplicationRole>>,
    /// Everything else that FusionAuth prints for an application.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub other: Map<String, Value>,
}

/// A role that an application knows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct ApplicationRole {
    /// The role's name, as registrations list it.
    pub name: String,
    /// Whether new registrations get it by themselves.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub is_default: bool,
    /// Everything else that FusionAuth prints for a role.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub other: Map<String, Value>,
}

/// A FusionAuth tenant.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct Tenant {
    /// The tenant's id.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Everything else that FusionAuth prints for a tenant.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub other: Map<String, Value>,
}

impl From<Value> for Application {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        Self {
            id: fields.text("id").unwrap_or_default(),
            name: fields.text("name"),
            active: fields.flag("active"),
            state: fields.text("state"),
            tenant_id: fields.text("tenantId"),
            roles: fields.list("roles", ApplicationRole::from),
            other: fields.rest(),
        }
    }
}

impl From<Value> for ApplicationRole {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        Self {
            name: fields.text("name").unwrap_or_default(),
            is_default: fields.flag("isDefault").unwrap_or_default(),
            other: fields.rest(),
        }
    }
}

impl From<Value> for Tenant {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        Self { id: fields.text("id"), name: fields.text("name"), other: fields.rest() }
    }
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
        super::convert::sorted_set(roles.map(|role| role.name.clone()).collect())
    }

    /// Whether the application knows the role; `None` when the document lists no roles.
    #[must_use]
    pub fn knows_role(&self, name: &str) -> Option<bool> {
        self.roles.as_ref().map(|roles| roles.iter().any(|role| role.name == name))
    }
}
