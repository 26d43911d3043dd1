//! The scenario's JSON Schema, compiled in, and its findings in words.

use crate::model::document_fault::{missing_key, unknown_key, unknown_value, wrong_type};
use crate::model::{Diagnostic, pointer};
use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError};
use serde_json::Value;

#[jsonschema::validator(path = "schemas/compiled/scenario.json")]
struct ScenarioSchema;

/// Everything in `document` that the schema does not allow.
#[must_use]
pub(super) fn validate(document: &Value) -> Vec<Diagnostic> {
    ScenarioSchema::iter_errors(document).flat_map(|error| in_words(&error)).collect()
}

fn in_words(error: &ValidationError<'_>) -> Vec<Diagnostic> {
    let path = error.instance_path().to_string();
    let found = error.instance();
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let known = known_keys(&path);
            unexpected.iter().map(|key| unknown_key(&path, key, known.iter().copied())).collect()
        }
        ValidationErrorKind::Required { property } => {
            vec![missing_key(&path, property.as_str().unwrap_or_default())]
        }
        ValidationErrorKind::AnyOf { .. } if path.is_empty() => vec![
            Diagnostic::error("missing-key", "", "the scenario has no login")
                .expected("`login`, or `logins` for several in order")
                .help("add `login` with what the identity provider answers: `userinfo`, `idToken`"),
        ],
        ValidationErrorKind::Enum { options } => {
            let options = options.as_array().into_iter().flatten().filter_map(Value::as_str);
            vec![unknown_value(path, found, options)]
        }
        ValidationErrorKind::Type { kind } => {
            vec![wrong_type(path, found, &type_names(kind))]
        }
        _ => vec![
            Diagnostic::error("invalid-value", path, "the value is not allowed here")
                .found(found.to_string())
                .help("see `schemas/scenario.schema.json` for what may stand here"),
        ],
    }
}

/// The keys that may stand in the object at `path`.
fn known_keys(path: &str) -> &'static [&'static str] {
    keys::of(match pointer::steps(path).next().as_deref() {
        None => "",
        Some("login" | "logins") => "LoginDocument",
        Some("lambda") => "LambdaSource",
        Some("fetch") => "FetchAnswer",
        Some("actions") => "PreventingAction",
        Some("loginValidation") if pointer::steps(path).count() == 1 => "LoginValidation",
        Some(_) => "ValidationMessage",
    })
}

mod keys {
    //! The keys of the objects that take no others.

    const SCENARIO: &[&str] = &[
        "$schema",
        "name",
        "fusionauth",
        "now",
        "identityProvider",
        "application",
        "tenant",
        "lambda",
        "policy",
        "secrets",
        "fetch",
        "users",
        "links",
        "login",
        "logins",
        "actions",
        "loginValidation",
        "assumptions",
        "expect",
    ];
    const LOGIN: &[&str] =
        &["userinfo", "idToken", "idTokenVerified", "accessToken", "noLink", "pendingLinkUserId"];

    pub(super) fn of(owner: &str) -> &'static [&'static str] {
        match owner {
            "" => SCENARIO,
            "LoginDocument" => LOGIN,
            "LambdaSource" => &["file", "body", "debug", "type"],
            "FetchAnswer" => &["url", "method", "status", "headers", "body"],
            "PreventingAction" => &["actioneeUserId", "expiry", "name"],
            "LoginValidation" => &["generalErrors", "fieldErrors"],
            _ => &["code", "message"],
        }
    }
}

fn type_names(kind: &TypeKind) -> String {
    let name = |kind: JsonType| match kind {
        JsonType::Array => "a list",
        JsonType::Boolean => "true or false",
        JsonType::Integer => "a whole number",
        JsonType::Null => "null",
        JsonType::Number => "a number",
        JsonType::Object => "an object",
        JsonType::String => "a text",
    };
    match kind {
        TypeKind::Single(kind) => name(*kind).to_owned(),
        TypeKind::Multiple(kinds) => kinds.iter().map(name).collect::<Vec<_>>().join(" or "),
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, keys};

    #[test]
    fn the_known_keys_are_those_of_the_schema() {
        let schema: Value =
            serde_json::from_str(include_str!("../../schemas/scenario.schema.json"))
                .unwrap_or_default();
        let properties = |place: &str| {
            let fields = schema.pointer(place).and_then(Value::as_object);
            fields.into_iter().flat_map(|fields| fields.keys().cloned()).collect::<Vec<_>>()
        };
        for owner in [
            "FetchAnswer",
            "LambdaSource",
            "LoginDocument",
            "LoginValidation",
            "PreventingAction",
            "ValidationMessage",
        ] {
            let mut known = keys::of(owner).to_vec();
            known.sort_unstable();
            assert_eq!(known, properties(&format!("/$defs/{owner}/properties")), "{owner}");
        }
        let mut known = keys::of("").to_vec();
        known.sort_unstable();
        assert_eq!(known, properties("/properties"));
    }
}
