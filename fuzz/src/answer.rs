//! Bytes as what an engine answers about a lambda.

use reconcile_kit::mapping::{Arguments, Author, Failure, Reconciled, Reconciler, read_answer};
use reconcile_kit::{check, explain};

use super::preview::is_sound;

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
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let scenario = check::read_scenario(LOGINS).expect("a valid scenario");
    let preview = explain::preview(&scenario, Some(&mut Parrot(text)));
    is_sound(&preview);
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
