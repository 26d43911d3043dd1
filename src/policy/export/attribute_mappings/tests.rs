#![expect(clippy::unwrap_used, reason = "a failing test may end at once")]

use serde_json::json;

use super::*;
use crate::mapping::{Arguments, AttributeMappings, Reconciled, Reconciler};
use crate::model::{ProviderType, Registration, Severity, User, Version};
use crate::policy::read;
use proptest::prelude::*;

fn policy(document: &Value) -> Policy {
    read(document).unwrap()
}

fn mappings(exported: &Exported) -> Value {
    let document: Value = serde_json::from_str(&exported.text).unwrap_or_default();
    document.get("attributeMappings").cloned().unwrap_or_default()
}

#[test]
fn copies_become_mappings() {
    let exported = attribute_mappings(&policy(&json!({
        "map": {
            "user.firstName": "given_name",
            "user.lastName": { "from": "jwt.name.family" },
            "user.data.street": "/claims/address.1/street",
            "user.data.dept": "/id_token/custom:dept~1a",
            "registration.data.a.b": "id_token.custom:b"
        }
    })));
    assert_eq!(
        mappings(&exported),
        json!({
            "user.firstName": "jwt.given_name",
            "user.lastName": "jwt.name.family",
            "user.data.street": "/jwt/address.1/street",
            "user.data.dept": "/id_token/custom:dept~1a",
            "registration.data.a.b": "id_token.custom:b"
        })
    );
    let said: Vec<_> = exported.findings.iter().map(|found| found.path.as_str()).collect();
    assert_eq!(said, ["/map/user.data.street", "/map/user.firstName", "/map"]);
    assert!(exported.findings.iter().all(|found| found.severity == Severity::Info));
}

#[test]
fn lists_are_copied_with_a_warning() {
    let exported = attribute_mappings(&policy(&json!({
        "map": { "registration.roles": "id_token.cognito:groups" }
    })));
    assert_eq!(mappings(&exported), json!({ "registration.roles": "id_token.cognito:groups" }));
    assert_eq!(exported.findings.first().map(|found| found.severity), Some(Severity::Warning));
}

#[test]
fn what_is_no_copy_is_named_with_its_reason() {
    for (rule, why) in [
        (json!({ "value": "x" }), "it writes a constant"),
        (json!({ "join": ["a", "b"] }), "it joins claims"),
        (json!({ "from": ["a", "b"] }), "it reads the first of several claims"),
        (json!("email_verified"), "it reads the canonical form of `email_verified`"),
        (json!({ "from": "a", "transform": "trim" }), "it transforms the value"),
        (json!({ "from": "a", "table": { "x": "y" } }), "it has a table"),
        (json!({ "from": "a", "default": "x" }), "it has a default"),
        (json!({ "from": "a", "when": "b" }), "it has a condition"),
        (json!({ "from": "a", "write": "if-empty" }), "it does not write at every login"),
        (json!({ "from": "a", "missing": "clear" }), "it says what happens without a value"),
        (json!({ "from": "a", "unusable": "reject" }), "it refuses what it cannot use"),
    ] {
        let exported = attribute_mappings(&policy(&json!({ "map": { "user.data.x": rule } })));
        assert_eq!(exported.text, "");
        let said: Vec<_> =
            exported.findings.iter().map(|found| (found.path.as_str(), &found.message)).collect();
        let message = format!("`user.data.x` is no plain copy of a claim: {why}");
        assert_eq!(said, [("/map/user.data.x", &message)]);
    }
}

#[test]
fn every_rule_and_gate_that_is_no_copy_is_named() {
    let exported = attribute_mappings(&policy(&json!({
        "gates": [{ "require": "email" }],
        "map": {
            "user.firstName": ["given_name", "name"],
            "/user/data/a.b": "x",
            "user.id": "sub",
            "user.memberships": "id_token.groups",
            "user.lastName": "family_name"
        }
    })));
    assert_eq!(exported.text, "");
    let paths: Vec<_> = exported.findings.iter().map(|found| found.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "/gates/0",
            "/map/~1user~1data~1a.b",
            "/map/user.firstName/0",
            "/map/user.firstName/1",
            "/map/user.id",
            "/map/user.memberships",
        ]
    );
    assert!(
        exported.findings.iter().all(|found| {
            found.code == "policy-not-a-copy" && found.severity == Severity::Error
        })
    );
}

/// Fields of every kind that a text can fill, and claims that are copied.
const FIELDS: [&str; 9] = [
    "user.firstName",
    "user.email",
    "user.birthDate",
    "user.imageUrl",
    "user.timezone",
    "user.data.x",
    "user.data.y.z",
    "registration.username",
    "registration.data.team",
];
const CLAIMS: [&str; 5] = ["jwt.a", "/jwt/a.b", "jwt.deep.a", "id_token.a", "jwt.none"];

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        "[ -~äß😀]{1,12}".prop_map(Value::from),
        Just(json!("1990-02-28")),
        Just(json!("Europe/Berlin")),
        Just(json!("https://example.com/a.png")),
        Just(Value::Null),
    ]
}

fn run(mut by: impl Reconciler, userinfo: &Value, id_token: Option<&Value>) -> Reconciled {
    let left = by.reconcile(&Arguments {
        run: 1,
        exploring: false,
        version: Version::NEWEST,
        provider: ProviderType::OpenIdConnect,
        console_warn: "exists",
        user: User::blank().fields(),
        registration: Some(Registration::blank().fields()),
        userinfo: userinfo.as_object().unwrap(),
        id_token: id_token.and_then(Value::as_object),
        tokens: None,
        context: true,
    });
    left.unwrap()
}

proptest! {
    #[test]
    fn fusionauths_mappings_do_what_the_policy_does(
        map in prop::collection::btree_map(prop::sample::select(&FIELDS[..]), prop::sample::select(&CLAIMS[..]), 1..6),
        [a, dotted, deep, of_token] in [any_value(), any_value(), any_value(), any_value()],
        has_token in any::<bool>(),
    ) {
        let policy = policy(&json!({ "map": map }));
        let exported = attribute_mappings(&policy);
        let document = mappings(&exported);
        let document = document.as_object().unwrap().iter();
        let texts = document.map(|(key, value)| (key.clone(), value.as_str().unwrap().to_owned()));
        let (mappings, faults) =
            AttributeMappings::read(&texts.collect(), ProviderType::OpenIdConnect);
        prop_assert_eq!(faults, []);
        let userinfo = json!({ "a": a, "a.b": dotted, "deep": { "a": deep } });
        let id_token = json!({ "a": of_token });
        let id_token = has_token.then_some(&id_token);
        let (ours, theirs) =
            (run(&policy, &userinfo, id_token), run(&mappings, &userinfo, id_token));
        prop_assert_eq!(ours.user, theirs.user);
        prop_assert_eq!(ours.registration, theirs.registration);
    }
}
