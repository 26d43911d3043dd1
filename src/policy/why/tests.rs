use super::*;
use serde_json::{Value, json};

fn asked(policy: &Value, question: &str) -> Vec<(bool, Value)> {
    let policy = read(policy).unwrap_or_default();
    let ways = why(&policy, question).map(|why| why.ways).unwrap_or_default();
    ways.into_iter()
        .map(|way| (way.confirmed, serde_json::to_value(way.claims).unwrap_or_default()))
        .collect()
}

#[test]
fn tables_and_steps_are_turned_round() {
    let from = |claim: &str, more: Value| {
        let mut rule = json!({ "from": claim });
        if let (Some(rule), Value::Object(more)) = (rule.as_object_mut(), more) {
            rule.extend(more);
        }
        rule
    };
    for (rule, value, jwt) in [
        (json!("plan"), "gold", json!({ "plan": "gold" })),
        (json!({ "value": "gold" }), "gold", json!({})),
        (from("plan", json!({ "default": "free" })), "free", json!({})),
        (from("plan", json!({ "table": { "1": "gold" } })), "gold", json!({ "plan": "1" })),
        (from("plan", json!({ "transform": [{ "prefix": "p-" }] })), "p-x", json!({ "plan": "x" })),
        (
            from("email", json!({ "transform": [{ "after": "@" }] })),
            "corp.example",
            json!({ "email": "a@corp.example" }),
        ),
        (
            from("email", json!({ "transform": [{ "before": "@" }, "upper-case"] })),
            "JO",
            json!({ "email": "jo@a.a" }),
        ),
        (
            from(
                "dn",
                json!({ "transform": [{ "capture": "^CN=([^,]+)," }, { "prefix": "cn " }] }),
            ),
            "cn jo",
            json!({ "dn": "CN=jo," }),
        ),
        (from("n", json!({ "transform": ["to-number"] })), "5", json!({ "n": "5" })),
        (from("j", json!({ "transform": ["parse-json"] })), "a", json!({ "j": "\"a\"" })),
        (
            json!({ "join": ["given_name", "family_name"] }),
            "Jo Do",
            json!({ "given_name": "Jo", "family_name": "Do" }),
        ),
    ] {
        let policy = json!({ "map": { "user.data.x": rule } });
        let question = format!("user.data.x={value}");
        assert_eq!(asked(&policy, &question), [(true, json!({ "jwt": jwt }))], "{rule}");
    }
}

#[test]
fn gates_conditions_and_earlier_rules_count() {
    let policy = json!({
        "provider": "cognito",
        "gates": [{ "require": { "claim": "email", "domain": "corp.example" } }],
        "map": {
            "registration.roles": [
                { "from": "assigned-groups", "table": { "admins": ["admin", "user"] } },
                { "value": ["admin"], "when": { "claim": "custom:level", "equals": "9" } },
            ],
            "user.data.plan": ["custom:plan", { "value": "free", "when": { "newUser": true } }],
        },
    });
    let email = "jane@corp.example";
    let found = asked(&policy, "registration.roles=admin");
    let groups = json!({ "cognito:groups": ["admins"] });
    let expected = json!({ "jwt": { "email": "jane@corp.example" }, "id_token": groups });
    assert_eq!(found.first(), Some(&(true, expected)), "{email}");
    let level = json!({ "jwt": { "email": "jane@corp.example", "custom:level": "9" } });
    assert_eq!(found.get(1), Some(&(true, level)));
    let free = asked(&policy, "user.data.plan=free");
    assert!(free.len() == 2 && free.iter().all(|(confirmed, _)| *confirmed), "{free:?}");
}

#[test]
fn what_no_claims_give_is_said() {
    let policy = read(&json!({
        "map": { "registration.roles": { "from": "groups", "table": { "a": "b" } } },
    }))
    .unwrap_or_default();
    let reason = |question| why(&policy, question).map(|why| (why.ways.len(), why.reason));
    let none = |text: &str| Ok((0, Some(text.to_owned())));
    assert_eq!(
        reason("registration.roles=admin"),
        none("no claims give `registration.roles` the value `admin`")
    );
    assert_eq!(reason("user.firstName=x"), none("no rule writes `user.firstName`"));
    let fault = |question| why(&policy, question).map_err(|fault| fault.code).err();
    assert_eq!(fault("user.fristName=x").as_deref(), Some("policy-field-unknown"));
}

#[test]
fn ways_are_told_in_words() {
    let policy = read(&json!({
        "gates": [{ "require": { "claim": "email", "domain": "corp.example" } }],
        "map": { "user.data.x": { "from": "g", "table": { "a": "b" } } },
    }))
    .unwrap_or_default();
    let ways = why(&policy, "user.data.x=b").map(|why| why.ways).unwrap_or_default();
    let words: Vec<String> = ways.into_iter().flat_map(|way| way.conditions).collect();
    assert_eq!(words, ["`email` belongs to the domain `corp.example`", "`g` is `a`"]);
}

#[test]
fn constants_of_lists_are_found_as_they_stand() {
    let group = "00000000-0000-0000-0000-000000000001";
    let policy = json!({ "map": { "user.memberships": { "value": [group] } } });
    let found = asked(&policy, &format!("user.memberships={group}"));
    assert_eq!(found, [(true, json!({ "jwt": {} }))]);
    assert_eq!(asked(&policy, "user.memberships=other"), []);
}

#[test]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
fn without_a_value_every_rule_that_gives_one_is_shown() {
    let policy = read(&json!({
        "provider": "cognito",
        "gates": [{ "require": { "claim": "email", "domain": "example.com" } }],
        "map": {
            "user.birthDate": { "from": "birthdate", "transform": "birth-date" },
            "user.firstName": ["given_name", { "value": "Friend" }],
            "registration.roles": { "from": "assigned-groups", "table": { "Admins": "admin" } },
        },
    }))
    .unwrap_or_default();
    for (field, ways) in [("user.birthDate", 1), ("user.firstName", 2), ("registration.roles", 1)] {
        let why = why(&policy, field).unwrap();
        assert_eq!((why.value, why.reason), (None, None), "{field}");
        assert_eq!(why.ways.len(), ways, "{field}");
        assert!(why.ways.iter().all(|way| way.confirmed), "{field}: {:?}", why.ways);
    }
    let none = why(&policy, "user.lastName").unwrap();
    assert_eq!(none.reason.as_deref(), Some("no rule writes `user.lastName`"));
}

#[test]
fn a_field_with_any_name_can_be_asked_about() {
    let policy = json!({ "map": {
        "/user/data/a=b": "c",
        "/user/data/blank.at the end ": "d",
        "user.data.x": "e",
    } });
    for (question, jwt) in [
        ("/user/data/a=b", json!({ "c": "a" })),
        ("user.data.a=b=5=6", json!({ "c": "5=6" })),
        ("/user/data/blank.at the end =5", json!({ "d": "5" })),
        (" user.data.x =5", json!({ "e": "5" })),
    ] {
        assert_eq!(asked(&policy, question), [(true, json!({ "jwt": jwt }))], "{question}");
    }
    let policy = read(&policy).unwrap_or_default();
    assert!(why(&policy, "user.data.a=5").is_ok_and(|why| why.ways.is_empty()));
    assert!(why(&policy, "user.fristName=5").is_err());
}
