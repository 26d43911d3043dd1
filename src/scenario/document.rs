//! The scenario as it is written: one sign-in, or several in order, and the world it happens in.

use crate::model::{Application, IdentityProvider, IdentityProviderLink, Named, Tenant, User};
use serde_json::{Map, Value};

/// A scenario document.
#[derive(Debug, Clone)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(title = "reconcile-kit scenario", extend("anyOf" = [{"required": ["login"]}, {"required": ["logins"]}])))]
#[cfg_attr(feature = "schema", schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct Document {
    /// The JSON Schema of this document, for editors.
    #[cfg_attr(feature = "schema", schemars(default, rename = "$schema"))]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub schema: Option<String>,
    /// What this scenario shows.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub name: Option<String>,
    /// The FusionAuth version to simulate, such as `1.48` or `1.48.1`; the newest known one where absent.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub fusionauth: Option<String>,
    /// The time of the login, RFC 3339; 2026-01-01T00:00:00Z where absent.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub now: Option<String>,
    /// The identity provider as FusionAuth's API returns it, with or without its `identityProvider` wrapper.
    #[cfg_attr(feature = "schema", schemars(schema_with = "wrapped::identity_provider"))]
    pub identity_provider: IdentityProvider,
    /// The application as FusionAuth's API returns it, with or without its wrapper; absent: the one application
    /// that the identity provider enables.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(schema_with = "wrapped::application"))]
    pub application: Option<Application>,
    /// The tenant as FusionAuth's API returns it, with or without its wrapper.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(schema_with = "wrapped::tenant"))]
    pub tenant: Option<Tenant>,
    /// The reconcile lambda.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "LambdaSource"))]
    pub lambda: Option<LambdaSource>,
    /// The policy that maps the claims: the document itself, or its file. It runs before a lambda, and replaces
    /// attribute mappings.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(schema_with = "wrapped::policy"))]
    pub policy: Option<PolicySource>,
    /// What `context.services.secrets.get(name)` answers the lambda (since 1.64), by name.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub secrets: Named<String>,
    /// What `fetch` answers the lambda, the first that fits; a call that fits none is an error.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub fetch: Vec<FetchAnswer>,
    /// FusionAuth users that exist before the login, with their registrations.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub users: Vec<User>,
    /// Identity-provider links that exist before the login.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub links: Vec<IdentityProviderLink>,
    /// The login.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "LoginDocument"))]
    pub login: Option<LoginDocument>,
    /// Several logins, in order, instead of `login`; each sees what the one before left behind.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<LoginDocument>"))]
    pub logins: Option<Vec<LoginDocument>>,
    /// User actions that prevent somebody from logging in.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub actions: Vec<PreventingAction>,
    /// What the tenant's LoginValidation lambda leaves in its `result` (since 1.53).
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "LoginValidation"))]
    pub login_validation: Option<LoginValidation>,
    /// Values for assumptions, by their ids.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub assumptions: Named<String>,
    /// The part of the outcome that `reconcile-kit test` compares; keys that are missing are not compared.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "Map<String, Value>"))]
    pub expect: Option<Map<String, Value>>,
}

/// Where a lambda's text is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct LambdaSource {
    /// A JavaScript file, relative to the scenario; beside `body`, the file that it was read from.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub file: Option<String>,
    /// The lambda's text.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub body: Option<String>,
    /// Whether FusionAuth's debug flag of the lambda is on.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub debug: bool,
    /// FusionAuth's type of the lambda; `OpenIDReconcile` for an OpenID Connect identity provider.
    #[cfg_attr(feature = "schema", schemars(default, rename = "type"))]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub kind: Option<String>,
}

/// Where a policy is.
#[derive(Debug, Clone, PartialEq)]
pub enum PolicySource {
    /// In the scenario.
    Here(Value),
    /// In a file, with the document that was read from it.
    File {
        /// The file, relative to the scenario.
        name: String,
        /// What it holds; whoever reads the scenario's file reads this one too.
        document: Option<Value>,
    },
}

/// One login: what the identity provider answered.
#[derive(Debug, Clone, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct LoginDocument {
    /// The answer of the userinfo endpoint.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub userinfo: Map<String, Value>,
    /// The id token: its claims, or its text (`eyJ…`).
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(schema_with = "wrapped::id_token"))]
    pub id_token: Option<IdTokenDocument>,
    /// Whether FusionAuth could verify the id token; where absent it could, unless the configuration rules it out.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "bool"))]
    pub id_token_verified: Option<bool>,
    /// The access token as text, for lambdas that read `tokens`.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub access_token: Option<String>,
    /// Whether the login request says `noLink` (since 1.29).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub no_link: bool,
    /// The user who completes a pending link before this login is repeated, as the Link API lets them.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub pending_link_user_id: Option<String>,
}

/// An id token: claims or text.
#[derive(Debug, Clone)]
pub enum IdTokenDocument {
    /// The token's text.
    Encoded(String),
    /// The token's claims.
    Claims(Map<String, Value>),
}

/// What an address answers when the lambda fetches it.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct FetchAnswer {
    /// The whole address, as the lambda gives it.
    pub url: String,
    /// The method of the request; `GET` where absent.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub method: Option<String>,
    /// The HTTP status of the answer.
    pub status: u16,
    /// The headers of the answer.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub headers: Named<String>,
    /// The body of the answer: a text as it is, anything else as its JSON text.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "Value"))]
    pub body: Option<Value>,
}

/// A user action that prevents a user from logging in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct PreventingAction {
    /// The user it was taken against.
    pub actionee_user_id: String,
    /// When it ends, in milliseconds since 1970; absent while it has no end.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "i64"))]
    pub expiry: Option<i64>,
    /// Its name.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub name: Option<String>,
}

/// The `result` of a LoginValidation lambda, in the form of FusionAuth's Errors object.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "camelCase", deny_unknown_fields))]
pub struct LoginValidation {
    /// Errors about the login as a whole.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub general_errors: Vec<ValidationMessage>,
    /// Errors by field.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub field_errors: Named<Vec<ValidationMessage>>,
}

/// One error of a LoginValidation lambda.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
pub struct ValidationMessage {
    /// The error's code, such as `[blocked]user`.
    pub code: String,
    /// The error's text.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub message: String,
}

impl LoginValidation {
    /// The first error, general ones before those of fields.
    #[must_use]
    pub fn first(&self) -> Option<&ValidationMessage> {
        self.general_errors.first().or_else(|| self.field_errors.values().flatten().next())
    }
}

#[cfg(feature = "schema")]
mod wrapped {
    //! FusionAuth's API wraps an object in a key of its name; both forms are accepted.

    use super::{Application, IdentityProvider, Tenant};
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    fn either<T: JsonSchema>(generator: &mut SchemaGenerator, wrapper: &str) -> Schema {
        let inner = generator.subschema_for::<T>();
        let name = T::schema_name();
        json_schema!({
            "if": { "type": "object", "required": [wrapper] },
            "then": { "type": "object", "properties": { (wrapper): inner } },
            "else": inner,
            "tsType": format!("{name} | {{ {wrapper}: {name} }}"),
        })
    }

    pub(super) fn identity_provider(generator: &mut SchemaGenerator) -> Schema {
        either::<IdentityProvider>(generator, "identityProvider")
    }

    pub(super) fn application(generator: &mut SchemaGenerator) -> Schema {
        either::<Application>(generator, "application")
    }

    pub(super) fn tenant(generator: &mut SchemaGenerator) -> Schema {
        either::<Tenant>(generator, "tenant")
    }

    /// The policy's own schema says what may stand in it.
    pub(super) fn policy(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [{ "$ref": "#/$defs/PolicyDocument" }, { "$ref": "#/$defs/PolicyFile" }],
        })
    }

    pub(super) fn id_token(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["object", "string"] })
    }
}
