//! Scenarios whose users, links and tokens cannot be.

use super::token::{encoded, token};
use super::{is, problem, with};
use reconcile_kit::{check, explain};
use serde_json::{Value, json};

#[test]
fn a_token_that_cannot_be_read_is_refused_and_not_repeated() {
    let (header, claims) = (encoded(&json!({"alg": "RS256"})), encoded(&json!({"sub": "jane"})));
    for (token, code) in [
        (format!("{header}.{claims}"), "jwt-parts"),
        ("eyJ".to_owned(), "jwt-parts"),
        (format!("{header}.{claims}.c2ln.c2ln.c2ln"), "jwt-parts"),
        (token(&json!({"alg": "none"}), &json!({"sub": "jane"})), "jwt-alg-none"),
        (format!("{}.{claims}.", encoded(&json!({"alg": "nOnE"}))), "jwt-alg-none"),
        (token(&json!({"typ": "JWT"}), &json!({})), "jwt-alg-missing"),
        (format!("{header}.{claims}==.c2ln"), "jwt-base64"),
        (format!("{header}.eyJ+.c2ln"), "jwt-base64"),
        (format!("{header}.{}.c2ln", encoded(&json!(["claims"]))), "jwt-json"),
        (format!("Bearer {header}.{claims}.c2ln"), "jwt-bearer"),
        (String::new(), "jwt-empty"),
        (format!("{header}.{}.c2ln", "A".repeat(2 * 1024 * 1024)), "jwt-too-large"),
    ] {
        let login = json!({"identityProvider": {}, "login": {"idToken": token}}).to_string();
        let refused = problem(&login);
        is(&refused, code, "/login/idToken", (1, 43));
        let said = format!("{refused:?}");
        assert!(!said.contains(&claims) && !said.contains(&header), "{said}");
    }
}

#[test]
fn two_of_what_there_can_be_one_of_are_refused() {
    let link = |user: &str| json!({"identityProviderId": "i", "identityProviderUserId": "s", "userId": user});
    for (users, links, code, path) in [
        (json!([{"id": "a"}, {"id": "a"}]), json!([]), "duplicate-user", "/users/1/id"),
        (
            json!([{"id": "a", "email": "j@example.com"}, {"id": "b", "email": " J@Example.com"}]),
            json!([]),
            "duplicate-email",
            "/users/1/email",
        ),
        (
            json!([{"id": "a", "username": "jane"}, {"id": "b", "username": "jane "}]),
            json!([]),
            "duplicate-username",
            "/users/1/username",
        ),
        (
            json!([{"id": "a"}, {"id": "b"}]),
            json!([link("a"), link("b")]),
            "duplicate-link",
            "/links/1",
        ),
    ] {
        let document = json!({
            "identityProvider": {"id": "i"}, "users": users, "links": links, "login": {}
        });
        let problem = problem(&document.to_string());
        assert_eq!((problem.code.as_str(), problem.path.as_str()), (code, path));
        assert!(problem.line.is_some() && problem.column.is_some());
    }
}

#[test]
fn two_users_of_different_tenants_may_share_an_email() {
    let users = json!([
        {"id": "a", "email": "j@example.com", "tenantId": "t1"},
        {"id": "b", "email": "j@example.com", "tenantId": "t2"},
    ]);
    assert!(check::read_scenario(&with("users", &users)).is_ok());
}

#[test]
fn who_is_not_there_cannot_be_named() {
    let link =
        json!({"identityProviderId": "i", "identityProviderUserId": "s", "userId": "nobody"});
    for (document, code, path) in [
        (
            json!({"identityProvider": {"id": "i"}, "login": {}, "links": [link]}),
            "link-to-missing-user",
            "/links/0/userId",
        ),
        (
            json!({"identityProvider": {}, "login": {"pendingLinkUserId": "nobody"}}),
            "unknown-user",
            "/login/pendingLinkUserId",
        ),
        (
            json!({"identityProvider": {}, "logins": [{}, {"pendingLinkUserId": "nobody"}]}),
            "unknown-user",
            "/logins/1/pendingLinkUserId",
        ),
        (
            json!({"identityProvider": {}, "login": {}, "actions": [{"actioneeUserId": "nobody"}]}),
            "unknown-user",
            "/actions/0/actioneeUserId",
        ),
    ] {
        let problem = problem(&document.to_string());
        assert_eq!((problem.code.as_str(), problem.path.as_str()), (code, path));
        assert!(problem.message.contains("`nobody`"), "{}", problem.message);
    }
}

#[test]
fn a_proto_key_is_a_key_like_any_other() {
    let hostile = r#"{"email": "evil@example.com", "active": false, "toString": 1}"#;
    let user = |more: &str| format!(r#"{{"id": "u", "email": "jane@example.com"{more}}}"#);
    let scenario = |claims: &str, of_user: &str| {
        format!(
            r#"{{"identityProvider": {{}}, "users": [{}],
                "login": {{"userinfo": {{"sub": "1", "email": "jane@example.com"{claims}}}}}}}"#,
            user(of_user)
        )
    };
    let keys = format!(r#", "__proto__": {hostile}, "constructor": {{"prototype": {hostile}}}"#);
    let outcome = |text: &str| {
        let scenario = check::read_scenario(text).unwrap();
        serde_json::to_value(explain::preview(&scenario, None)).unwrap()
    };
    let [plain, claimed, stored] =
        [outcome(&scenario("", "")), outcome(&scenario(&keys, "")), outcome(&scenario("", &keys))];
    assert_eq!(claimed, plain);
    assert_eq!(stored["user"]["__proto__"]["email"], "evil@example.com");
    assert_eq!(stored["user"]["email"], plain["user"]["email"]);
    assert_eq!((&stored["status"], &stored["changes"]), (&plain["status"], &plain["changes"]));
    is(&problem(&with("__proto__", &json!({}))), "unknown-key", "/__proto__", (3, 14));
}

#[test]
fn a_hundred_findings_are_enough() {
    let users: Vec<Value> =
        (0..5_000).map(|number| json!({"id": format!("u{number}"), "email": number})).collect();
    let document = json!({"identityProvider": {}, "login": {}, "users": users}).to_string();
    let problems = check::read_scenario(&document).unwrap_err();
    assert_eq!(problems.len(), 101);
    let last = problems.last().unwrap();
    assert_eq!(
        (last.code.as_str(), last.message.as_str()),
        ("more-findings", "4900 more findings are not shown")
    );
}
