//! How all of it is said, and that all goes on afterwards.

use reconcile_kit::model::Diagnostic;
use reconcile_kit::{check, explain};
use serde_json::{Value, json};

/// Documents with as many kinds of trouble as can be had.
fn troubled() -> Vec<String> {
    let user = json!({"id": "u", "email": 5, "data": [], "active": "no", "expiry": "soon"});
    let link = json!({"identityProviderId": 1, "insertInstant": 1e30, "lastLoginInstant": 1.5});
    let provider = json!({
        "linkingStrategy": 5, "enabled": "yes", "oauth2": [], "attributeMappings": {"user.x": 1},
        "applicationConfiguration": [], "tenantConfiguration": {"t": {"limitUserLinkCount": 5}},
    });
    let mut documents = vec![
        json!({"identityProvider": provider, "users": [user, {}], "links": [link], "login": []}),
        json!({"identityProvider": {"applicationConfiguration": {"a": {}, "b": {}}}, "login": {}}),
        json!({"identityProvider": {}, "users": [{"id": "u"}], "login": {}, "links": [
            {"identityProviderId": "i", "identityProviderUserId": "s", "userId": "u"},
        ]}),
        json!({"identityProvider": {}, "users": [{}], "login": {}, "loginValidation": {"x": 1}}),
        json!({"identityProvider": {}, "login": {}, "actions": [{"expiry": 1e30}]}),
        json!({"identityProvider": {}, "login": {"noLink": 1, "idTokenVerified": "", "x": 1}}),
        json!({"identityProvider": {}, "login": {}, "lambda": {"debug": 1}, "$schema": 5}),
        json!({"identityProvider": {"oauth2": {"scope": 5}}, "login": {}, "now": 5}),
    ];
    let users = json!([{"id": "u"}]);
    for instant in [json!(1.5), json!(1e30), json!(-1e30)] {
        let link = json!({
            "identityProviderId": "i", "identityProviderUserId": "s", "userId": "u",
            "insertInstant": instant,
        });
        documents.push(json!({
            "identityProvider": {"id": "i"}, "users": users, "links": [link], "login": {}
        }));
    }
    let mut texts: Vec<String> = documents.iter().map(Value::to_string).collect();
    texts.extend(["", "{", "[1,", "nul", "\u{0}", "{\"a\":\"\\ud800\"}"].map(str::to_owned));
    texts
}

/// Words that only somebody who reads Rust understands.
const RUST: [&str; 18] = [
    "u8", "u16", "u32", "u64", "u128", "i32", "i64", "f64", "usize", "Vec", "Option", "Some",
    "None", "BTreeMap", "String", "struct", "enum", "tuple",
];

/// Whether a finding is one that everybody understands, with a place, a page and help.
pub(super) fn is_in_plain_words(finding: &Diagnostic) {
    let said = format!("{}: {}", finding.code, finding.message);
    let first = finding.message.chars().next().unwrap();
    assert!(first.is_lowercase() || first == '`', "{said}");
    assert!(!finding.message.ends_with('.') && !finding.message.contains('\n'), "{said}");
    assert!(!finding.help.is_empty(), "{said}");
    assert_eq!(finding.url, format!("docs/rules/{}.md", finding.code));
    assert!(finding.code.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{said}");
    assert!(finding.line.is_some() && finding.column.is_some(), "{said}");
    let expected = finding.expected.clone().unwrap_or_default();
    for text in [&finding.message, &finding.help, &expected] {
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        assert!(!words.any(|word| RUST.contains(&word)), "{said}: `{text}`");
    }
}

#[test]
fn every_problem_is_put_in_plain_words() {
    for text in troubled() {
        let findings = check::check(&text);
        for finding in findings.iter().chain(check::read_scenario(&text).err().iter().flatten()) {
            is_in_plain_words(finding);
        }
    }
}

#[test]
fn after_bad_input_all_goes_on_as_before() {
    let good = r#"{"identityProvider": {}, "login": {"userinfo": {"sub": "1", "email": "j@example.com"}}}"#;
    let preview = || explain::preview(&check::read_scenario(good).unwrap(), None);
    let before = preview();
    for text in troubled() {
        let _ = check::read_scenario(&text);
        let _ = check::check(&text);
    }
    assert_eq!(preview(), before);
}
