//! From a JSON value that the schema has checked to a document.

use super::document::{
    Document, FetchAnswer, IdTokenDocument, LambdaSource, LoginDocument, LoginValidation,
    PolicySource, PreventingAction, ValidationMessage,
};
use crate::model::fields::Fields;
use crate::model::{Application, IdentityProvider, IdentityProviderLink, Named, Tenant, User};
use serde_json::Value;

impl From<Value> for Document {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        Self {
            schema: fields.text("$schema"),
            name: fields.text("name"),
            fusionauth: fields.text("fusionauth"),
            now: fields.text("now"),
            identity_provider: fields
                .value("identityProvider")
                .map(IdentityProvider::from)
                .unwrap_or_default(),
            application: fields.value("application").map(Application::from),
            tenant: fields.value("tenant").map(Tenant::from),
            lambda: fields.value("lambda").map(LambdaSource::from),
            policy: fields.value("policy").map(PolicySource::from),
            secrets: fields.texts("secrets"),
            fetch: fields.list("fetch", FetchAnswer::from).unwrap_or_default(),
            users: fields.list("users", User::from).unwrap_or_default(),
            links: fields.list("links", IdentityProviderLink::from).unwrap_or_default(),
            login: fields.value("login").map(LoginDocument::from),
            logins: fields.list("logins", LoginDocument::from),
            actions: fields.list("actions", PreventingAction::from).unwrap_or_default(),
            login_validation: fields.value("loginValidation").map(LoginValidation::from),
            assumptions: fields.texts("assumptions"),
            expect: fields.object("expect"),
        }
    }
}

impl From<Value> for LambdaSource {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        Self {
            file: fields.text("file"),
            body: fields.text("body"),
            debug: fields.flag("debug").unwrap_or_default(),
            kind: fields.text("type"),
        }
    }
}

impl From<Value> for PolicySource {
    /// A policy has no key `file`.
    fn from(value: Value) -> Self {
        let Some(Value::String(name)) = value.get("file").cloned() else {
            return Self::Here(value);
        };
        Self::File { name, document: Fields::of(value).value("document") }
    }
}

impl From<Value> for FetchAnswer {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        let status = fields.integer("status").and_then(|status| u16::try_from(status).ok());
        Self {
            url: fields.text("url").unwrap_or_default(),
            method: fields.text("method"),
            status: status.unwrap_or(u16::MAX),
            headers: fields.texts("headers"),
            body: fields.value("body"),
        }
    }
}

impl From<Value> for LoginDocument {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        Self {
            userinfo: fields.object("userinfo").unwrap_or_default(),
            id_token: match fields.value("idToken") {
                Some(Value::String(text)) => Some(IdTokenDocument::Encoded(text)),
                Some(Value::Object(claims)) => Some(IdTokenDocument::Claims(claims)),
                _ => None,
            },
            id_token_verified: fields.flag("idTokenVerified"),
            access_token: fields.text("accessToken"),
            no_link: fields.flag("noLink").unwrap_or_default(),
            pending_link_user_id: fields.text("pendingLinkUserId"),
        }
    }
}

impl From<Value> for PreventingAction {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        Self {
            actionee_user_id: fields.text("actioneeUserId").unwrap_or_default(),
            expiry: fields.integer("expiry"),
            name: fields.text("name"),
        }
    }
}

impl From<Value> for LoginValidation {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        let mut field_errors = Named::default();
        let messages = |value: Value| match value {
            Value::Array(items) => items.into_iter().map(ValidationMessage::from).collect(),
            _ => Vec::new(),
        };
        for (field, errors) in fields.object("fieldErrors").into_iter().flatten() {
            field_errors.insert(field, messages(errors));
        }
        Self {
            general_errors: fields
                .list("generalErrors", ValidationMessage::from)
                .unwrap_or_default(),
            field_errors,
        }
    }
}

impl From<Value> for ValidationMessage {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        Self {
            code: fields.text("code").unwrap_or_default(),
            message: fields.text("message").unwrap_or_default(),
        }
    }
}
