//! The JSON Schema of a policy, for editors and for TypeScript, made of the same words as the reader.

use super::read::field_names;
use super::target::{Object, Target};
use super::words::{self, Word};
use crate::model::{Kind, LinkingStrategy, find_field};
use serde_json::{Map, Value, json};

/// The schema of a policy document.
#[must_use]
pub(crate) fn document() -> Value {
    let mut schema = policy();
    if let Some(fields) = schema.as_object_mut() {
        fields.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        fields.insert("title".to_owned(), json!("reconcile-kit policy"));
        fields.insert("$defs".to_owned(), Value::Object(shapes()));
    }
    schema
}

/// The shapes that a policy is made of, by name.
#[must_use]
pub(crate) fn definitions() -> Map<String, Value> {
    let mut shapes = shapes();
    shapes.insert("PolicyDocument".to_owned(), policy());
    let file = words_of(
        &[
            Word {
                name: "file",
                doc: "The policy's file, JSON or YAML, relative to the scenario.",
            },
            Word { name: "document", doc: "What the file holds, where it was read already." },
        ],
        |name| if name == "file" { text() } else { reference("PolicyDocument") },
    );
    shapes.insert(
        "PolicyFile".to_owned(),
        object("A policy in a file of its own.", &file, &["file"]),
    );
    shapes
}

fn shapes() -> Map<String, Value> {
    let shapes = [
        ("PolicyClaim", claim()),
        ("PolicyCondition", condition()),
        ("PolicyGate", gate()),
        ("PolicyMap", map()),
        ("PolicyRule", rule()),
        ("PolicyRules", rules()),
        ("PolicyScalar", json!({ "type": ["string", "number", "boolean"] })),
        ("PolicyStep", step()),
    ];
    shapes.into_iter().map(|(name, shape)| (name.to_owned(), shape)).collect()
}

fn policy() -> Value {
    let strategies = LinkingStrategy::CHOICES.map(LinkingStrategy::name);
    let keys = words_of(words::POLICY, |name| match name {
        "provider" => choice(words::PROVIDERS),
        "linkingStrategy" => json!({ "enum": strategies }),
        "gates" => json!({ "type": "array", "items": reference("PolicyGate") }),
        "map" => reference("PolicyMap"),
        _ => text(),
    });
    let mut schema =
        object("A policy: what has to hold for a login, and what fields become.", &keys, &[]);
    if let Some(fields) = schema.as_object_mut() {
        fields.insert(
            "anyOf".to_owned(),
            json!([{ "required": ["map"] }, { "required": ["gates"] }]),
        );
    }
    schema
}

fn gate() -> Value {
    let keys = words_of(words::GATE, |name| match name {
        "require" => reference("PolicyCondition"),
        "description" => text(),
        _ => filled(),
    });
    object("What has to hold for a login to go on.", &keys, &["require"])
}

/// The fields by name, for completion; below `data` anything may stand.
fn map() -> Value {
    let fields: Map<String, Value> = field_names()
        .map(|name| {
            let doc = Target::parse(&name).ok().and_then(|target| {
                find_field(target.object.fields(), &target.field).map(|field| field.doc)
            });
            (name, described(reference("PolicyRules"), doc.unwrap_or_default()))
        })
        .collect();
    let below = "^(user|registration)\\.(data|tokens)\\..+|^/(user|registration)/.+";
    json!({
        "description": "What fields become: for each field a claim, a rule, or several rules.",
        "type": "object",
        "properties": fields,
        "patternProperties": { below: reference("PolicyRules") },
        "additionalProperties": false,
        "tsType": "{ [field: `user.${string}` | `registration.${string}` | `/user/${string}` | `/registration/${string}`]: PolicyRules }",
    })
}

fn rules() -> Value {
    let lists = [Object::User, Object::Registration].into_iter().flat_map(|object| {
        let fields = object.fields().iter();
        let lists = fields
            .filter(|field| matches!(field.kind, Kind::Roles | Kind::Locales | Kind::Memberships));
        lists.map(move |field| format!("`{}.{}`", object.name(), field.name))
    });
    let lists = lists.collect::<Vec<_>>().join(", ");
    let one = json!([reference("PolicyClaim"), reference("PolicyRule")]);
    json!({
        "description": format!(
            "A claim, a rule, or several: the first that gives a value decides. Lists become what all their rules give: {lists}."
        ),
        "anyOf": [
            reference("PolicyClaim"),
            reference("PolicyRule"),
            { "type": "array", "minItems": 1, "items": { "anyOf": one } },
        ],
    })
}

fn rule() -> Value {
    let claims = || one_or_several("PolicyClaim");
    let keys = words_of(words::RULE, |name| match name {
        "from" | "join" => claims(),
        "value" | "default" => json!({}),
        "transform" => one_or_several("PolicyStep"),
        "table" => json!({
            "type": "object",
            "additionalProperties": {
                "anyOf": [reference("PolicyScalar"), { "type": "array", "items": reference("PolicyScalar") }],
            },
        }),
        "unlisted" => choice(words::UNLISTEDS),
        "when" => reference("PolicyCondition"),
        "write" => choice(words::WRITES),
        "missing" => choice(words::MISSINGS),
        "unusable" => choice(words::UNUSABLES),
        "id" => filled(),
        _ => text(),
    });
    let mut schema = object("What a field becomes.", &keys, &[]);
    if let Some(fields) = schema.as_object_mut() {
        let one = ["from", "join", "value"].map(|key| json!({ "required": [key] }));
        fields.insert("oneOf".to_owned(), json!(one));
    }
    schema
}

fn condition() -> Value {
    let conditions =
        || json!({ "type": "array", "minItems": 1, "items": reference("PolicyCondition") });
    let keys = words_of(words::CONDITION, |name| match name {
        "all" | "any" => conditions(),
        "not" => reference("PolicyCondition"),
        "newUser" | "exists" | "ignoreCase" => json!({ "type": "boolean" }),
        "verified" => choice(words::VERIFIABLE),
        "claim" => reference("PolicyClaim"),
        "equals" => reference("PolicyScalar"),
        "in" => json!({ "type": "array", "minItems": 1, "items": reference("PolicyScalar") }),
        "domain" => json!({
            "anyOf": [filled(), { "type": "array", "minItems": 1, "items": filled() }],
        }),
        _ => filled(),
    });
    let object = object("One thing that is asked.", &keys, &[]);
    json!({
        "description": "The name of a claim that has to be there, or what is asked of claims.",
        "anyOf": [reference("PolicyClaim"), object],
    })
}

fn step() -> Value {
    let texts = words::TEXT_TRANSFORMS.iter().map(|word| {
        let is_join = word.name == "join";
        let argument = described(if is_join { text() } else { filled() }, word.doc);
        let mut keys = Map::from_iter([(word.name.to_owned(), argument)]);
        let mut required = vec![word.name];
        if word.name == "replace" {
            keys.insert("by".to_owned(), described(text(), "What stands in its place."));
            required.push("by");
        }
        object(word.doc, &keys, &required)
    });
    let steps: Vec<Value> = std::iter::once(choice(words::PLAIN_TRANSFORMS)).chain(texts).collect();
    json!({ "description": "One step of what is done to a value.", "anyOf": steps })
}

fn claim() -> Value {
    json!({
        "description": "The name of a claim, such as `given_name`; `jwt.…` or `id_token.…` for one as it came; or a JSON Pointer below `/claims`, `/jwt` or `/id_token`.",
        "type": "string",
        "minLength": 1,
    })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn filled() -> Value {
    json!({ "type": "string", "minLength": 1 })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn one_or_several(name: &str) -> Value {
    json!({
        "anyOf": [reference(name), { "type": "array", "minItems": 1, "items": reference(name) }],
    })
}

fn choice(words: &[Word]) -> Value {
    let options: Vec<Value> =
        words.iter().map(|word| json!({ "const": word.name, "description": word.doc })).collect();
    json!({ "oneOf": options })
}

fn words_of(words: &[Word], shape: impl Fn(&str) -> Value) -> Map<String, Value> {
    words.iter().map(|word| (word.name.to_owned(), described(shape(word.name), word.doc))).collect()
}

fn described(mut shape: Value, doc: &str) -> Value {
    if let Some(fields) = shape.as_object_mut() {
        fields.insert("description".to_owned(), json!(doc));
    }
    shape
}

fn object(doc: &str, keys: &Map<String, Value>, required: &[&str]) -> Value {
    let mut shape = json!({
        "description": doc,
        "type": "object",
        "properties": keys,
        "additionalProperties": false,
    });
    if let Some(fields) = shape.as_object_mut().filter(|_| !required.is_empty()) {
        fields.insert("required".to_owned(), json!(required));
    }
    shape
}
