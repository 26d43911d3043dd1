//! What the search says of random conditions is so.

use super::super::{Claims, Condition, Facts, Policy, diff, evaluate, read};
use super::*;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

const CLAIMS: [&str; 9] = [
    "a",
    "email",
    "cognito:groups",
    "assigned-groups",
    "email_verified",
    "custom:p",
    "jwt.a",
    "provider-name",
    "id_token.email",
];
const TEXTS: [&str; 8] = ["a", "b", "ab", "a@b.c", "x@b.c", "true", "5", "eu-west-1_x_Y"];

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        6 => select(&TEXTS).prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => select(vec![5, 7]).prop_map(Value::from),
    ]
}

fn atom() -> impl Strategy<Value = Value> {
    let test = prop_oneof![
        any::<bool>().prop_map(|is| ("exists", json!(is))),
        scalar().prop_map(|value| ("equals", value)),
        vec(scalar(), 1..3).prop_map(|values| ("in", Value::from(values))),
        select(&TEXTS).prop_map(|text| ("contains", json!(text))),
        select(&TEXTS).prop_map(|text| ("startsWith", json!(text))),
        select(vec!["a*", "*b", "?", "*@*"]).prop_map(|glob| ("glob", json!(glob))),
        select(vec!["^[ab]+$", "@", "^.$"]).prop_map(|pattern| ("matches", json!(pattern))),
        Just(("domain", json!("b.c"))),
    ];
    let claimed =
        (select(&CLAIMS), test, any::<bool>()).prop_map(|(claim, (key, value), ignore)| {
            let mut condition = json!({ "claim": claim, key: value });
            if ignore && !matches!(key, "exists" | "matches" | "domain") {
                condition["ignoreCase"] = json!(true);
            }
            condition
        });
    prop_oneof![9 => claimed, 1 => any::<bool>().prop_map(|is| json!({ "newUser": is }))]
}

fn condition() -> impl Strategy<Value = Value> {
    atom().prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..4).prop_map(|list| json!({ "all": list })),
            vec(inner.clone(), 1..4).prop_map(|list| json!({ "any": list })),
            inner.prop_map(|one| json!({ "not": one })),
        ]
    })
}

fn claim_value() -> impl Strategy<Value = Value> {
    prop_oneof![4 => scalar(), 2 => vec(scalar(), 0..3).prop_map(Value::from), 1 => Just(json!({}))]
}

fn payload() -> impl Strategy<Value = Map<String, Value>> {
    let names = vec!["a", "email", "cognito:groups", "email_verified", "custom:p", "identities"];
    vec((select(names), claim_value(), select(&TEXTS)), 0..6).prop_map(|claims| {
        let of = |(name, value, text): (&str, Value, &str)| {
            let is_identity = name == "identities";
            let identity = json!([{ "primary": true, "providerName": text }]);
            (name.to_owned(), if is_identity { identity } else { value })
        };
        claims.into_iter().map(of).collect()
    })
}

type Person = (Map<String, Value>, Option<Map<String, Value>>, bool);

fn person() -> impl Strategy<Value = Person> {
    (payload(), proptest::option::of(payload()), any::<bool>())
}

fn rules() -> impl Strategy<Value = Value> {
    let rule = (select(&CLAIMS), select(&TEXTS), condition(), 0..6_u8).prop_map(
        |(claim, text, when, form)| match form {
            0 => json!(claim),
            1 => json!({ "value": text, "when": when }),
            2 => json!({ "from": claim, "when": when, "missing": "clear" }),
            3 => json!({ "from": claim, "table": { "a": text, "b": "c" } }),
            4 => json!({ "from": claim, "default": text, "when": when, "write": "if-empty" }),
            _ => json!({ "value": text }),
        },
    );
    vec(rule, 1..4).prop_map(Value::from)
}

fn policy(gate: &Value, target: &str, rules: &Value) -> Policy {
    let map = json!({ target: rules });
    read(&json!({ "provider": "cognito", "gates": [{ "require": gate }], "map": map })).unwrap()
}

fn one(require: &Value) -> Condition {
    let policy =
        read(&json!({ "provider": "cognito", "gates": [{ "require": require }] })).unwrap();
    policy.gates.into_iter().next().unwrap().require
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_said_to_hold_holds_and_what_never_does_does_not(
        require in condition(), people in vec(person(), 100),
    ) {
        let condition = one(&require);
        match Question::new(Types::Any, [&condition]).solve(&mut Work::new()) {
            Ok(Some(witness)) => prop_assert!(condition.holds(&witness.facts())),
            Ok(None) => for (userinfo, id_token, new_user) in &people {
                let claims = Claims { userinfo, id_token: id_token.as_ref() };
                let holds = condition.holds(&Facts { claims, new_user: *new_user });
                prop_assert!(!holds, "{require} {userinfo:?} {id_token:?}");
            },
            Err(why) => prop_assert_eq!(why, Undecided::Unconfirmed),
        }
    }

    #[test]
    fn policies_that_are_said_to_be_the_same_do_the_same(
        gates in (condition(), any::<bool>()), old in rules(), new in rules(), change in 0..4_u8,
        list in any::<bool>(), people in vec(person(), 60),
    ) {
        let target = if list { "registration.roles" } else { "user.data.x" };
        let (gate, other) = (&gates.0, json!({ "not": { "not": gates.0 } }));
        let new = match change {
            0 => new,
            1 => old.as_array().map(|rules| rules.iter().rev().cloned().collect()).unwrap(),
            2 => json!([old[0], old[0]]),
            _ => old.clone(),
        };
        let one = policy(gate, target, &old);
        let two = policy(if gates.1 { &other } else { gate }, target, &new);
        let diff = diff(&one, &two);
        for difference in &diff.differences {
            prop_assert_ne!(
                (difference.old_result.allowed, &difference.old_result.value),
                (difference.new_result.allowed, &difference.new_result.value)
            );
        }
        if diff.same {
            for (userinfo, id_token, new_user) in &people {
                let claims = Claims { userinfo, id_token: id_token.as_ref() };
                let mut object = Map::new();
                if !new_user {
                    object.insert("insertInstant".to_owned(), json!(1));
                    object.insert("roles".to_owned(), json!(["stored"]));
                    object.insert("data".to_owned(), json!({ "x": "stored" }));
                }
                let input = crate::policy::Input { user: &object, registration: Some(&object), claims };
                let writes = |policy: &Policy| evaluate(policy, &input, false).ok().map(|done| {
                    done.writes.into_iter().map(|write| match write.value {
                        Some(Value::Array(mut items)) => {
                            items.sort_by_key(Value::to_string);
                            Some(Value::Array(items))
                        }
                        other => other,
                    }).collect::<Vec<_>>()
                });
                prop_assert_eq!(writes(&one), writes(&two), "{} {} {:?}", old, new, userinfo);
            }
        }
    }
}
