//! What the fuzz targets do with their bytes. Whatever these are, there is an answer and no panic.

use reconcile_kit::claims::cognito::{self, Cognito, Form};
use reconcile_kit::claims::jwt;
use reconcile_kit::mapping::{Arguments, Author, Failure, Reconciled, Reconciler, read_answer};
use reconcile_kit::model::Diagnostic;
use reconcile_kit::scenario::Scenario;
use reconcile_kit::{check, explain};
use serde_json::Value;

/// Reads the bytes as a scenario, simulates it, and compares the strategies.
///
/// # Panics
///
/// When an answer is not what it should be; that is a finding.
pub fn scenario(data: &[u8]) {
    let text = match check::decode_text(data) {
        Ok(text) => text,
        Err(problem) => return says_what_to_do(&[problem]),
    };
    says_what_to_do(&check::check(text));
    match check::read_scenario(text) {
        Ok(scenario) => simulate(&scenario),
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a reason");
            says_what_to_do(&problems);
        }
    }
}

fn simulate(scenario: &Scenario) {
    let preview = explain::preview(scenario, None);
    let text = serde_json::to_string(&preview).expect("an outcome has JSON text");
    serde_json::from_str::<Value>(&text).expect("an outcome's text is JSON");
    assert_eq!(explain::preview(scenario, None), preview, "the same scenario, another outcome");
    let _ = explain::verify(scenario, &preview);
    let comparison = explain::compare(scenario, None);
    assert_eq!(comparison.0.len(), 7, "a strategy is missing");
}

/// An engine that answers every call with the same text.
struct Parrot<'a>(&'a str);

impl Reconciler for Parrot<'_> {
    fn author(&self) -> Author {
        Author::Lambda
    }

    fn reconcile(&mut self, arguments: &Arguments<'_>) -> Result<Reconciled, Failure> {
        read_answer(self.0, arguments.user, arguments.registration)
    }
}

/// Reads the bytes as what an engine answers about a lambda, for a login that creates, links and finds a user.
///
/// # Panics
///
/// When an answer is not what it should be; that is a finding.
pub fn answer(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let scenario = check::read_scenario(LOGINS).expect("a valid scenario");
    let preview = explain::preview(&scenario, Some(&mut Parrot(text)));
    let text = serde_json::to_string(&preview).expect("an outcome has JSON text");
    serde_json::from_str::<Value>(&text).expect("an outcome's text is JSON");
}

const LOGINS: &str = r#"{
    "identityProvider": { "id": "p", "enabled": true, "linkingStrategy": "LinkByEmail" },
    "application": { "id": "a", "roles": [{ "name": "user", "isDefault": true }] },
    "users": [{ "id": "u", "email": "jane@example.com" }],
    "logins": [
        { "userinfo": { "sub": "1", "email": "new@example.com" } },
        { "userinfo": { "sub": "2", "email": "jane@example.com" } },
        { "userinfo": { "sub": "2", "email": "other@example.com" } }
    ]
}"#;

/// Reads the bytes as a token, and as a user in each form in which Cognito writes one.
///
/// # Panics
///
/// When an answer is not what it should be; that is a finding.
pub fn jwt(data: &[u8]) {
    if let Ok(text) = std::str::from_utf8(data) {
        match jwt::decode(text) {
            Ok(token) => read_user(&Value::Object(token.claims)),
            Err(problem) => {
                // No message has a word that long of its own.
                let mut parts = text.split([' ', '.']).filter(|part| part.len() > 40);
                assert!(!parts.any(|part| problem.message.contains(part)), "the token is repeated");
                says_what_to_do(&[problem]);
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
            Err(problem) => says_what_to_do(&[problem]),
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

fn says_what_to_do(findings: &[Diagnostic]) {
    for finding in findings {
        assert!(!finding.code.is_empty(), "a finding without a code: {finding:?}");
        assert!(!finding.message.is_empty(), "a finding without words: {finding:?}");
        assert!(!finding.help.is_empty(), "a finding without help: {finding:?}");
    }
}
