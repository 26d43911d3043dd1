//! Every Cognito user of `tests/payloads` signs in: what becomes of the person follows from three claims.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a payload that cannot be read is a failing test"
)]

use reconcile_kit::check;
use reconcile_kit::claims::cognito::{self, Cognito};
use reconcile_kit::explain;
use reconcile_kit::model::LinkingStrategy;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A person, and what the payload's file says FusionAuth's default claims hold.
struct Person {
    payload: String,
    user: Cognito,
    claims: Value,
}

impl Person {
    fn claim(&self, name: &str) -> Option<&Value> {
        self.claims.get(name).filter(|value| !value.is_null())
    }

    fn is_unverified(&self) -> bool {
        matches!(self.claim("emailVerified"), Some(value) if *value == false || *value == "false")
    }

    /// The outcomes under the seven strategies.
    fn sign_in(&self, oauth2: &Value, users: &Value) -> Value {
        let scenario = json!({
            "identityProvider": {"enabled": true, "oauth2": oauth2},
            "users": users,
            "login": {"userinfo": self.user.userinfo(), "idToken": self.user.id_token_claims()},
        });
        let scenario = check::read_scenario(&scenario.to_string())
            .unwrap_or_else(|problems| panic!("{}: {problems:#?}", self.payload));
        serde_json::to_value(explain::compare(&scenario, None)).unwrap()
    }
}

fn people() -> Vec<Person> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/payloads");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|file| file.extension().is_some_and(|ending| ending == "json"));
    let people: Vec<_> = files.flat_map(|file| read(&file)).collect();
    assert!(people.len() >= 45, "payloads are missing");
    people
}

fn read(file: &Path) -> Vec<Person> {
    let payload: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let name = payload["id"].as_str().unwrap();
    let (users, logins) = match payload["login"].as_array() {
        Some(logins) => (cognito::read_list(&payload["payload"]).unwrap(), logins.clone()),
        None => (vec![cognito::read(&payload["payload"]).unwrap()], vec![payload["login"].clone()]),
    };
    assert_eq!(users.len(), logins.len(), "{name}");
    let pairs = users.into_iter().zip(logins);
    pairs.map(|(user, claims)| Person { payload: name.to_owned(), user, claims }).collect()
}

/// Status, decision and error's code.
type End = (u64, &'static str, Option<&'static str>);

const fn refused(code: &'static str) -> End {
    (401, "reject", Some(code))
}

/// What becomes of a person whom nobody knows.
fn of_a_stranger(person: &Person, strategy: LinkingStrategy) -> End {
    use LinkingStrategy as By;
    if person.claim("uniqueId").is_none() {
        return refused("MissingUniqueId");
    }
    match strategy {
        By::LinkAnonymously => (200, "create-anonymous", None),
        By::CreatePendingLink => (232, "pending", None),
        By::Disabled => (404, "not-linked", None),
        By::LinkByEmail | By::LinkByEmailForExistingUser if person.claim("email").is_none() => {
            refused("MissingEmail")
        }
        By::LinkByEmail | By::LinkByEmailForExistingUser if person.is_unverified() => {
            refused("UnverifiedEmail")
        }
        By::LinkByUsername | By::LinkByUsernameForExistingUser
            if person.claim("username").is_none() =>
        {
            refused("MissingUsername")
        }
        By::LinkByEmail | By::LinkByUsername => (200, "create", None),
        By::LinkByEmailForExistingUser => refused("UserDoesNotExistByEmail"),
        By::LinkByUsernameForExistingUser => refused("UserDoesNotExistByUsername"),
        By::Unsupported => panic!("nobody can choose it"),
    }
}

#[track_caller]
fn ends(outcome: &Value, expected: End, about: &str) {
    let (status, decision, code) = expected;
    assert_eq!(outcome["decision"], decision, "{about}");
    assert_eq!(outcome["status"], status, "{about}");
    assert_eq!(outcome["error"]["code"].as_str(), code, "{about}");
}

#[test]
fn a_stranger_is_what_the_strategy_makes_of_the_claims() {
    let mut codes = BTreeSet::new();
    for person in people() {
        let outcomes = person.sign_in(&json!({}), &json!([]));
        for strategy in LinkingStrategy::CHOICES {
            let about = format!("{} under {strategy}", person.payload);
            let outcome = &outcomes[strategy.name()];
            let expected = of_a_stranger(&person, strategy);
            ends(outcome, expected, &about);
            codes.extend(expected.2);
            if outcome["decision"] == "create" {
                let (field, claim) = match strategy {
                    LinkingStrategy::LinkByEmail => ("email", "email"),
                    _ => ("username", "username"),
                };
                let (made, told) = (&outcome["user"][field], person.claim(claim).unwrap());
                let [made, told] = [made, told].map(|value| value.as_str().unwrap());
                assert_eq!(made.to_lowercase(), told.trim().to_lowercase(), "{about}");
            }
        }
    }
    for code in ["MissingUniqueId", "MissingEmail", "UnverifiedEmail", "MissingUsername"] {
        assert!(codes.contains(code), "no payload leads to {code}");
    }
}

#[test]
fn the_identity_is_what_the_payload_says() {
    for person in people() {
        let outcomes = person.sign_in(&json!({}), &json!([]));
        let identity = &outcomes["LinkAnonymously"]["identity"];
        for (name, claim) in
            [("uniqueId", "uniqueId"), ("email", "email"), ("username", "username")]
        {
            let expected = person.claim(claim).cloned().unwrap_or_default();
            assert_eq!(identity[name]["value"], expected, "{} {name}", person.payload);
        }
        let verified = match person.claim("emailVerified") {
            Some(value) if *value == true || *value == "true" => json!(true),
            Some(_) if person.is_unverified() => json!(false),
            _ => Value::Null,
        };
        assert_eq!(identity["emailVerified"]["value"], verified, "{}", person.payload);
    }
}

#[test]
fn a_known_person_is_linked_to_the_account_that_exists() {
    for person in people() {
        let id = "00000000-0000-0001-0000-000000000001";
        let user = json!({
            "id": id, "email": person.claim("email"), "username": person.claim("username"),
        });
        let user: serde_json::Map<_, _> =
            user.as_object().unwrap().clone().into_iter().filter(|(_, v)| !v.is_null()).collect();
        let outcomes = person.sign_in(&json!({}), &json!([user]));
        for strategy in LinkingStrategy::CHOICES {
            let about = format!("{} under {strategy}", person.payload);
            let outcome = &outcomes[strategy.name()];
            let expected = match of_a_stranger(&person, strategy) {
                (200, "create", None)
                | (401, _, Some("UserDoesNotExistByEmail" | "UserDoesNotExistByUsername")) => {
                    assert_eq!(outcome["link"]["userId"], id, "{about}");
                    (200, "link-existing", None)
                }
                other => other,
            };
            ends(outcome, expected, &about);
        }
    }
}

#[test]
fn everybody_with_a_unique_id_can_be_linked_anonymously() {
    for person in people().iter().filter(|person| person.claim("uniqueId").is_some()) {
        let outcomes = person.sign_in(&json!({}), &json!([]));
        ends(&outcomes["LinkAnonymously"], (200, "create-anonymous", None), &person.payload);
    }
}

#[test]
fn everybody_can_be_linked_on_cognitos_own_user_name() {
    for person in people().iter().filter(|person| person.claim("uniqueId").is_some()) {
        let Some(name) = person.user.claims.user_name() else { continue };
        for claim in ["username", "cognito:username"] {
            let outcomes = person.sign_in(&json!({"usernameClaim": claim}), &json!([]));
            let about = format!("{} by {claim}", person.payload);
            ends(&outcomes["LinkByUsername"], (200, "create", None), &about);
            assert_eq!(outcomes["LinkByUsername"]["user"]["username"], name, "{about}");
        }
    }
}

#[test]
fn groups_become_roles_through_an_attribute_mapping() {
    let mapping = json!({"registration.roles": "/id_token/cognito:groups"});
    for person in people().iter().filter(|person| person.claim("uniqueId").is_some()) {
        let Some(groups) = person.user.claims.get("cognito:groups") else { continue };
        let scenario = json!({
            "identityProvider": {
                "enabled": true, "linkingStrategy": "LinkByUsername",
                "oauth2": {"usernameClaim": "sub"}, "attributeMappings": mapping,
            },
            "login": {"userinfo": person.user.userinfo(), "idToken": person.user.id_token_claims()},
        });
        let scenario = check::read_scenario(&scenario.to_string()).unwrap();
        let outcome = serde_json::to_value(explain::preview(&scenario, None)).unwrap();
        let mut expected = groups.as_array().unwrap().clone();
        expected.sort_by_key(ToString::to_string);
        expected.dedup();
        assert_eq!(outcome["registration"]["roles"], Value::Array(expected), "{}", person.payload);
    }
}
