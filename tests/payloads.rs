//! What Cognito really sends: payloads from its docs and from public code, one file each.
//!
//! `tests/payloads/README.md` says what a file holds.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that fails ends at once"
)]

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reconcile_kit::claims::cognito::{self, Cognito, Form, find_claim};
use reconcile_kit::claims::jwt;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// Every payload there must be: P tokens and userinfo, H an HTTP API's claims, U users of the API,
/// T events of triggers.
const IDS: [&str; 45] = [
    "P1", "P2", "P2b", "P2c", "P3", "P4", "P4b", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12",
    "P13", "P14", "P15", "P16", "P17", "P18", "P19", "P20", "P21", "P22", "P23", "P24", "P25",
    "P26", "P27", "H1", "U1", "U2", "U3", "U4", "U5", "U6", "T1", "T2", "T3", "T4", "T5", "T6",
    "T7", "T8",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    title: String,
    source: String,
    #[serde(default)]
    note: Option<String>,
    form: Form,
    payload: Value,
    expect: OneOrMany<Map<String, Value>>,
    #[serde(default)]
    absent: Vec<String>,
    #[serde(default)]
    derived: Map<String, Value>,
    #[serde(default)]
    notes: Vec<String>,
    login: OneOrMany<Login>,
}

/// What FusionAuth's default claims resolve to, as the values come.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Login {
    unique_id: Value,
    email: Value,
    email_verified: Value,
    username: Value,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany<T> {
    Many(Vec<T>),
    One(T),
}

impl<T> OneOrMany<T> {
    fn all(&self) -> &[T] {
        match self {
            Self::Many(all) => all,
            Self::One(one) => std::slice::from_ref(one),
        }
    }
}

fn cases() -> impl Iterator<Item = Case> {
    IDS.into_iter().map(|id| {
        let path = folder().join(id).with_extension("json");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{id}: {error}"));
        let case: Case =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(case.id, id);
        case
    })
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/payloads")
}

/// The users of a payload: a list has several.
fn users(case: &Case) -> Vec<Cognito> {
    let read = match case.expect {
        OneOrMany::Many(_) => cognito::read_list(&case.payload),
        OneOrMany::One(_) => cognito::read(&case.payload).map(|user| vec![user]),
    };
    read.unwrap_or_else(|refusal| panic!("{}: {refusal:?}", case.id))
}

#[test]
fn no_payload_is_left_out() {
    let mut files = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path());
    assert!(files.all(|file| {
        let stem = file.file_stem().unwrap().to_str().unwrap();
        IDS.contains(&stem) || stem == "README"
    }));
    for case in cases() {
        assert!(!case.title.is_empty() && !case.source.is_empty(), "{}", case.id);
        assert_ne!(case.note.as_deref(), Some(""), "{}", case.id);
    }
}

#[test]
fn every_payload_is_recognised() {
    for case in cases() {
        assert_eq!(cognito::detect(&case.payload), Some(case.form), "{}", case.id);
    }
}

#[test]
fn every_payload_gives_its_canonical_claims() {
    for case in cases() {
        let users = users(&case);
        assert_eq!(users.len(), case.expect.all().len(), "{}", case.id);
        for (user, expected) in users.iter().zip(case.expect.all()) {
            assert_eq!(user.form, case.form, "{}", case.id);
            for (name, value) in expected {
                assert_eq!(user.claims.get(name), Some(value), "{} {name}", case.id);
            }
            for name in &case.absent {
                // In a list of several users, some have what others lack.
                let may_have = users.len() > 1 && expected.contains_key(name);
                assert!(may_have || user.claims.get(name).is_none(), "{} {name}", case.id);
            }
        }
    }
}

#[test]
fn nothing_is_noted_that_is_as_it_should_be() {
    for case in cases() {
        let users = users(&case);
        let notes: Vec<_> = users.iter().flat_map(|user| &user.notes).collect();
        let codes: Vec<_> = notes.iter().map(|note| note.code.as_str()).collect();
        assert_eq!(codes, case.notes, "{}", case.id);
        for note in notes {
            assert!(!note.help.is_empty(), "{} {}", case.id, note.code);
            let place = case.payload.pointer(&note.path);
            assert!(place.is_some(), "{} {} points to {}", case.id, note.code, note.path);
        }
    }
}

#[test]
fn groups_provider_and_pool_are_told() {
    for case in cases() {
        for user in users(&case) {
            for (name, expected) in &case.derived {
                let told = match name.as_str() {
                    "groups" => json!(user.groups()),
                    "assignedGroups" => json!(user.assigned_groups()),
                    "provider" => json!(user.provider()),
                    "pool" => json!(user.pool()),
                    "region" => json!(user.region()),
                    "status" => json!(user.status()),
                    other => panic!("{}: {other} cannot be derived", case.id),
                };
                assert_eq!(told, *expected, "{} {name}", case.id);
            }
        }
    }
}

#[test]
fn the_login_claims_are_those_that_cognito_would_send() {
    for case in cases() {
        for (user, login) in users(&case).iter().zip(case.login.all()) {
            let sent = match case.form {
                Form::Userinfo => case.payload.as_object().unwrap().clone(),
                _ => user.id_token_claims(),
            };
            for (claim, expected) in [
                ("sub", &login.unique_id),
                ("email", &login.email),
                ("email_verified", &login.email_verified),
                ("preferred_username", &login.username),
            ] {
                let value = sent.get(claim).filter(|value| **value != "").unwrap_or(&Value::Null);
                assert_eq!(value, expected, "{} {claim}", case.id);
            }
        }
    }
}

#[test]
fn every_id_token_survives_as_text() {
    let header = json!({"kid": "abcdefghijkl=", "alg": "RS256"});
    for case in cases().filter(|case| case.form == Form::IdToken) {
        // Cognito escapes every slash in a token's text.
        let claims = case.payload.to_string().replace('/', "\\/");
        let [header, claims] =
            [header.to_string(), claims].map(|part| URL_SAFE_NO_PAD.encode(part));
        let id_token = jwt::decode(&format!("{header}.{claims}.ZHVtbXkgc2lnbmF0dXJl")).unwrap();
        assert_eq!(id_token.header.kid.as_deref(), Some("abcdefghijkl="));
        assert_eq!(Value::Object(id_token.claims), case.payload, "{}", case.id);
    }
}

#[test]
fn every_user_survives_as_an_id_token() {
    for case in cases() {
        for user in users(&case) {
            let claims = Value::Object(user.id_token_claims());
            let again = cognito::read_as(Form::IdToken, &claims).expect("an object");
            assert_eq!(again.claims, user.claims, "{}", case.id);
        }
    }
}

#[test]
fn every_profile_survives_as_userinfo() {
    for case in cases() {
        for user in users(&case) {
            let answer = user.userinfo();
            assert!(answer.values().all(Value::is_string), "{}", case.id);
            let again =
                cognito::read_as(Form::Userinfo, &Value::Object(answer)).expect("an object");
            for (name, value) in user.claims.as_map() {
                let profile =
                    find_claim(name).map_or(name.contains("custom:"), |claim| claim.in_userinfo);
                let kept = again.claims.get(name);
                assert_eq!(kept, profile.then_some(value), "{} {name}", case.id);
            }
        }
    }
}
