//! The JSON Schemas that the kit publishes, made from the types.

use crate::explain::Preview;
use crate::model::{Assumption, Diagnostic, Feature, IdentityProvider, User, Version};
use crate::policy::{self, PolicyDiff, PolicyResult, Why};
use crate::scenario::Document;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// FusionAuth's own shapes. Its API leaves an empty field out and never prints `null`, and its client's types
/// say the same, so neither do ours.
const FUSIONAUTH: [&str; 10] = [
    "Application",
    "ApplicationConfiguration",
    "ApplicationRole",
    "IdentityProvider",
    "IdentityProviderLink",
    "LambdaConfiguration",
    "LinkLimit",
    "Oauth2Configuration",
    "Tenant",
    "TenantConfiguration",
];

/// Every published schema: file name and content.
#[must_use]
pub fn documents() -> Vec<(&'static str, Value)> {
    let generator = || SchemaSettings::draft2020_12().into_generator();
    // What the kit prints has every key; what it reads may leave some out.
    let printed = || SchemaSettings::draft2020_12().for_serialize().into_generator();
    vec![
        (
            "scenario.schema.json",
            scenario(generator().into_root_schema_for::<Document>().to_value()),
        ),
        ("policy.schema.json", policy::shape::document()),
        (
            "policy-result.schema.json",
            whole(printed().into_root_schema_for::<PolicyResult>().to_value()),
        ),
        ("policy-why.schema.json", whole(printed().into_root_schema_for::<Why>().to_value())),
        (
            "policy-diff.schema.json",
            whole(printed().into_root_schema_for::<PolicyDiff>().to_value()),
        ),
        ("outcome.schema.json", whole(printed().into_root_schema_for::<Preview>().to_value())),
        ("user.schema.json", whole(generator().into_root_schema_for::<User>().to_value())),
        (
            "identity-provider.schema.json",
            whole(generator().into_root_schema_for::<IdentityProvider>().to_value()),
        ),
        (
            "diagnostic.schema.json",
            whole(generator().into_root_schema_for::<Diagnostic>().to_value()),
        ),
        (
            "compiled/scenario.json",
            compiled(generator().into_root_schema_for::<Document>().to_value()),
        ),
    ]
}

/// The schema of a scenario, with the shapes of the policy that it may hold.
fn scenario(schema: Value) -> Value {
    let mut schema = whole(schema);
    if let Some(shapes) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        shapes.extend(policy::shape::definitions());
    }
    let choices =
        Assumption::ALL.iter().map(|assumption| (assumption.id().to_owned(), choice(*assumption)));
    if let Some(Value::Object(assumptions)) = schema.pointer_mut("/properties/assumptions") {
        assumptions.insert("properties".to_owned(), Value::Object(choices.collect()));
    }
    if let Some(Value::Object(version)) = schema.pointer_mut("/properties/fusionauth") {
        version.insert("examples".to_owned(), versions());
    }
    schema
}

/// What an assumption can be set to, for editors to offer.
fn choice(assumption: Assumption) -> Value {
    json!({
        "description": format!("Open, because {}.", assumption.why()),
        "enum": assumption.choices(),
        "default": assumption.default_choice(),
    })
}

/// The versions between which something differs, oldest first.
fn versions() -> Value {
    let brought = Feature::ALL.iter().map(|feature| feature.since());
    let all: BTreeSet<Version> = brought.chain([Version::OLDEST, Version::NEWEST]).collect();
    all.iter().map(ToString::to_string).collect()
}

/// The schema that is compiled into the module: without texts for people, and without the fields of users,
/// which `check::users` checks by the table they come from.
fn compiled(schema: Value) -> Value {
    let mut schema = whole(schema);
    if let Some(shapes) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        shapes.insert("User".to_owned(), json!({ "type": "object" }));
    }
    // A policy has a reader of its own.
    if let Some(policy) = schema.pointer_mut("/properties/policy") {
        *policy = json!({ "type": "object" });
    }
    without_annotations(&mut schema);
    schema
}

fn constants(fields: &Map<String, Value>) -> Option<Value> {
    let options = fields.get("oneOf")?.as_array()?;
    options.iter().map(|option| option.get("const").cloned()).collect()
}

fn without_annotations(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            for annotation in ["description", "title", "default", "tsType", "x-since"] {
                // A property may have such a name; its value is a schema then, an object.
                if fields.get(annotation).is_some_and(|value| !value.is_object()) {
                    fields.remove(annotation);
                }
            }
            // With its description gone, a choice of constants is a plain list.
            if let Some(options) = constants(fields) {
                fields.remove("oneOf");
                fields.insert("enum".to_owned(), options);
            }
            fields.values_mut().for_each(without_annotations);
        }
        Value::Array(items) => items.iter_mut().for_each(without_annotations),
        _ => {}
    }
}

fn whole(mut schema: Value) -> Value {
    if schema.get("title").and_then(Value::as_str).is_some_and(|title| FUSIONAUTH.contains(&title))
    {
        without_null(&mut schema);
    }
    let shapes = schema.get_mut("$defs").and_then(Value::as_object_mut);
    for (name, shape) in shapes.into_iter().flatten() {
        if FUSIONAUTH.contains(&name.as_str()) {
            without_null(shape);
        }
    }
    without_noise(&mut schema);
    schema
}

/// Takes `null` out of the types of an object's fields: a field that would hold it is left out instead.
fn without_null(shape: &mut Value) {
    let mut optional = Vec::new();
    let fields = shape.get_mut("properties").and_then(Value::as_object_mut);
    for (name, field) in fields.into_iter().flatten() {
        if field.as_object_mut().is_some_and(drop_null) {
            optional.push(name.clone());
        }
    }
    if let Some(Value::Array(required)) = shape.get_mut("required") {
        required.retain(|name| !optional.iter().any(|field| name == field));
    }
}

/// Whether the field could be `null` until now.
fn drop_null(field: &mut Map<String, Value>) -> bool {
    if let Some(Value::Array(types)) = field.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            field.insert("type".to_owned(), only);
        }
        return true;
    }
    if let Some(Value::Array(options)) = field.get_mut("anyOf") {
        options.retain(|option| option.get("type") != Some(&Value::from("null")));
        if let [Value::Object(only)] = options.as_slice() {
            let only = only.clone();
            field.remove("anyOf");
            field.extend(only);
        }
        return true;
    }
    false
}

/// Formats such as `uint32` mean nothing in JSON Schema, and checking formats would bring a whole regular
/// expression engine into the module. A default of `null` says nothing either.
fn without_noise(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.get("format").is_some_and(Value::is_string) {
                fields.remove("format");
            }
            if fields.get("default").is_some_and(Value::is_null) {
                fields.remove("default");
            }
            fields.values_mut().for_each(without_noise);
        }
        Value::Array(items) => items.iter_mut().for_each(without_noise),
        _ => {}
    }
}
