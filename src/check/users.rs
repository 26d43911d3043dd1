//! The fields of the users in a scenario, checked by the table that describes them: what FusionAuth's API
//! prints for a user has exactly these types.

use crate::model::convert::holds;
use crate::model::document_fault::wrong_type;
use crate::model::{
    Diagnostic, Field, Kind, Reading, Registration, User, find_field, pointer, read_field,
};
use serde_json::{Map, Value};

/// Everything about the users of `document` that FusionAuth could not have printed.
pub(super) fn check(document: &Value) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let users = document.get("users").and_then(Value::as_array);
    for (index, user) in users.into_iter().flatten().enumerate() {
        let path = pointer::item("/users", index);
        let Some(fields) = user.as_object() else { continue };
        object(&path, User::FIELDS, fields, &mut problems);
        let registrations = fields.get("registrations").and_then(Value::as_array);
        for (index, registration) in registrations.into_iter().flatten().enumerate() {
            let path = pointer::item(&pointer::child(&path, "registrations"), index);
            if let Some(fields) = registration.as_object() {
                object(&path, Registration::FIELDS, fields, &mut problems);
            }
        }
    }
    problems
}

fn object(
    path: &str,
    fields: &'static [Field],
    object: &Map<String, Value>,
    problems: &mut Vec<Diagnostic>,
) {
    for (name, value) in object {
        let Some(field) = find_field(fields, name) else { continue };
        let path = pointer::child(path, name);
        if !is_printed_as(field.kind, value) {
            problems.push(wrong_type(path, value, holds(field.kind)));
            continue;
        }
        // Ids may be any text here, so that a scenario can say `jane` instead of a UUID. Registrations are looked at
        // one by one.
        if matches!(field.kind, Kind::Uuid | Kind::Memberships | Kind::Registrations) {
            continue;
        }
        if let Reading::Refused(expected) = read_field(field, value) {
            let message = format!("the field cannot hold this: it holds {expected}");
            problems.push(
                Diagnostic::error("invalid-value", path, message)
                    .found(value.to_string())
                    .expected(expected)
                    .help("write the value as FusionAuth's API prints it, or leave the key out"),
            );
        }
    }
}

/// Whether FusionAuth prints a field of this kind as a value of this JSON type.
fn is_printed_as(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::Text | Kind::Day | Kind::Uri | Kind::TimeZone | Kind::Uuid | Kind::Choice(_) => {
            value.is_string()
        }
        Kind::Boolean => value.is_boolean(),
        Kind::Integer | Kind::Instant => value.is_i64(),
        Kind::Locales | Kind::Roles | Kind::Memberships | Kind::Registrations | Kind::Objects => {
            value.is_array()
        }
        Kind::Object => value.is_object(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn places(user: &Value) -> Vec<(String, String)> {
        let problems = check(&json!({ "users": [user] }));
        problems.into_iter().map(|problem| (problem.code, problem.path)).collect()
    }

    #[test]
    fn a_field_of_the_wrong_type_is_named() {
        let user = json!({ "email": 5, "registrations": [{ "roles": "admin" }] });
        let expected =
            [("wrong-type", "/users/0/email"), ("wrong-type", "/users/0/registrations/0/roles")];
        let expected = expected.map(|(code, path)| (code.to_owned(), path.to_owned()));
        assert_eq!(places(&user), expected);
    }

    #[test]
    fn a_value_that_fusionauth_cannot_hold_is_named() {
        let user = json!({ "birthDate": "01/02/1990", "madeUp": 1 });
        assert_eq!(places(&user), [("invalid-value".to_owned(), "/users/0/birthDate".to_owned())]);
    }
}
