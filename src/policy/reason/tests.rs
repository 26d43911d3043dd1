use super::super::{Condition, Policy, read};
use super::*;
use serde_json::json;

#[expect(clippy::needless_pass_by_value, reason = "`json!` gives a value")]
fn condition(provider: &str, require: Value) -> Condition {
    let policy: Policy = read(&json!({ "provider": provider, "gates": [{ "require": require }] }))
        .unwrap_or_default();
    policy.gates.into_iter().next().map_or(Condition::Any(Vec::new()), |gate| gate.require)
}

fn answer(require: Value) -> Result<Option<(Value, Value)>, Undecided> {
    let condition = condition("cognito", require);
    let found = Question::new(Types::Any, [&condition]).solve(&mut Work::new())?;
    Ok(found.map(|found| {
        assert!(condition.holds(&found.facts()));
        (Value::Object(found.userinfo), found.id_token.map_or(Value::Null, Value::Object))
    }))
}

#[test]
fn a_small_set_of_claims_is_found() {
    for (require, userinfo, id_token) in [
        (json!({ "newUser": true }), json!({}), json!(null)),
        (json!("given_name"), json!({ "given_name": "Jane" }), json!(null)),
        (json!({ "verified": "email" }), json!({ "email_verified": true }), json!(null)),
        (
            json!({ "claim": "email", "domain": "corp.example", "startsWith": "jo" }),
            json!({ "email": "jo@corp.example" }),
            json!(null),
        ),
        (
            json!({ "claim": "assigned-groups", "contains": "staff" }),
            json!({}),
            json!({ "cognito:groups": ["staff"] }),
        ),
        (
            json!({ "all": [
                { "claim": "cognito:groups", "glob": "a*" }, { "claim": "cognito:groups", "glob": "*b" },
                { "not": { "claim": "cognito:groups", "equals": "ab" } },
            ] }),
            json!({}),
            json!({ "cognito:groups": ["a", "b"] }),
        ),
        (
            json!({ "claim": "provider-name", "equals": "Google" }),
            json!({ "identities": [{ "primary": "true", "providerName": "Google" }] }),
            json!(null),
        ),
        (json!({ "claim": "jwt.a.0.b", "equals": 5 }), json!({ "a": [{ "b": 5 }] }), json!(null)),
        (
            json!({ "all": [{ "not": "jwt.email" }, "email"] }),
            json!({}),
            json!({ "email": "jane@example.com" }),
        ),
        (
            json!({ "any": [{ "all": ["name", "nickname"] }, "given_name"] }),
            json!({ "given_name": "Jane" }),
            json!(null),
        ),
    ] {
        assert_eq!(answer(require.clone()), Ok(Some((userinfo, id_token))), "{require}");
    }
}

#[test]
fn what_cannot_be_is_proved() {
    for require in [
        json!({ "all": ["a", { "not": "a" }] }),
        json!({ "all": [{ "newUser": true }, { "newUser": false }] }),
        json!({ "all": [
            { "claim": "provider-name", "equals": "Google" }, { "claim": "provider-name", "equals": "SAML" },
        ] }),
        json!({ "all": [
            { "claim": "a", "startsWith": "x" }, { "not": { "claim": "a", "matches": "^[a-z]" } },
        ] }),
        json!({ "claim": "assigned-groups", "glob": "eu-west-1_x_*", "matches": "^eu-west-1_x_y$" }),
    ] {
        assert_eq!(answer(require.clone()), Ok(None), "{require}");
    }
}

#[test]
fn claims_that_are_made_of_one_another_are_confirmed_or_left_open() {
    let both = json!({ "all": ["jwt.email", { "not": "email" }] });
    assert_eq!(answer(both), Err(Undecided::Unconfirmed));
    let without_token = json!({ "not": { "claim": "assigned-groups", "exists": true } });
    assert!(answer(without_token).is_ok_and(|found| found.is_some()));
}

fn true_as_a_text() -> Condition {
    condition("cognito", json!({ "claim": "email_verified", "equals": "true" }))
}

#[test]
fn documented_types_exclude_lists() {
    let condition = condition(
        "cognito",
        json!({ "all": [
            { "claim": "custom:plan", "equals": "a" }, { "claim": "custom:plan", "equals": "b" },
        ] }),
    );
    let text = true_as_a_text();
    assert_eq!(Question::new(Types::Documented, [&text]).solve(&mut Work::new()), Ok(None));
    let solve = |types| Question::new(types, [&condition]).solve(&mut Work::new());
    assert_eq!(solve(Types::Documented), Ok(None));
    assert!(solve(Types::Any).is_ok_and(|found| found.is_some()));
}
