//! Which arguments a lambda gets, by version: FusionAuth added three of them over time.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a scenario that cannot be read is a failing test"
)]

#[path = "support/token.rs"]
mod token;

use reconcile_kit::check;
use reconcile_kit::explain::{self, Preview};
use reconcile_kit::mapping::{Arguments, Author, Failure, Reconciled, Reconciler};
use serde_json::{Map, Value, json};
use token::token;

/// A lambda that writes nothing and remembers what it was given.
#[derive(Default)]
struct Recorder {
    seen: Vec<Seen>,
}

#[derive(Debug, Clone, PartialEq)]
struct Seen {
    id_token: Option<Map<String, Value>>,
    tokens: Option<Vec<String>>,
    context: bool,
    registration: bool,
}

impl Reconciler for Recorder {
    fn author(&self) -> Author {
        Author::Lambda
    }

    fn reconcile(&mut self, arguments: &Arguments<'_>) -> Result<Reconciled, Failure> {
        self.seen.push(Seen {
            id_token: arguments.id_token.cloned(),
            tokens: arguments.tokens.map(|tokens| tokens.keys().cloned().collect()),
            context: arguments.context,
            registration: arguments.registration.is_some(),
        });
        Ok(Reconciled {
            user: arguments.user.clone(),
            registration: arguments.registration.cloned(),
            ..Reconciled::default()
        })
    }
}

fn seen(scenario: &Value) -> Seen {
    let scenario = check::read_scenario(&scenario.to_string()).unwrap();
    let mut recorder = Recorder::default();
    let preview = explain::preview(&scenario, Some(&mut recorder));
    assert!(matches!(preview, Preview::One(outcome) if outcome.lambda_runs == 1));
    recorder.seen.remove(0)
}

fn scenario(version: &str, algorithm: &str) -> Value {
    json!({
        "fusionauth": version,
        "identityProvider": {"enabled": true},
        "login": {
            "userinfo": {"sub": "1", "email": "jane@example.com"},
            "idToken": token(&json!({"alg": algorithm}), &json!({"sub": "1"})),
            "accessToken": "opaque",
        },
    })
}

#[test]
fn arguments_came_with_versions() {
    for (version, hmac, asymmetric, tokens, context) in [
        ("1.28", false, false, false, false),
        ("1.30.2", false, false, false, false),
        ("1.31", true, false, false, false),
        ("1.37", true, false, false, false),
        ("1.47.1", true, false, false, false),
        ("1.48", true, true, true, false),
        ("1.63", true, true, true, false),
        ("1.64", true, true, true, true),
        ("1.65", true, true, true, true),
    ] {
        let with_secret = seen(&scenario(version, "HS256"));
        let with_key = seen(&scenario(version, "RS256"));
        assert_eq!(with_secret.id_token.is_some(), hmac, "{version}");
        assert_eq!(with_key.id_token.is_some(), asymmetric, "{version}");
        assert_eq!(with_key.tokens.is_some(), tokens, "{version}");
        assert_eq!(with_key.context, context, "{version}");
        assert!(with_key.registration, "{version}");
    }
}

#[test]
fn an_id_token_that_is_not_verified_is_not_passed_on() {
    let mut scenario = scenario("1.70", "RS256");
    scenario["login"]["idTokenVerified"] = json!(false);
    assert_eq!(seen(&scenario).id_token, None);
}

#[test]
fn both_encoded_tokens_are_passed_on_as_far_as_they_are_known() {
    let mut scenario = scenario("1.70", "RS256");
    let names = |scenario: &Value| seen(scenario).tokens.unwrap();
    assert_eq!(names(&scenario), ["access_token", "id_token"]);
    // Claims have no text that could be passed on.
    scenario["login"]["idToken"] = json!({"sub": "1"});
    assert_eq!(names(&scenario), ["access_token"]);
}
