//! Bytes as a token, and as a Cognito user.

use reconcile_kit::claims::cognito::{self, Cognito, Form};
use reconcile_kit::claims::jwt;
use serde_json::Value;

use super::findings::{refused_for_a_reason, says_what_to_do};

/// Reads the bytes as a token, and as a user in each form in which Cognito writes one.
///
/// # Panics
///
/// When an answer is not what it should be; that is a finding.
pub fn run(data: &[u8]) {
    if let Ok(text) = std::str::from_utf8(data) {
        match jwt::decode(text) {
            Ok(token) => read_user(&Value::Object(token.claims)),
            Err(problem) => {
                // No message has a word that long of its own.
                let mut parts = text.split([' ', '.']).filter(|part| part.len() > 40);
                assert!(!parts.any(|part| problem.message.contains(part)), "the token is repeated");
                refused_for_a_reason(&[problem]);
            }
        }
    }
    if let Ok(value) = serde_json::from_slice::<Value>(data) {
        read_user(&value);
    }
}

fn read_user(value: &Value) {
    let forms = [
        Form::IdToken,
        Form::Userinfo,
        Form::UserAttributes,
        Form::ApiGatewayRest,
        Form::ApiGatewayHttp,
    ];
    let known = forms.map(|form| cognito::read_as(form, value));
    for read in known.into_iter().chain([cognito::read(value)]) {
        match read {
            Ok(user) => ask(&user),
            Err(problem) => refused_for_a_reason(&[problem]),
        }
    }
    if let Ok(users) = cognito::read_list(value) {
        users.iter().for_each(ask);
    }
}

/// Everything that can be asked about a user.
fn ask(user: &Cognito) {
    says_what_to_do(&user.notes);
    let answers = serde_json::json!([
        user.groups(),
        user.assigned_groups(),
        user.provider(),
        user.pool(),
        user.region(),
        user.status(),
        user.userinfo(),
        user.id_token_claims(),
    ]);
    assert!(answers.is_array());
}
