use crate::check;
use crate::explain::{self, Preview};
use serde_json::{Value, json};

/// Stage and id of each step, as an outcome writes them.
fn way(scenario: &Value) -> Vec<String> {
    let scenario = check::read_scenario(&scenario.to_string()).ok();
    let Some(Preview::One(outcome)) = scenario.map(|read| explain::preview(&read, None)) else {
        return Vec::new();
    };
    let steps = serde_json::to_value(&outcome.trace).unwrap_or_default();
    let steps = steps.as_array().into_iter().flatten();
    let text = |step: &Value, key: &str| step[key].as_str().unwrap_or_default().to_owned();
    steps.map(|step| format!("{} {}", text(step, "step"), text(step, "id"))).collect()
}

/// Jane signs in where one user exists; `linked` is the user whom she is linked to.
fn jane(strategy: &str, verified: &str, linked: Option<&str>) -> Value {
    let link =
        |user| json!({ "identityProviderId": "p", "identityProviderUserId": "1", "userId": user });
    json!({
        "identityProvider": { "id": "p", "enabled": true, "linkingStrategy": strategy },
        "users": [{ "id": "u", "email": "old@example.com" }],
        "links": linked.into_iter().map(link).collect::<Vec<_>>(),
        "login": {
            "userinfo": { "sub": "1", "email": "jane@example.com", "email_verified": verified },
        },
    })
}

#[test]
fn a_created_user_took_every_stage() {
    assert_eq!(
        way(&jane("LinkByEmail", "true", None)),
        [
            "claims read-claim",
            "claims read-claim",
            "claims read-claim",
            "claims read-verification",
            "link found-no-link",
            "match applied-strategy",
            "match matched-nobody",
            "match accepted-email",
            "create created-user",
            "create created-link",
            "register created-registration",
            "end logged-in",
        ]
    );
}

#[test]
fn a_link_takes_a_short_way() {
    let way = way(&jane("LinkByEmail", "true", Some("u")));
    assert!(way.iter().any(|step| step == "link found-link"), "{way:?}");
    assert!(!way.iter().any(|step| step.starts_with("match ")), "{way:?}");
    assert_eq!(way.last().map(String::as_str), Some("end logged-in"));
}

#[test]
fn a_refusal_ends_the_way() {
    let last_two = |scenario| {
        let mut way = way(&scenario);
        way.split_off(way.len().saturating_sub(2))
    };
    assert_eq!(
        last_two(jane("LinkByEmail", "false", None)),
        ["match matched-nobody", "end refused"]
    );
    assert_eq!(
        last_two(jane("LinkByEmailForExistingUser", "true", None)),
        ["match accepted-email", "end refused"]
    );
}
