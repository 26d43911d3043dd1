//! What the fuzz targets do with their bytes. Whatever these are, there is an answer and no panic.

use reconcile_kit::claims::cognito::{self, Cognito, Form};
use reconcile_kit::claims::jwt;
use reconcile_kit::mapping::{Arguments, Author, Failure, Reconciled, Reconciler, read_answer};
use reconcile_kit::model::Diagnostic;
use reconcile_kit::policy::export::Form as Written;
use reconcile_kit::policy::{self, Claims, Given, Input, Policy, Wanted, Way};
use reconcile_kit::scenario::Scenario;
use reconcile_kit::{check, explain};
use serde_json::{Map, Value};

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

/// Reads the bytes as a policy, and what stands behind the first NUL as what it is run on. Runs the policy, exports
/// it, and asks about it.
///
/// # Panics
///
/// When an answer is not what it should be; that is a finding.
pub fn policy(data: &[u8]) {
    let mut parts = data.splitn(2, |byte| *byte == 0);
    let (document, given) = (parts.next().unwrap_or_default(), parts.next());
    let text = match check::decode_text(document) {
        Ok(text) => text,
        Err(problem) => return says_what_to_do(&[problem]),
    };
    says_what_to_do(&check::check(text));
    let policy = match check::read_policy(text) {
        Ok(policy) => policy,
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a reason");
            return says_what_to_do(&problems);
        }
    };
    let wanted = Wanted::of(&policy);
    for text in GIVEN {
        run(&policy, &Given::read(text, &wanted).expect("what a policy is run on"));
    }
    let given = given.and_then(|given| std::str::from_utf8(given).ok());
    if let Some(Ok(given)) = given.map(|given| Given::read(given, &wanted)) {
        run(&policy, &given);
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

fn run(policy: &Policy, given: &Given) {
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

fn says_what_to_do(findings: &[Diagnostic]) {
    for finding in findings {
        assert!(!finding.code.is_empty(), "a finding without a code: {finding:?}");
        assert!(!finding.message.is_empty(), "a finding without words: {finding:?}");
        assert!(!finding.help.is_empty(), "a finding without help: {finding:?}");
    }
}
