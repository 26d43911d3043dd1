//! Lambdas as they are printed. That they do what the core does is shown by `tests/policy_pairs.rs`.

use super::lambda;
use crate::policy::read;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn text(document: &Value) -> String {
    lambda(&read(document).unwrap_or_default()).text
}

/// The body of `reconcile`.
fn body(document: &Value) -> String {
    let text = text(document);
    let (_, rest) = text.split_once("id_token) {\n").unwrap_or_default();
    rest.split_once("\n}\n").map_or("", |(body, _)| body).to_owned()
}

#[test]
fn a_simple_policy_is_a_simple_lambda() {
    let expected = "  const givenName = claim(jwt.given_name, id_token?.given_name);

  const firstName = asText(givenName);
  if (firstName !== undefined) {
    user.firstName = firstName;
  }";
    assert_eq!(body(&json!({ "map": { "user.firstName": "given_name" } })), expected);
    let expected = "  user.usernameStatus = 'ACTIVE';";
    assert_eq!(body(&json!({ "map": { "user.usernameStatus": { "value": "ACTIVE" } } })), expected);
}

#[test]
fn the_lambdas_are_those_in_the_repository() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/policies/exported");
    let is_update = std::env::var_os("RECONCILE_KIT_UPDATE").is_some_and(|value| value == "1");
    for name in ["names", "staff", "odd-texts"] {
        let document = fs::read_to_string(folder.join(format!("{name}.json"))).unwrap_or_default();
        let document: Value = serde_json::from_str(&document).unwrap_or_default();
        let (text, file) = (text(&document), folder.join(format!("{name}.js")));
        if is_update {
            assert!(fs::write(file, text).is_ok());
        } else {
            assert_eq!(fs::read_to_string(file).unwrap_or_default(), text, "{name}");
        }
    }
}

#[test]
fn claims_and_fields_of_one_name_have_variables_of_their_own() {
    let policy = json!({ "map": {
        "user.email": "email", "user.data.email": "id_token.email", "user.data.user": "user",
    } });
    let body = body(&policy);
    for declaration in
        ["const email = ", "const emailClaim = ", "const userClaim = ", "const emailValue = "]
    {
        assert!(body.contains(declaration), "{declaration}: {body}");
    }
}

#[test]
fn long_conditions_have_a_line_for_each_part() {
    let claims = ["given_name", "family_name", "middle_name", "preferred_username"];
    let body = body(&json!({ "gates": [{ "require": { "any": claims } }], "map": {} }));
    let expected = "  if (\n    givenName === undefined &&\n    familyName === undefined &&\n";
    assert!(body.contains(expected), "{body}");
    let policy =
        json!({ "map": { "user.firstName": { "from": "name", "when": { "all": claims } } } });
    let text = text(&policy);
    assert!(
        text.contains("  if (\n    givenName !== undefined &&\n    familyName !== undefined &&\n"),
        "{text}"
    );
}

#[test]
fn who_refuses_is_told_that_nobody_sees_why() {
    let gate = read(&json!({ "gates": [{ "require": "email" }] })).unwrap_or_default();
    let codes: Vec<String> =
        lambda(&gate).findings.into_iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["policy-refusal-unseen"]);
    let names = read(&json!({ "map": { "user.firstName": "given_name" } })).unwrap_or_default();
    assert_eq!(lambda(&names).findings, []);
}
