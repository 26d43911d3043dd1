//! JSON Schemas of the table-driven types: what [`super::field`] lists, as `properties`.

use super::field::{Field, Kind};
use schemars::Schema;
use serde_json::{Map, Value, json};

/// The schema of an object with these fields; others are accepted.
pub(crate) fn of_fields(description: &str, fields: &[Field]) -> Schema {
    let properties: Map<String, Value> =
        fields.iter().map(|field| (field.name.to_owned(), of_field(field))).collect();
    let schema = json!({ "description": description, "type": "object", "properties": properties });
    match schema {
        Value::Object(schema) => schema.into(),
        _ => Schema::default(),
    }
}

fn of_field(field: &Field) -> Value {
    let mut schema = match field.kind {
        Kind::Text | Kind::Day | Kind::Uri | Kind::TimeZone | Kind::Uuid | Kind::Choice(_) => {
            json!({ "type": "string" })
        }
        Kind::Boolean => json!({ "type": "boolean" }),
        Kind::Integer | Kind::Instant => json!({ "type": "integer" }),
        Kind::Locales | Kind::Roles => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Object => json!({ "type": "object" }),
        Kind::Memberships | Kind::Registrations | Kind::Objects => {
            json!({ "type": "array", "items": { "type": "object" } })
        }
    };
    if let Value::Object(schema) = &mut schema {
        schema.insert("description".to_owned(), Value::from(field.doc));
        if let Some(since) = field.since {
            schema.insert("x-since".to_owned(), Value::from(since.to_string()));
        }
    }
    schema
}
