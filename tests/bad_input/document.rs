//! JSON that is no scenario: keys, types and names.

use super::{is, problem, problems, with};
use serde_json::{Value, json};

#[test]
fn unknown_keys_name_the_nearest_one() {
    for (document, path, place, help) in [
        (with("usrs", &json!([])), "/usrs", (3, 9), "did you mean `users`?"),
        (with("application_id", &json!("")), "/application_id", (3, 19), "`application`"),
        (with("lambda", &json!({"fiel": "x.js"})), "/lambda/fiel", (3, 19), "did you mean `file`?"),
        (
            r#"{"identityProvider": {}, "login": {"idtoken": {}}}"#.to_owned(),
            "/login/idtoken",
            (1, 47),
            "did you mean `idToken`?",
        ),
    ] {
        let problem = problem(&document);
        is(&problem, "unknown-key", path, place);
        assert!(problem.help.contains(help), "{}", problem.help);
        assert!(problem.expected.is_some());
    }
}

#[test]
fn a_missing_key_is_named() {
    let refused = problem(r#"{"login": {}}"#);
    is(&refused, "missing-key", "", (1, 1));
    assert!(refused.message.contains("`identityProvider`"));
    let refused = problem(r#"{"identityProvider": {}}"#);
    is(&refused, "missing-key", "", (1, 1));
    assert!(refused.expected.unwrap().contains("`logins`"));
}

#[test]
fn login_and_logins_exclude_one_another() {
    is(&problem(&with("logins", &json!([]))), "login-or-logins", "", (1, 1));
}

#[test]
fn wrong_types_say_what_is_there_and_what_belongs_there() {
    for (key, value, path, place) in [
        ("users", json!({}), "/users", (3, 10)),
        ("users", json!([5]), "/users/0", (3, 11)),
        ("users", json!([{"id": 5}]), "/users/0/id", (3, 17)),
        ("users", json!([{"id": "u", "registrations": {}}]), "/users/0/registrations", (3, 37)),
        ("fusionauth", json!(1.48), "/fusionauth", (3, 15)),
        ("application", json!({"roles": {}}), "/application/roles", (3, 25)),
        ("tenant", json!("default"), "/tenant", (3, 11)),
        ("assumptions", json!({"undefined-write": true}), "/assumptions/undefined-write", (3, 35)),
        ("expect", json!(200), "/expect", (3, 11)),
    ] {
        let problem = problem(&with(key, &value));
        is(&problem, "wrong-type", path, place);
        assert!(problem.found.is_some() && problem.expected.is_some());
    }
}

#[test]
fn a_number_that_is_none_or_out_of_range_has_its_place() {
    let limits = |most: Value| {
        let limit = json!({"limitUserLinkCount": {"enabled": true, "maximumLinks": most}});
        json!({"identityProvider": {"tenantConfiguration": {"t": limit}}, "login": {}}).to_string()
    };
    for most in [json!(-1), json!(1.5), json!("many")] {
        let path = "/identityProvider/tenantConfiguration/t/limitUserLinkCount/maximumLinks";
        assert_eq!(problem(&limits(most.clone())).path, path, "{most}");
    }
}

#[test]
fn an_unknown_strategy_names_the_nearest_one() {
    for (document, path) in [
        (json!({"linkingStrategy": "LinkByEmial"}), "/identityProvider/linkingStrategy"),
        (
            json!({"identityProvider": {"linkingStrategy": "linkbyemail"}}),
            "/identityProvider/identityProvider/linkingStrategy",
        ),
    ] {
        let problem = problem(&json!({"identityProvider": document, "login": {}}).to_string());
        assert_eq!((problem.code.as_str(), problem.path.as_str()), ("unknown-value", path));
        assert_eq!(problem.help, "did you mean `LinkByEmail`?");
        assert!(problem.expected.unwrap().contains("CreatePendingLink"));
    }
}

#[test]
fn an_unknown_version_says_which_are_known() {
    for version in ["1.27", "2.0", "1.71", "latest", "1.48.x", ""] {
        let refused = problem(&with("fusionauth", &json!(version)));
        is(&refused, "unknown-version", "/fusionauth", (3, 15));
        assert_eq!(refused.expected.as_deref(), Some("a version from 1.28.0 to 1.70.0"));
    }
}

#[test]
fn an_unknown_assumption_or_choice_names_the_nearest_one() {
    let id = problem(&with("assumptions", &json!({"undefined-wirte": "keeps"})));
    is(&id, "unknown-assumption", "/assumptions/undefined-wirte", (3, 35));
    assert_eq!(id.help, "did you mean `undefined-write`?");
    let choice = problem(&with("assumptions", &json!({"undefined-write": "kepps"})));
    is(&choice, "unknown-assumption", "/assumptions/undefined-write", (3, 35));
    assert_eq!(choice.help, "did you mean `keeps`?");
}

#[test]
fn a_time_that_is_none_and_another_type_of_provider_are_refused() {
    is(&problem(&with("now", &json!("yesterday"))), "invalid-instant", "/now", (3, 8));
    let saml = r#"{"identityProvider": {"type": "Okta"}, "login": {}}"#;
    is(&problem(saml), "unsupported-identity-provider", "/identityProvider/type", (1, 31));
}

#[test]
fn several_problems_are_told_at_once() {
    let text = "{\n\"identityProvider\": 5,\n\"userz\": [],\n\"login\": {\"userinfo\": []}\n}";
    let mut lines: Vec<_> = problems(text).iter().map(|problem| problem.line).collect();
    lines.sort_unstable();
    assert_eq!(lines, [Some(2), Some(3), Some(4)]);
}

#[test]
fn a_version_written_as_a_number_is_told_what_becomes_of_it() {
    let refused = problem(&with("fusionauth", &json!(1.7)));
    assert_eq!((refused.code.as_str(), refused.path.as_str()), ("wrong-type", "/fusionauth"));
    assert_eq!(refused.help, "put the version in quotes: as a number, 1.70 is 1.7");
}
