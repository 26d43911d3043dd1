//! Bytes as a policy, and as what it is run on.

use reconcile_kit::check;
use reconcile_kit::policy::export::Form as Written;
use reconcile_kit::policy::{self, Claims, Given, Input, Policy, Wanted, Way};
use serde_json::{Map, Value};

use super::findings::{lies_within, refused_for_a_reason, says_what_to_do};

/// Reads the bytes as a policy, and what stands behind the first NUL as what it is run on. Runs the policy, exports
/// it, and asks about it.
///
/// # Panics
///
/// When an answer is not what it should be; that is a finding.
pub fn run(data: &[u8]) {
    let mut parts = data.splitn(2, |byte| *byte == 0);
    let (document, given) = (parts.next().unwrap_or_default(), parts.next());
    let text = match check::decode_text(document) {
        Ok(text) => text,
        Err(problem) => return refused_for_a_reason(&[problem]),
    };
    let findings = check::check(text);
    says_what_to_do(&findings);
    lies_within(&findings, text);
    let policy = match check::read_policy(text) {
        Ok(policy) => policy,
        Err(problems) => {
            lies_within(&problems, text);
            return refused_for_a_reason(&problems);
        }
    };
    let wanted = Wanted::of(&policy);
    for text in GIVEN {
        run_given(&policy, &Given::read(text, &wanted).expect("what a policy is run on"));
    }
    let given = given.and_then(|given| std::str::from_utf8(given).ok());
    if let Some(Ok(given)) = given.map(|given| Given::read(given, &wanted)) {
        run_given(&policy, &given);
    }
    for form in ["lambda", "attribute-mappings", "login-validation", "kickstart"] {
        let form = Written::by_name(form).expect("a form");
        let exported = policy.export(form);
        says_what_to_do(&exported.findings);
        assert!(
            !exported.text.is_empty() || !exported.findings.is_empty(),
            "nothing, without a reason"
        );
    }
    let fields = policy.fields.iter().map(|field| field.target.name());
    for question in fields.chain(["registration.roles=admin".to_owned()]) {
        why(&policy, &question);
    }
    assert!(policy::diff(&policy, &policy).same, "a policy differs from itself");
    for changed in changed(text) {
        compare(&policy, &changed);
    }
}

/// A new user, and one that is stored and has claims of every type under the names that seeds use.
const GIVEN: [&str; 3] = [
    r#"{"user":{},"registration":{},"jwt":{"sub":"1","email":"jane@example.com","email_verified":"true"}}"#,
    r#"{
        "user": {
            "insertInstant": 1, "firstName": "Jane", "birthDate": "1990-12-31", "mobilePhone": "",
            "preferredLanguages": ["en"], "data": { "plan": "pro", "groups": [1, "a"], "team": { "name": null } }
        },
        "registration": { "insertInstant": 1, "roles": ["user", "admin"], "data": [] },
        "jwt": {
            "sub": "2", "email": "", "email_verified": true, "given_name": ["Jane", 5, {}], "name": " Jane  Doe ",
            "phone_number_verified": "false", "birthdate": "12/31/1990", "locale": "en-us", "zoneinfo": 1.5,
            "identities": "[{\"providerName\":\"Google\",\"userId\":\"g\"}]", "custom:plan": "2", "username": "Google_g"
        },
        "id_token": {
            "cognito:groups": ["Admins", "eu-west-1_EXAMPLE_Google", "Editors"], "custom:level": 9007199254740993,
            "address": { "formatted": "Main St 1" }, "__proto__": { "x": 1 }
        }
    }"#,
    r#"{"user":{"data":"x"},"registration":null,"jwt":null,"id_token":{"cognito:groups":"[Admins, Editors]"}}"#,
];

fn run_given(policy: &Policy, given: &Given) {
    let input = given.input();
    let (plain, mut explained) = (policy.run(&input, false), policy.run(&input, true));
    assert!(explained.trace.take().is_some(), "there is no trace");
    for write in &mut explained.writes {
        assert!(write.from.take().is_some(), "a write of no origin");
    }
    assert_eq!(plain, explained, "explained, another result");
    assert!(plain.allowed || plain.writes.is_empty(), "a refusal that writes");
    let text = serde_json::to_string(&plain).expect("a result has JSON text");
    serde_json::from_str::<Value>(&text).expect("a result's text is JSON");
}

/// Asks how a field gets a value, and runs the policy on the claims that are named.
fn why(policy: &Policy, question: &str) {
    let why = policy::why(policy, question).expect("the field is known");
    assert_eq!(why.ways.is_empty(), why.reason.is_some(), "no way and no reason, or both");
    for way in &why.ways {
        assert!(!way.confirmed || way.claims.is_some(), "confirmed without claims");
        run_on(policy, way);
    }
}

fn run_on(policy: &Policy, way: &Way) {
    let Some(claims) = &way.claims else { return };
    let (mut user, registration) = (Map::new(), Map::new());
    if way.new_user == Some(false) {
        user.insert("insertInstant".to_owned(), Value::from(1));
    }
    let claims = Claims { userinfo: &claims.jwt, id_token: claims.id_token.as_ref() };
    let input = Input { user: &user, registration: Some(&registration), claims };
    let result = policy.run(&input, false);
    assert!(result.allowed, "the claims of a way are refused: {way:?}");
    assert!(result.writes.iter().any(|write| write.rule.contains(&way.rule)), "no way: {way:?}");
}

/// The policy without its gates, with its first field mapped to a constant, and with its first text changed.
fn changed(text: &str) -> Vec<Policy> {
    let Ok(document) = check::parse(text) else { return Vec::new() };
    let mut texts = Vec::new();
    for change in [without_gates, with_a_constant, with_another_text] {
        let mut document = document.clone();
        change(&mut document);
        texts.push(document.to_string());
    }
    texts.iter().filter_map(|text| check::read_policy(text).ok()).collect()
}

fn without_gates(document: &mut Value) {
    if let Some(document) = document.as_object_mut() {
        document.remove("gates");
    }
}

fn with_a_constant(document: &mut Value) {
    let map = document.get_mut("map").and_then(Value::as_object_mut);
    if let Some((_, rule)) = map.and_then(|map| map.iter_mut().next()) {
        *rule = serde_json::json!({ "value": "x" });
    }
}

/// Changes the first text that stands as a value, such as a claim's name or what a condition compares with.
fn with_another_text(value: &mut Value) {
    fn change(value: &mut Value) -> bool {
        match value {
            Value::String(text) => {
                text.push('x');
                true
            }
            Value::Array(items) => items.iter_mut().any(change),
            Value::Object(fields) => fields.values_mut().any(change),
            _ => false,
        }
    }
    for key in ["map", "gates"] {
        if value.get_mut(key).is_some_and(change) {
            return;
        }
    }
}

fn compare(policy: &Policy, changed: &Policy) {
    for (old, new) in [(policy, changed), (changed, policy)] {
        let diff = policy::diff(old, new);
        let is_silent = diff.differences.is_empty() && diff.undecided.is_empty();
        assert_eq!(diff.same, is_silent, "the same, with differences: {diff:?}");
        let text = serde_json::to_string(&diff).expect("a difference has JSON text");
        serde_json::from_str::<Value>(&text).expect("a difference's text is JSON");
    }
}
