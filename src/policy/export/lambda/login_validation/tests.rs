#![expect(clippy::unwrap_used, reason = "a failing test may end at once")]

use super::*;
use crate::model::Severity;
use crate::policy::read;
use serde_json::{Value, json};

fn export(policy: &Value) -> Exported {
    login_validation(&read(policy).unwrap())
}

fn said(exported: &Exported) -> Vec<(&str, Severity, &str)> {
    let findings = exported.findings.iter();
    findings.map(|found| (found.code.as_str(), found.severity, found.path.as_str())).collect()
}

/// What a gate reads under a policy with these rules.
fn reading(rules: &Value, strategy: &str, require: &Value) -> Option<String> {
    let exported = export(&json!({
        "linkingStrategy": strategy, "gates": [{ "require": require }], "map": rules
    }));
    let (_, rest) = exported.text.split_once("    return;\n  }\n  const ")?;
    let (_, read) = rest.split_once(";\n")?.0.split_once(" = ")?;
    Some(read.to_owned())
}

#[test]
fn a_gate_reads_the_field_into_which_the_claim_is_copied() {
    let (email, username) = ("LinkByEmail", "LinkByUsername");
    let asks = json!({ "claim": "x", "equals": "a" });
    for (rules, strategy, require, expected) in [
        (json!({ "user.data.d": clear("x") }), email, asks.clone(), Some("at(user.data, ['d'])")),
        (
            json!({ "user.data.a.b": clear("x") }),
            email,
            asks.clone(),
            Some("at(user.data, ['a', 'b'])"),
        ),
        (
            json!({ "user.data.a-b": clear("x") }),
            email,
            asks.clone(),
            Some("at(user.data, ['a-b'])"),
        ),
        (
            json!({ "user.data.toString": clear("x") }),
            email,
            asks.clone(),
            Some("at(user.data, ['toString'])"),
        ),
        (
            json!({ "user.firstName": clear("x") }),
            email,
            asks.clone(),
            Some("present(user.firstName)"),
        ),
        (
            json!({ "user.firstName": clear("x"), "user.data.d": "x" }),
            email,
            asks.clone(),
            Some("present(user.firstName)"),
        ),
        (
            json!({ "user.firstName": clear("x"), "user.data.d": clear("x") }),
            email,
            asks.clone(),
            Some("at(user.data, ['d'])"),
        ),
        (json!({ "user.data.d": "x" }), email, asks.clone(), Some("at(user.data, ['d'])")),
        // Not at every login, not the claim itself, or not what the claim says.
        (
            json!({ "user.data.d": { "from": "x", "write": "on-create" } }),
            email,
            asks.clone(),
            None,
        ),
        (json!({ "user.data.d": { "from": "x", "transform": "trim" } }), email, asks.clone(), None),
        (json!({ "user.data.d": { "from": "x", "default": "a" } }), email, asks.clone(), None),
        (json!({ "user.data.d": ["x", "y"] }), email, asks.clone(), None),
        (json!({ "user.data.d": "jwt.x" }), email, asks.clone(), None),
        (json!({ "user.timezone": clear("x") }), email, asks.clone(), None),
        (json!({ "registration.data.d": clear("x") }), email, asks.clone(), None),
        (
            json!({ "user.firstName": clear("x") }),
            email,
            json!({ "claim": "x", "equals": 5 }),
            None,
        ),
        (json!({}), email, json!({ "claim": "email", "equals": "a" }), Some("present(user.email)")),
        (json!({}), username, json!({ "claim": "email", "equals": "a" }), None),
        (json!({}), email, json!({ "claim": "jwt.email", "equals": "a" }), None),
        (json!({}), email, json!({ "verified": "email" }), None),
    ] {
        let read = reading(&rules, strategy, &require);
        assert_eq!(read.as_deref(), expected, "{rules} {require}");
    }
}

fn clear(claim: &str) -> Value {
    json!({ "from": claim, "missing": "clear" })
}

#[test]
fn gates_that_need_claims_are_left_out_and_named() {
    let exported = export(&json!({
        "gates": [
            { "require": { "all": ["x", "y", { "not": "x" }] } },
            { "id": "stored", "require": { "claim": "y", "equals": "a" } },
            { "require": { "any": ["y", { "newUser": true }] } }
        ],
        "map": { "user.data.y": clear("y") }
    }));
    assert_eq!(
        said(&exported),
        [
            ("policy-gate-needs-claims", Severity::Warning, "/gates/0"),
            ("policy-gate-needs-claims", Severity::Warning, "/gates/2"),
        ]
    );
    let messages: Vec<_> = exported.findings.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the gate `gate-1` asks for `x`, and a login validation has no claims",
            "the gate `gate-3` asks whether the user is new, and a login validation cannot know that",
        ]
    );
    assert!(exported.text.contains("deny(result, 'stored', "));
    assert_eq!(exported.text.matches("  deny(result, ").count(), 1);
}

#[test]
fn what_may_be_stale_or_changed_is_said() {
    let severity = |rules: Value, claim: &str| {
        let require = json!({ "claim": claim, "equals": "a" });
        let exported = export(&json!({ "gates": [{ "require": require }], "map": rules }));
        exported.findings.first().map(|found| (found.code.clone(), found.severity))
    };
    let stored = |severity| Some(("policy-gate-stored".to_owned(), severity));
    assert_eq!(severity(json!({ "user.data.x": clear("x") }), "x"), None);
    assert_eq!(severity(json!({ "user.data.x": "x" }), "x"), stored(Severity::Warning));
    assert_eq!(severity(json!({ "user.firstName": clear("x") }), "x"), stored(Severity::Info));
    assert_eq!(severity(json!({}), "email"), stored(Severity::Warning));
    let exists =
        export(&json!({ "gates": [{ "require": "x" }], "map": { "user.data.x": clear("x") } }));
    assert_eq!(said(&exists), [("policy-gate-stored", Severity::Info, "/gates/0")]);
}

#[test]
fn without_a_gate_there_is_no_lambda() {
    for gates in [json!([]), json!([{ "require": "x" }])] {
        let exported = export(&json!({ "gates": gates, "map": {} }));
        assert_eq!(exported.text, "");
        assert_eq!(
            exported.findings.last().map(|found| found.code.as_str()),
            Some("policy-no-gates")
        );
    }
}

/// The policies beside the golden files, and the texts that they become.
#[test]
fn the_golden_files_are_what_is_exported() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/policies/exported");
    let update = std::env::var_os("RECONCILE_KIT_UPDATE").is_some();
    for name in ["login-validation", "login-validation-every-test"] {
        let policy = std::fs::read_to_string(folder.join(format!("{name}.json"))).unwrap();
        let document: Value = serde_json::from_str(&policy).unwrap();
        let exported = export(document.get("policy").unwrap());
        let golden = folder.join(format!("{name}.js"));
        if update {
            std::fs::write(&golden, &exported.text).unwrap();
        }
        assert_eq!(exported.text, std::fs::read_to_string(golden).unwrap(), "{name}");
        for taken in ["#{", "@{", "&{"] {
            assert!(!exported.text.contains(taken), "{name}: {taken}");
        }
    }
}
